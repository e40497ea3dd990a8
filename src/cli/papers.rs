//! `export`: the papers of a congress into a folder. `fields`: what a Word template of an office may hold.

use super::issuing;
use super::passphrase::seated;
use super::report::{Exit, Failure, visible};
use crate::domain::election::Round;
use crate::domain::{Congress, Lang, Refusal, Role};
use crate::export::template::{self, FIELDS, Template, TemplateError};
use crate::export::{self, ExportError, Format, Wish};
use crate::papers::PaperName;
use crate::papers::format::FormatProfile;
use crate::papers::paper::SheetSize;
use crate::store::Store;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The word for the whole dossier.
const ALL: &str = "all";

/// The word for every version that was issued, as it was then.
const ISSUED: &str = "issued";

/// The word for the ballots of the closed counts, one sheet of `recount` for each round: the head of counting asks for it by name.
const BALLOTS: &str = "ballots";

/// What is asked of an export.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Words for papers.
    pub papers: &'a [String],
    /// Words for formats.
    pub formats: &'a [String],
    /// The office's template.
    pub template: Option<&'a Path>,
    /// Copies of each ballot paper.
    pub copies: Option<u32>,
    /// Sheet of ballot papers.
    pub sheet: Option<SheetSize>,
    /// Whose papers: without one `all` is what the secretary may have, and what belongs to the head of counting is asked for by name.
    pub role: Option<Role>,
}

/// Writes the asked papers in the asked formats into a folder, and says which files they are.
pub fn export(file: &Path, dir: &Path, asked: &Asked<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let formats = formats(asked)?;
    // a template is refused before anything is written
    let template = asked.template.map(Template::open).transpose().map_err(|error| refused(&error))?;
    let mut store = Store::open(file)?;
    let congress = store.load()?;
    if congress.desk_file().is_some() {
        return Err(Failure::refused(&Refusal::DeskFileOnly, congress.meeting().regulation()));
    }
    let has = |wanted: &str| asked.papers.iter().any(|word| word == wanted);
    let of_head =
        asked.role == Some(Role::Head) || has(BALLOTS) || asked.papers.iter().any(|word| is_of_head(&congress, word));
    if of_head {
        seated(&congress, Role::Head)?;
    }
    if has(ISSUED) {
        issuing::export(&store, dir, &formats, out)?;
    }
    if has(BALLOTS) {
        if let Some(role) = asked.role.filter(|role| *role != Role::Head) {
            return Err(not_theirs(BALLOTS, role, Role::Head));
        }
        if !formats.contains(&Format::Json) {
            return Err(usage("phiếu chỉ xuất dạng json".to_owned(), "Dùng: --paper ballots --as json.".to_owned()));
        }
        if !congress.rounds.iter().any(Round::is_counted) {
            return Err(Failure::refused(&Refusal::NoCountClosed, congress.meeting().regulation()));
        }
        wrote(export::ballots::export(&congress, dir), out)?;
    }
    let mut papers = Vec::new();
    for word in asked.papers.iter().filter(|word| ![ISSUED, BALLOTS].contains(&word.as_str())) {
        let found = PaperName::asked(&congress, word);
        if found.is_empty() {
            return Err(unknown_paper(&congress, word));
        }
        let found = allowed(found, word, asked.role)?;
        papers.extend(found.into_iter().filter(|name| !papers.contains(name)).collect::<Vec<_>>());
    }
    if papers.is_empty() {
        return Ok(());
    }
    let wish = Wish { template: template.as_ref(), copies: asked.copies, sheet: asked.sheet };
    wrote(export::export_as(&congress, dir, &papers, &formats, wish), out)
}

/// Whether a word other than `all` asks for papers that only the head of counting may have.
fn is_of_head(congress: &Congress, word: &str) -> bool {
    word != ALL && PaperName::asked(congress, word).iter().any(|name| !name.is_open_to(Role::Secretary))
}

/// What of the papers found a role may have: `all` leaves the others out, and the index says so; asked for by name they are refused.
fn allowed(found: Vec<PaperName>, word: &str, role: Option<Role>) -> Result<Vec<PaperName>, Failure> {
    let whose = role.unwrap_or(if word == ALL { Role::Secretary } else { Role::Head });
    let (open, kept): (Vec<_>, Vec<_>) = found.into_iter().partition(|name| name.is_open_to(whose));
    if kept.is_empty() || (word == ALL && !open.is_empty()) {
        return Ok(open);
    }
    let of_head = kept.iter().all(|name| !name.is_open_to(Role::Secretary));
    let needed = if of_head { Role::Head } else { Role::Secretary };
    Err(not_theirs(word, whose, needed))
}

fn not_theirs(word: &str, role: Role, needed: Role) -> Failure {
    let what = match needed {
        Role::Head => format!("«{word}» do Trưởng ban kiểm phiếu giữ, vai {} không xuất được", role.word()),
        _ => format!("vai {} không xuất văn bản", role.word()),
    };
    let hint = Some(format!("Xuất ở vai có quyền: --role {}.", needed.word()));
    Failure { exit: Exit::Refused, what, cause: None, hint, places: Vec::new() }
}

/// Says which files were written, or why no more were.
pub fn wrote(files: Result<Vec<PathBuf>, ExportError>, out: &mut dyn Write) -> Result<(), Failure> {
    let written = files.map_err(|error| troubled(&error))?;
    for path in written {
        let _ = writeln!(out, "{}", visible(&path.display().to_string()));
    }
    Ok(())
}

/// Prints the fields of a template, or writes one to start from.
pub fn fields(to: Option<&Path>, out: &mut dyn Write) -> Result<(), Failure> {
    let trouble = |error: std::io::Error| Failure::trouble("stdout", &error);
    if let Some(path) = to {
        let bytes = template::starter(<&FormatProfile>::default()).map_err(|error| refused(&error))?;
        if path.exists() {
            let hint = "Chọn tên tệp khác, hoặc chuyển tệp đang có đi nơi khác.".to_owned();
            return Err(usage(format!("{}: đã có tệp này", visible(&path.display().to_string())), hint));
        }
        export::replace(path, &bytes).map_err(|error| troubled(&error))?;
        return writeln!(out, "{}", visible(&path.display().to_string())).map_err(trouble);
    }
    let width = FIELDS.iter().map(|field| field.typed().len()).max().unwrap_or_default();
    for field in &FIELDS {
        writeln!(out, "{:width$}  {}", field.typed(), field.about).map_err(trouble)?;
    }
    Ok(())
}

/// What is reported of papers that could not be written.
pub(super) fn troubled(error: &ExportError) -> Failure {
    let hint = Some(error.hint(Lang::Vi).to_owned());
    Failure { exit: Exit::Trouble, what: error.to_string(), cause: None, hint, places: Vec::new() }
}

fn formats(asked: &Asked<'_>) -> Result<Vec<Format>, Failure> {
    let named = |word: &String| Format::named(word).ok_or_else(|| unknown_format(word));
    let mut formats: Vec<Format> = Vec::new();
    for format in asked.formats.iter().map(named) {
        let format = format?;
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    if asked.template.is_some() && !formats.contains(&Format::Docx) {
        return Err(usage("--template chỉ dùng cho định dạng docx".to_owned(), "Thêm docx vào --as.".to_owned()));
    }
    Ok(formats)
}

fn refused(error: &TemplateError) -> Failure {
    let (exit, places, hint) = match error {
        TemplateError::Fields { places, .. } => {
            let known: Vec<String> = FIELDS.iter().map(template::Field::typed).collect();
            let hint = format!("Các trường dùng được: {}. Xem nghĩa từng trường: daihoi fields.", known.join(" "));
            (Exit::Refused, places.clone(), hint)
        }
        TemplateError::NotWord(_) => {
            (Exit::Refused, Vec::new(), "Trong Word chọn «Lưu thành», kiểu Word Document (*.docx).".to_owned())
        }
        TemplateError::Disk { .. } | TemplateError::Packing(_) | TemplateError::Writing(_) => {
            (Exit::Trouble, Vec::new(), "Kiểm tra đường dẫn và quyền truy cập rồi thử lại.".to_owned())
        }
    };
    let places = places.iter().map(|place| visible(place)).collect();
    Failure { exit, what: visible(&error.to_string()), cause: None, hint: Some(hint), places }
}

fn unknown_format(word: &str) -> Failure {
    let known = Format::ALL.map(Format::word).join(", ");
    usage(format!("không có định dạng «{word}»"), format!("Dùng: {known}."))
}

fn unknown_paper(congress: &Congress, word: &str) -> Failure {
    let known: Vec<String> = PaperName::all(congress).into_iter().map(PaperName::word).collect();
    usage(format!("lúc này chưa có văn bản «{word}»"), format!("Hiện có: all, issued, {}.", known.join(", ")))
}

fn usage(what: String, hint: String) -> Failure {
    Failure { exit: Exit::Usage, what, cause: None, hint: Some(hint), places: Vec::new() }
}
