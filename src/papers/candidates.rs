//! The list of candidates of a vote (danh sách bầu cử), in ballot order, with what is recorded of each. A column of which
//! nobody's entry is known is not there.

use chrono::{Datelike, NaiveDate};

use crate::domain::{Congress, figures::two_digits, motions::Vote, people::Person};

use super::issuing::{chair_of_vote, dated, head_of_voters, marked};
use super::paper::{Block, Column, Paper, Signatures, Table};
use super::phrases::{Words, comrades, count_of, surplus};
use super::poll::{Poll, PollId};

/// The list; none where the vote is neither held nor due.
pub fn compose(congress: &Congress, poll: PollId) -> Option<Paper> {
    let poll = Poll::of(congress, poll)?;
    let head = head_of_voters(congress, poll.election);
    let head = dated(congress, head, poll.day());
    let names = count_of(&poll.names);
    let surplus = surplus(names, poll.seats);
    let order = if names > 1 { ", xếp theo thứ tự tên" } else { "" };
    let text = format!("Danh sách gồm {}, bầu {}{surplus}{order}:", comrades(names), comrades(poll.seats));
    let paper = Paper::new(head.unnumbered(), poll.title("DANH SÁCH BẦU CỬ"))
        .with([Block::paragraph("list", text), Block::Table(table(&poll).keyed("names"))])
        .with(voted(&poll))
        .signed(Signatures::one(chair_of_vote(congress, poll.election)));
    Some(marked(congress, paper))
}

/// That the list was voted, once it was; a list given by an earlier round is not voted again.
fn voted(poll: &Poll<'_>) -> Option<Block> {
    let motion = poll.congress.motions.get(&poll.election.list_by?)?;
    let meeting = Words::of_vote(poll.congress.meeting().kind, poll.election).meeting;
    let told = || Block::paragraph("voted", format!("Danh sách này đã được {meeting} biểu quyết thông qua."));
    (poll.number == 1 && motion.vote.as_ref().is_some_and(Vote::carried)).then(told)
}

/// What a column tells of a person, empty where nothing is recorded.
type Entry = fn(&Person) -> String;

/// The columns beside number and name.
const COLUMNS: [(&str, u32, Entry); 4] = [
    ("Năm sinh", 1, |person| person.record.born.map(|born| born.year().to_string()).unwrap_or_default()),
    ("Ngày vào Đảng", 5, |person| person.record.joined.map(day_or_year).unwrap_or_default()),
    ("Chức vụ", 6, |person| person.office.clone().unwrap_or_default()),
    ("Đơn vị", 6, |person| person.unit.clone().unwrap_or_default()),
];

/// A day; of a year alone, kept as its first of January, the year: a paper states no day that nobody gave.
fn day_or_year(day: NaiveDate) -> String {
    match day.ordinal() {
        1 => day.year().to_string(),
        _ => format!("{}/{}/{}", two_digits(day.day()), day.month(), day.year()),
    }
}

fn table(poll: &Poll<'_>) -> Table {
    let people: Vec<&Person> = poll.names.iter().filter_map(|person| poll.congress.people.get(person)).collect();
    let told: Vec<&(&str, u32, Entry)> =
        COLUMNS.iter().filter(|(.., entry)| people.iter().any(|person| !entry(person).is_empty())).collect();
    let columns = [Column::figures("STT", 1), Column::words("Họ và tên", 8)].into_iter();
    let table = Table::new(columns.chain(told.iter().map(|(heading, share, _)| match *heading {
        "Năm sinh" | "Ngày vào Đảng" => Column::figures(*heading, *share),
        _ => Column::words(*heading, *share),
    })));
    let table = if told.len() < COLUMNS.len() - 1 { table } else { table.small() };
    (1..).zip(people).fold(table, |table, (number, person)| {
        let entries = told.iter().map(|(.., entry)| entry(person));
        table.row([u32::to_string(&number), person.name.clone()].into_iter().chain(entries))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_year_alone_no_day_is_made_up() {
        let told = |month, day| NaiveDate::from_ymd_opt(2006, month, day).map(day_or_year);
        assert_eq!(told(1, 1).as_deref(), Some("2006"));
        assert_eq!(told(2, 3).as_deref(), Some("03/2/2006"));
    }
}
