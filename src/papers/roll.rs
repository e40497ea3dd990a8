//! The attendance list of a session (danh sách điểm danh): those summoned in the order of the roster, with room to sign and
//! what the roll says of each.

use crate::domain::{
    Congress,
    attendance::Presence,
    id::SessionId,
    meeting::Roster,
    people::{Person, Standing},
};

use super::issuing::{body_in_charge, dated, head, marked, signed, title_of};
use super::paper::{Block, Column, Level, Paper, Signature, Signatures, Table};
use super::phrases::{at_hour, clock, comrades, count_of, name_of};
use super::programme::session_title;
use crate::domain::bodies::BodyKind;

/// The list; none where there is no such session, or where the roster is not everybody.
pub fn compose(congress: &Congress, session: SessionId) -> Option<Paper> {
    let session = congress.sessions.get(&session)?;
    let unseated = congress.unseated(session.id);
    let is_listed = |person: &&Person| is_called(person) && !unseated.contains(&person.id);
    let called: Vec<&Person> = congress.people.iter().filter(is_listed).collect();
    if congress.meeting().roster == Roster::NamedOnly || called.is_empty() {
        return None;
    }
    let title = title_of(congress, "DANH SÁCH ĐIỂM DANH").line(session_title(session));
    let total = total(count_of(&called), u64::from(congress.hall_in(session.id).summoned));
    let head = dated(congress, head(congress, ""), Some(session.date));
    let paper = Paper::new(head.unnumbered(), title)
        .with(groups(congress, session.id, &called))
        .paragraph("total", total)
        .signed(Signatures::one(keeper(congress)));
    Some(marked(congress, paper))
}

/// How many are listed; those who may come without being counted are not summoned.
fn total(called: u64, summoned: u64) -> String {
    let summoned = match summoned {
        fewer if fewer < called => format!(", trong đó {} được triệu tập", comrades(fewer)),
        _ => String::new(),
    };
    format!("Danh sách gồm {}{summoned}.", comrades(called))
}

/// Whether a person's name is called: everybody summoned, and those who may come without being counted.
fn is_called(person: &Person) -> bool {
    person.is_summoned() || matches!(person.standing, Standing::Exempted | Standing::TemporaryHere)
}

fn keeper(congress: &Congress) -> Signature {
    let member = body_in_charge(congress, BodyKind::Secretariat).and_then(|body| body.members.first());
    signed(Signature::new("NGƯỜI ĐIỂM DANH"), member.map(|member| name_of(congress, *member)))
}

/// One table, or one for each delegation of a congress of delegates.
fn groups(congress: &Congress, session: SessionId, called: &[&Person]) -> Vec<Block> {
    if !congress.meeting().has_delegates() {
        return vec![Block::Table(table(congress, session, called).keyed("people"))];
    }
    let mut units: Vec<(Option<&str>, Vec<&Person>)> = Vec::new();
    for person in called {
        let unit = person.unit.as_deref();
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, people)) => people.push(person),
            None => units.push((unit, vec![person])),
        }
    }
    let told = |(number, (unit, people)): (u32, (Option<&str>, Vec<&Person>))| {
        let heading = format!("{number}. {} ({})", unit.unwrap_or("Đại biểu khác"), comrades(count_of(&people)));
        let table = table(congress, session, &people).keyed(format!("people.{number}"));
        [Block::heading(Level::Section, heading), Block::Table(table)]
    };
    (1..).zip(units).flat_map(told).collect()
}

fn table(congress: &Congress, session: SessionId, people: &[&Person]) -> Table {
    let offices = people.iter().any(|person| person.office.is_some());
    let mut columns = vec![Column::figures("TT", 1), Column::words("Họ và tên", 7)];
    if offices {
        columns.push(Column::words("Chức vụ", 6));
    }
    columns.extend([Column::words("Ký tên", 4), Column::words("Ghi chú", 5)]);
    let table = Table::new(columns);
    let table = if offices { table.small() } else { table };
    (1..).zip(people).fold(table, |table, (number, person)| {
        let mut row = vec![u32::to_string(&number), person.name.clone()];
        if offices {
            row.push(person.office.clone().unwrap_or_default());
        }
        row.extend([String::new(), remark(congress, session, person)]);
        table.row(row)
    })
}

/// Standing where it is not the common one, and what the roll says.
fn remark(congress: &Congress, session: SessionId, person: &Person) -> String {
    let standing = match person.standing {
        Standing::Probationary => Some("dự bị".to_owned()),
        Standing::TemporaryHere => Some("sinh hoạt tạm thời".to_owned()),
        Standing::Exempted => Some("miễn sinh hoạt".to_owned()),
        Standing::Full | Standing::TemporaryElsewhere | Standing::Suspended => None,
    };
    let replaced = person.replaces.map(|absent| format!("thay đồng chí {}", name_of(congress, absent)));
    let row = congress.attendance_of(session, person.id);
    let marked = row.and_then(|row| match row.presence {
        Presence::Absent => Some(row.reason.as_ref().map_or("vắng".to_owned(), |reason| format!("vắng: {reason}"))),
        Presence::Left => row.marks.last().map(|mark| format!("về{}", at_hour(" lúc ", mark.at))),
        Presence::Present => {
            let late = row.marks.iter().find(|mark| mark.late)?;
            Some(clock(late.at).map_or_else(|| "đến muộn".to_owned(), |hour| format!("đến lúc {hour}")))
        }
    });
    // who is exempted and absent for that reason is not told so twice
    let said = |standing: &String| marked.as_ref().is_some_and(|marked| marked.contains(standing.as_str()));
    let standing = standing.filter(|standing| !said(standing));
    standing.into_iter().chain(replaced).chain(marked).collect::<Vec<_>>().join("; ")
}
