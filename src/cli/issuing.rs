//! `export --paper issued`: every version that was issued, word for word as it was then, from the journal up to its line.

use super::papers::wrote;
use super::report::{Exit, Failure};
use crate::domain::issuing::{Change as Issuing, Issue};
use crate::domain::{Change, Congress, journal};
use crate::export::{self, Format};
use crate::papers::{PaperName, issued};
use crate::store::Store;
use std::io::Write;
use std::path::Path;

/// The folder inside the one asked for, with a folder for each number.
const FOLDER: &str = "da-phat-hanh";

/// Writes every version issued into a folder named after its number.
pub fn export(store: &Store, dir: &Path, formats: &[Format], out: &mut dyn Write) -> Result<(), Failure> {
    let entries = store.entries(..)?;
    let undone = journal::undone(&entries);
    // the whole congress as JSON is no paper that was issued
    let formats: Vec<Format> =
        formats.iter().copied().filter(|format| ![Format::Json, Format::Xlsx].contains(format)).collect();
    for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| !undone.contains(&entry.number)) {
        let Change::Issuing(Issuing::Issued(issue)) = &entry.change else { continue };
        let then = journal::replay(&entries[..=place]);
        let name = frozen(&then, issue).ok_or_else(|| changed(issue))?;
        let folder = dir.join(FOLDER).join(format!("{:02}", issue.id.0));
        wrote(export::export(&then, &folder, &[name], &formats), out)?;
    }
    Ok(())
}

/// The paper of an issue, if it still says what was issued.
fn frozen(then: &Congress, issue: &Issue) -> Option<PaperName> {
    let name = PaperName::all(then).into_iter().find(|name| name.word() == issue.paper)?;
    (issued::hash(&name.unnumbered(then)?) == issue.hash).then_some(name)
}

fn changed(issue: &Issue) -> Failure {
    Failure {
        exit: Exit::Trouble,
        what: format!("không lập lại được đúng từng chữ văn bản số {:02} ({})", issue.id.0, issue.paper),
        cause: Some("lời văn in sẵn của chương trình đã khác lúc phát hành".to_owned()),
        hint: Some("Dùng bản đã xuất khi phát hành, hoặc phiên bản chương trình đã phát hành nó.".to_owned()),
        places: Vec::new(),
    }
}
