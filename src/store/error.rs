//! What can go wrong with a file, each with its place, its cause and what to do. Refusals of the domain pass through unchanged.

use crate::domain::lang::Lang;
use crate::domain::refusal::Refusal;
use crate::domain::regulation::Regulation;
use std::io;
use std::path::{Path, PathBuf};

/// Why the store did not do what it was asked; nothing of it was recorded.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rule said no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is no such file.
    #[error("{path}: không có tệp này")]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The folder the file is to be made in is not there.
    #[error("{path}: không có thư mục chứa tệp này")]
    NoFolder {
        /// The file.
        path: PathBuf,
    },
    /// There is a file of this name already.
    #[error("{path}: tệp đã có")]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The path is a directory, or nothing that can be read as a file.
    #[error("{path}: không phải là tệp")]
    NotFile {
        /// The path.
        path: PathBuf,
    },
    /// The file is not an SQLite database.
    #[error("{path}: không phải tệp đại hội")]
    NotDatabase {
        /// The file.
        path: PathBuf,
    },
    /// The file is no copy of a journal.
    #[error("{path}: không phải bản sao của đại hội nào")]
    NotMirror {
        /// The file.
        path: PathBuf,
    },
    /// The file is a database of another program.
    #[error("{path}: tệp của chương trình khác (application_id {id:#010x})")]
    Foreign {
        /// The file.
        path: PathBuf,
        /// The `application_id` found.
        id: u32,
    },
    /// The file was written by a newer program.
    #[error("{path}: tệp của phiên bản mới hơn ({version}, chương trình này biết đến {known})")]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of its schema.
        version: u32,
        /// The newest version this program knows.
        known: u32,
    },
    /// The file may not be written.
    #[error("{path}: tệp chỉ đọc")]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The file system cannot keep a write-ahead log, as on a network share.
    #[error("{path}: nơi lưu không ghi được nhật ký WAL")]
    NoLog {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        cause: String,
    },
    /// The file is damaged.
    #[error("{path}: tệp bị hỏng")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found, and where.
        cause: String,
    },
    /// Another process held the write lock for too long.
    #[error("{path}: tệp đang bận")]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// A line of the journal cannot be read.
    #[error("{path}: không đọc được dòng {number} của nhật ký")]
    Line {
        /// The file.
        path: PathBuf,
        /// The line.
        number: u64,
        /// What is wrong with it.
        cause: String,
    },
    /// A row of a table cannot be read or written.
    #[error("{path}: không đọc hoặc ghi được bảng {table}")]
    Row {
        /// The file.
        path: PathBuf,
        /// The table.
        table: &'static str,
        /// What is wrong with it.
        cause: String,
    },
    /// SQLite failed.
    #[error("{path}: không đọc hoặc ghi được")]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The operating system failed.
    #[error("{path}: không đọc hoặc ghi được")]
    System {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Error {
    /// Turns what SQLite said into what it means for the file.
    pub(super) fn sqlite(path: &Path, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy { path },
            Some(Code::DatabaseCorrupt) => Self::Damaged { path, cause: source.to_string() },
            Some(Code::NotADatabase) => Self::NotDatabase { path },
            Some(Code::ReadOnly) => Self::ReadOnly { path },
            _ => Self::Sqlite { path, source },
        }
    }

    /// Whether the rule said no, rather than the file or the system.
    pub fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused(_))
    }

    /// What lies behind it, where more is known than the sentence says.
    pub fn cause(&self) -> Option<String> {
        match self {
            Self::NoLog { cause, .. }
            | Self::Damaged { cause, .. }
            | Self::Line { cause, .. }
            | Self::Row { cause, .. } => Some(cause.clone()),
            Self::Sqlite { source, .. } => Some(source.to_string()),
            Self::System { source, .. } => Some(source.to_string()),
            _ => None,
        }
    }

    /// What failed, with its place, in a language; `Display` is the Vietnamese.
    pub fn what(&self, lang: Lang) -> String {
        let (path, what) = match self {
            Self::Refused(refusal) => return refusal.told(lang, Regulation::default_profile()).what,
            Self::Missing { path } => (path, "there is no such file".to_owned()),
            Self::NoFolder { path } => (path, "the folder for this file is not there".to_owned()),
            Self::Exists { path } => (path, "the file is there already".to_owned()),
            Self::NotFile { path } => (path, "not a file".to_owned()),
            Self::NotDatabase { path } => (path, "not the file of a congress".to_owned()),
            Self::NotMirror { path } => (path, "not the copy of a congress".to_owned()),
            Self::Foreign { path, id } => (path, format!("a file of another program (application_id {id:#010x})")),
            Self::Newer { path, version, known } => {
                (path, format!("a file of a newer version ({version}; this program knows {known})"))
            }
            Self::ReadOnly { path } => (path, "the file is read-only".to_owned()),
            Self::NoLog { path, .. } => (path, "no write-ahead log can be kept here".to_owned()),
            Self::Damaged { path, .. } => (path, "the file is damaged".to_owned()),
            Self::Busy { path } => (path, "the file is busy".to_owned()),
            Self::Line { path, number, .. } => (path, format!("line {number} of the journal cannot be read")),
            Self::Row { path, table, .. } => (path, format!("the table {table} cannot be read or written")),
            Self::Sqlite { path, .. } | Self::System { path, .. } => (path, "cannot be read or written".to_owned()),
        };
        match lang {
            Lang::Vi => self.to_string(),
            Lang::En => format!("{}: {what}", path.display()),
        }
    }

    /// What to do about it.
    pub fn hint(&self, lang: Lang) -> String {
        let (vi, en) = self.hints();
        lang.pick(vi, en).to_owned()
    }

    fn hints(&self) -> (&'static str, &'static str) {
        match self {
            Self::Refused(_) => ("Làm theo quy chế.", "Follow the regulation."),
            Self::Missing { .. } => (
                "Xem lại đường dẫn, hoặc tạo tệp mới bằng `daihoi new FILE --plan PLAN.toml`.",
                "Check the path, or make a new file with `daihoi new FILE --plan PLAN.toml`.",
            ),
            Self::NoFolder { .. } => (
                "Tạo thư mục trước, hoặc chọn một thư mục đã có.",
                "Make the folder first, or choose one that is there.",
            ),
            Self::Exists { .. } => (
                "Dùng tên khác; chương trình không ghi đè tệp nào.",
                "Use another name; the program overwrites no file.",
            ),
            Self::NotFile { .. } | Self::NotDatabase { .. } => (
                "Chỉ đúng tệp do `daihoi new` tạo ra; tệp này không bị đụng đến.",
                "Name a file that `daihoi new` made; this one was not touched.",
            ),
            Self::NotMirror { .. } => (
                "Chọn thư mục hoặc tệp .sao mà `daihoi open --mirror` đã ghi.",
                "Name the folder or the .sao file that `daihoi open --mirror` wrote.",
            ),
            Self::Foreign { .. } => (
                "Mở bằng chương trình đã tạo ra nó; tệp này không bị đụng đến.",
                "Open it with the program that made it; it was not touched.",
            ),
            Self::Newer { .. } => (
                "Cài phiên bản daihoi mới hơn trên máy này; tệp này không bị đụng đến.",
                "Install a newer daihoi on this machine; the file was not touched.",
            ),
            Self::ReadOnly { .. } => (
                "Chép tệp sang một thư mục ghi được rồi mở bản chép.",
                "Copy the file to a directory that can be written, and open the copy.",
            ),
            Self::NoLog { .. } => (
                "Ổ mạng và một số ổ chia sẻ không dùng được: chép tệp vào ổ đĩa của máy này rồi mở.",
                "Network shares do not work: copy the file to a disk of this machine and open it there.",
            ),
            Self::Damaged { .. } | Self::Line { .. } | Self::Row { .. } => (
                "Giữ nguyên tệp, chạy `daihoi verify FILE` để biết hỏng chỗ nào, rồi dùng bản sao dự phòng.",
                "Leave the file as it is, run `daihoi verify FILE` to see what is damaged, then take the copy.",
            ),
            Self::Busy { .. } => (
                "Một chương trình khác đang giữ tệp; đóng nó rồi thử lại.",
                "Another program holds the file; close it and try again.",
            ),
            Self::Sqlite { .. } | Self::System { .. } => (
                "Kiểm tra chỗ trống, quyền ghi và dây cắm của ổ đĩa rồi thử lại.",
                "Check free space, permissions and the plug of the disk, then try again.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sqlite_says_is_told_apart() {
        let failure = |code| rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
        let path = Path::new("x.daihoi");
        assert!(matches!(Error::sqlite(path, failure(rusqlite::ffi::SQLITE_BUSY)), Error::Busy { .. }));
        assert!(matches!(Error::sqlite(path, failure(rusqlite::ffi::SQLITE_CORRUPT)), Error::Damaged { .. }));
        assert!(matches!(Error::sqlite(path, failure(rusqlite::ffi::SQLITE_FULL)), Error::Sqlite { .. }));
        let error = Error::from(Refusal::NothingToUndo);
        assert!(error.is_refusal() && error.to_string().contains("hoàn tác"));
    }
}
