//! `roster`: a roster file brought into a congress, or only looked at. Nothing is recorded while a row is not certain.

use super::now;
use super::passphrase::seated;
use super::report::{Exit, Failure, visible};
use crate::domain::roster::{Answer, Answers, Letters, Listing, Meets, Sifted, enrolled, sift};
use crate::domain::{Congress, Lang, Role};
use crate::import::roster::{self, RosterError};
use crate::store::Store;
use std::io::Write;
use std::path::Path;

/// Whether anything is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// It is.
    Real,
    /// What would be recorded is only told.
    Dry,
}

/// Reads a roster into a congress.
pub fn roster(file: &Path, list: &Path, run: Run, out: &mut dyn Write) -> Result<(), Failure> {
    let mut store = Store::open(file)?;
    let mut congress = store.load()?;
    let mut sheets = roster::look(list).map_err(|error| unreadable(&error))?;
    let listing = sheets.swap_remove(0);
    let sifted = sift(&congress, &listing, &Answers::new());
    tell(&congress, &listing, &sifted, out);
    let places = hindrances(&congress, &listing, &sifted);
    if !places.is_empty() {
        return Err(Failure {
            exit: Exit::Refused,
            what: format!("{}: {} dòng chưa nhập được; chưa ghi gì", listing.file, places.len()),
            cause: None,
            hint: Some(
                "Sửa những dòng trên trong tệp, hoặc nhập trên màn hình (F3, Ctrl-O) để chọn từng dòng.".to_owned(),
            ),
            places,
        });
    }
    let asking = |congress: &Congress| enrolled(congress, &listing, &Answers::new(), Letters::AsTyped);
    let nothing = !sifted.iter().any(|sifted| matches!(sifted.meets, Meets::New | Meets::Changes(..)));
    if run == Run::Dry || nothing {
        return Ok(());
    }
    seated(&congress, Role::Secretary)?;
    store.record(&mut congress, Role::Secretary.into(), now(), &asking)?;
    let _ = writeln!(out, "Đã ghi vào {}.", visible(&file.display().to_string()));
    Ok(())
}

fn tell(congress: &Congress, listing: &Listing, sifted: &[Sifted], out: &mut dyn Write) {
    let count = |fits: fn(&Meets) -> bool| sifted.iter().filter(|sifted| fits(&sifted.meets)).count();
    let new = count(|meets| matches!(meets, Meets::New));
    let (updates, same) =
        (count(|meets| matches!(meets, Meets::Changes(..))), count(|meets| matches!(meets, Meets::Same(_))));
    let _ = writeln!(out, "{}: thêm {new}, cập nhật {updates}, đã có {same}.", visible(&listing.file));
    for warning in roster::warnings(listing) {
        let _ = writeln!(out, "Lưu ý: {}", visible(&warning));
    }
    for (row, sifted) in listing.rows.iter().zip(sifted).filter(|(_, sifted)| !sifted.near.is_empty()) {
        let known = matches!(sifted.answer, Some(Answer::Update(id)) if congress.person(id).is_ok());
        let said = if known { "được coi là" } else { "gần giống" };
        let near = visible(&sifted.near.join("; "));
        let _ = writeln!(out, "Lưu ý: Dòng {}: {} {said} {near}.", row.row, visible(&row.entry.name));
    }
}

/// The rows that stand in the way, each with the reason.
fn hindrances(congress: &Congress, listing: &Listing, sifted: &[Sifted]) -> Vec<String> {
    let mut places = Vec::new();
    for (row, sifted) in listing.rows.iter().zip(sifted) {
        for (column, fault) in &row.faults {
            let (what, remedy) = fault.told(Lang::Vi);
            let column = column.as_ref().map(|column| format!(", cột «{column}»")).unwrap_or_default();
            places.push(format!("dòng {}{column}: {what} {remedy}", row.row));
        }
        let why = match &sifted.meets {
            Meets::Asks(people) => {
                let names = people.iter().filter_map(|person| congress.people.get(person));
                let names =
                    names.map(|person| format!("số {} {}", person.id, person.name)).collect::<Vec<_>>().join("; ");
                format!("có thể là {names}, hoặc người khác.")
            }
            Meets::Double(other) => {
                format!("trùng với dòng {}.", listing.rows.get(*other).map_or(0, |other| other.row))
            }
            _ => continue,
        };
        places.push(format!("dòng {}: {}: {why}", row.row, row.entry.name));
    }
    places
}

fn unreadable(error: &RosterError) -> Failure {
    let exit = if matches!(error, RosterError::File { .. }) { Exit::Trouble } else { Exit::Refused };
    let told = error.told(Lang::Vi);
    let hint = Some(told.instead).filter(|hint| !hint.is_empty());
    Failure { exit, what: told.what, cause: None, hint, places: Vec::new() }
}
