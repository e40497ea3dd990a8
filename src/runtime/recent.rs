//! The files opened lately: paths and nothing of what they hold, in a small file of the person who sits here. A list that is
//! broken or cannot be written never stands in the way of a congress.

use etcetera::{BaseStrategy, choose_base_strategy};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// How many are remembered.
const REMEMBERED: usize = 12;

/// The list.
#[derive(Clone, Debug)]
pub struct Recent {
    file: Option<PathBuf>,
}

impl Recent {
    /// The list of the person who runs the program; nothing is remembered where no folder is known for it.
    pub fn of_this_person() -> Self {
        Self { file: choose_base_strategy().ok().map(|folders| folders.data_dir().join("daihoi").join("gan-day.json")) }
    }

    /// A list that nobody keeps.
    #[cfg(test)]
    pub fn of_nobody() -> Self {
        Self { file: None }
    }

    /// The list kept in a file.
    #[cfg(test)]
    fn kept_in(file: PathBuf) -> Self {
        Self { file: Some(file) }
    }

    /// The paths, the last one opened first; none where the list cannot be read.
    pub fn paths(&self) -> Vec<PathBuf> {
        let text = self.file.as_ref().and_then(|file| fs::read_to_string(file).ok());
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Puts a path first.
    pub fn remember(&self, path: &Path) {
        let Some(file) = &self.file else { return };
        let opened = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let mut paths = self.paths();
        paths.retain(|other| *other != opened);
        paths.insert(0, opened);
        paths.truncate(REMEMBERED);
        // a list that could not be written costs a little typing and nothing else
        let _ = write(file, &paths);
    }
}

/// Writes the list beside its file and puts it in its place, so that two programs never leave half a list.
fn write(file: &Path, paths: &[PathBuf]) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut written = tempfile::NamedTempFile::new_in(folder)?;
    written.write_all(serde_json::to_string_pretty(paths)?.as_bytes())?;
    written.persist(file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_file_opened_comes_first_and_once() {
        let dir = tempfile::tempdir().unwrap();
        let recent = Recent::kept_in(dir.path().join("nơi khác").join("gan-day.json"));
        assert_eq!(recent.paths(), Vec::<PathBuf>::new());
        for name in ["/a.daihoi", "/b.daihoi", "/a.daihoi"] {
            recent.remember(Path::new(name));
        }
        assert_eq!(recent.paths(), [PathBuf::from("/a.daihoi"), PathBuf::from("/b.daihoi")]);
        for number in 0..30 {
            recent.remember(Path::new(&format!("/{number}.daihoi")));
        }
        assert_eq!(recent.paths().len(), REMEMBERED);
        assert_eq!(recent.paths()[0], PathBuf::from("/29.daihoi"));
    }

    #[test]
    fn a_broken_list_is_an_empty_one_and_is_mended() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("gan-day.json");
        fs::write(&file, "{\"không phải\": danh sách").unwrap();
        let recent = Recent::kept_in(file);
        assert_eq!(recent.paths(), Vec::<PathBuf>::new());
        recent.remember(Path::new("/a.daihoi"));
        assert_eq!(recent.paths(), [PathBuf::from("/a.daihoi")]);
    }
}
