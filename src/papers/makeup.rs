//! Tables of who is there (cơ cấu), for the attendance and credentials reports: each adds up to the same total, is checked, and
//! says so. A subject of which nothing is recorded has no table.

use chrono::NaiveDate;

use crate::domain::{
    Congress,
    figures::{Percent, grouped},
    fold::fold,
    id::PersonId,
    makeup::{Group, PARTY_AGE_BANDS, Years, groups, is_majority},
    people::{Origin, Person, Sex, Standing},
};

use super::paper::{Block, Column, Level, Table, Text};
use super::phrases::{capital, comrades, counted, list, name_of};

/// People parted by one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// The question, as the heading of its table.
    pub title: &'static str,
    /// The answers with their counts.
    pub rows: Vec<(String, u32)>,
    /// How many were asked about.
    pub total: u32,
}

/// What stands for those of whom nothing is recorded.
const UNKNOWN: &str = "Chưa có thông tin";

/// What stands for those of whom no religion is recorded.
const NO_RELIGION: &str = "Không ghi tôn giáo";

/// Levels of education from high to low, folded.
const EDUCATION: [&str; 6] = ["tien si", "thac si", "dai hoc", "cao dang", "trung cap", "so cap"];

/// Levels of political theory (lý luận chính trị) from high to low, folded.
const THEORY: [&str; 4] = ["cu nhan", "cao cap", "trung cap", "so cap"];

/// A roster names a religion where there is one: those of whom it names none are told so, neither as without nor as unknown.
fn unnamed(mut rows: Vec<(String, u32)>) -> Vec<(String, u32)> {
    for (answer, _) in rows.iter_mut().filter(|(answer, _)| answer == UNKNOWN) {
        NO_RELIGION.clone_into(answer);
    }
    rows
}

/// Answers from the highest level to the lowest; those of no known level after them as they stood.
fn ranked(mut rows: Vec<(String, u32)>, levels: &[&str]) -> Vec<(String, u32)> {
    let level = |answer: &str| levels.iter().position(|level| fold(answer).contains(level)).unwrap_or(levels.len());
    rows.sort_by_key(|(answer, _)| (answer == UNKNOWN, level(answer)));
    rows
}

impl Spread {
    /// Whether the rows add up to the total.
    pub fn adds_up(&self) -> bool {
        self.rows.iter().try_fold(0_u32, |sum, (_, count)| sum.checked_add(*count)) == Some(self.total)
    }

    /// The table with its sum, which says whether it adds up.
    pub fn table(&self) -> Table {
        let columns = [Column::words("Nội dung", 8), Column::figures("Số lượng", 3), Column::figures("Tỷ lệ %", 3)];
        let share =
            |count: u32| Percent::of(count.into(), self.total.into()).map_or(String::new(), |share| share.to_string());
        let rows = self.rows.iter().filter(|(_, count)| *count > 0);
        let table = rows.fold(Table::new(columns), |table, (label, count)| {
            table.row([label.clone(), grouped(*count), share(*count)])
        });
        let sum = self.rows.iter().fold(0_u32, |sum, (_, count)| sum.saturating_add(*count));
        let said = if self.adds_up() {
            "Cộng (khớp tổng số)".to_owned()
        } else {
            format!("Cộng (LỆCH so với {})", self.total)
        };
        let bold = |text: String| Text::new().bold(text);
        table.row([bold(said), bold(grouped(sum)), bold(share(sum))])
    }

    /// Whether anything is recorded at all.
    fn says_something(&self) -> bool {
        self.rows.iter().any(|(label, count)| ![UNKNOWN, NO_RELIGION].contains(&label.as_str()) && *count > 0)
    }
}

/// The questions asked about people, in the order of the report.
pub fn spreads(congress: &Congress, people: &[&Person]) -> Vec<Spread> {
    let total = u32::try_from(people.len()).unwrap_or(u32::MAX);
    let spread = |title, rows: Vec<(String, u32)>| Spread { title, rows, total };
    let day = congress.opening_day();
    let edges = congress.meeting().about.printing.age_edges();
    let asked = |answer: fn(&Person) -> Option<&str>| labelled(groups(people.iter().copied(), answer));
    let standing = if congress.meeting().has_delegates() {
        spread("Nguồn đại biểu", labelled(groups(people.iter().copied(), |person| Some(origin(person)))))
    } else {
        spread("Loại đảng viên", labelled(groups(people.iter().copied(), |person| Some(kind_of(person)))))
    };
    let spreads = [
        standing,
        spread("Giới tính", asked(|person| person.sex.map(|sex| if sex == Sex::Female { "Nữ" } else { "Nam" }))),
        spread(
            "Dân tộc",
            asked(|person| {
                let group = person.record.ethnicity.as_deref()?;
                Some(if is_majority(group) { "Kinh" } else { "Dân tộc thiểu số" })
            }),
        ),
        spread("Tôn giáo", unnamed(asked(|person| person.record.religion.as_deref()))),
        spread("Tuổi đời", banded(&years(people, day, |person| person.record.born, edges), edges, total)),
        spread(
            "Tuổi Đảng",
            banded(&years(people, day, |person| person.record.joined, &PARTY_AGE_BANDS), &PARTY_AGE_BANDS, total),
        ),
        spread("Trình độ chuyên môn", ranked(asked(|person| person.record.education.as_deref()), &EDUCATION)),
        spread("Trình độ lý luận chính trị", ranked(asked(|person| person.record.theory.as_deref()), &THEORY)),
    ];
    spreads.into_iter().filter(Spread::says_something).collect()
}

fn years(people: &[&Person], day: Option<NaiveDate>, since: fn(&Person) -> Option<NaiveDate>, edges: &[u32]) -> Years {
    Years::of(people.iter().copied(), day, since, edges)
}

fn labelled(groups: Vec<Group>) -> Vec<(String, u32)> {
    let label = |group: Group| (group.answer.map_or(UNKNOWN.to_owned(), |answer| capital(&answer)), group.people);
    groups.into_iter().map(label).collect()
}

fn banded(years: &Years, edges: &[u32], total: u32) -> Vec<(String, u32)> {
    let mut labels: Vec<String> = edges.first().map(|first| format!("Từ {first} trở xuống")).into_iter().collect();
    labels.extend(edges.windows(2).map(|pair| format!("Từ {} đến {}", pair[0] + 1, pair[1])));
    labels.extend(edges.last().map(|last| format!("Trên {last}")));
    let mut rows: Vec<(String, u32)> = labels.into_iter().zip(years.bands.iter().copied()).collect();
    rows.push((UNKNOWN.to_owned(), total.saturating_sub(years.known)));
    rows
}

const fn origin(person: &Person) -> &'static str {
    match person.origin {
        Some(Origin::ExOfficio) => "Đương nhiên",
        Some(Origin::Elected) => "Do bầu",
        Some(Origin::Appointed) => "Chỉ định",
        Some(Origin::Alternate) => "Dự khuyết thay thế",
        None => UNKNOWN,
    }
}

const fn kind_of(person: &Person) -> &'static str {
    match person.standing {
        Standing::Full | Standing::TemporaryElsewhere | Standing::Suspended => "Đảng viên chính thức",
        Standing::Probationary => "Đảng viên dự bị",
        Standing::TemporaryHere => "Đảng viên sinh hoạt tạm thời",
        Standing::Exempted => "Đảng viên được miễn công tác và sinh hoạt",
    }
}

/// The tables with headings, ages in words, and the line that says they were checked against each other.
pub fn blocks(congress: &Congress, people: &[&Person], who: &str) -> Vec<Block> {
    let spreads = spreads(congress, people);
    let mut blocks = Vec::new();
    for (number, spread) in (1..).zip(&spreads) {
        let number: u32 = number;
        blocks.push(Block::heading(Level::Section, format!("{number}. {}", spread.title)));
        blocks.push(Block::Table(spread.table().keyed(format!("makeup.{number}"))));
        blocks.extend(match spread.title {
            "Tuổi đời" => age(congress, people, who),
            "Tuổi Đảng" => party_age(congress, people, who),
            _ => None,
        });
    }
    if !spreads.is_empty() {
        blocks.push(Block::paragraph("makeup.checked", checked(&spreads, who)));
    }
    blocks
}

fn checked(spreads: &[Spread], who: &str) -> String {
    let wrong: Vec<&str> = spreads.iter().filter(|spread| !spread.adds_up()).map(|spread| spread.title).collect();
    let total = spreads.first().map_or(0, |spread| spread.total);
    match (wrong.is_empty(), spreads.len()) {
        (true, 1) => format!("Đã đối chiếu: bảng trên cộng đủ {} có mặt.", counted(total, who)),
        (true, several) => {
            format!("Đã đối chiếu: cả {several:02} bảng trên đều cộng đủ {} có mặt.", counted(total, who))
        }
        (false, _) => format!("CHƯA KHỚP với {} có mặt: {}.", counted(total, who), list(&wrong)),
    }
}

fn age(congress: &Congress, people: &[&Person], who: &str) -> Option<Block> {
    let edges = congress.meeting().about.printing.age_edges();
    let years = years(people, congress.opening_day(), |person| person.record.born, edges);
    let (mean, least, most) = (years.mean_tenths()?, years.least?, years.most?);
    let (youngest, oldest) = (named(congress, &years.fewest), named(congress, &years.greatest));
    let text = format!(
        "Tuổi đời bình quân: {},{}. {} trẻ tuổi nhất: {youngest} ({least} tuổi); cao tuổi nhất: {oldest} ({most} tuổi).",
        mean / 10,
        mean % 10,
        capital(who)
    );
    Some(Block::paragraph("makeup.age", text))
}

fn party_age(congress: &Congress, people: &[&Person], who: &str) -> Option<Block> {
    let years = years(people, congress.opening_day(), |person| person.record.joined, &PARTY_AGE_BANDS);
    let (least, most) = (years.least?, years.most?);
    let (fewest, greatest) = (named(congress, &years.fewest), named(congress, &years.greatest));
    let told = |years: u32| if years == 0 { "dưới 01 năm".to_owned() } else { counted(years, "năm") };
    let text = format!(
        "{} có tuổi Đảng cao nhất: {greatest} ({}); thấp nhất: {fewest} ({}).",
        capital(who),
        told(most),
        told(least)
    );
    Some(Block::paragraph("makeup.party_age", text))
}

/// The names, the first of many.
fn named(congress: &Congress, people: &[PersonId]) -> String {
    let names: Vec<String> =
        people.iter().take(3).map(|person| format!("đồng chí {}", name_of(congress, *person))).collect();
    match people.len().saturating_sub(3) {
        0 => list(&names),
        more => format!("{} và {} khác", names.join(", "), comrades(u64::try_from(more).unwrap_or(u64::MAX))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_does_not_add_up_says_so() {
        let rows = vec![("Nữ".to_owned(), 2), ("Nam".to_owned(), 3)];
        let right = Spread { title: "Giới tính", rows: rows.clone(), total: 5 };
        assert!(right.table().plain_text().ends_with("Cộng (khớp tổng số)\t5\t100,00"));
        let wrong = Spread { title: "Giới tính", rows, total: 6 };
        assert!(wrong.table().plain_text().contains("LỆCH so với 6"));
        assert!(checked(&[right, wrong], "đại biểu").starts_with("CHƯA KHỚP"));
    }
}
