//! Phrases of the papers (văn phong): lists, counts, shares, results of votes, names with offices. Grammar only: which fact
//! goes where is decided by each paper, and nothing here knows a section.

use chrono::NaiveDateTime;

use crate::domain::{
    Congress,
    election::{Election, Office, list::Voters},
    figures::{Percent, grouped, has_hour, hour, two_digits},
    floor::Speaker,
    id::PersonId,
    meeting::{Kind, Term},
    motions::{Count, Hands, Vote},
};

/// What stands for a fact that the form needs and nobody recorded.
pub const NOT_STATED: &str = "(không nêu)";

/// The words that depend on the kind of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The meeting at the beginning of a sentence: `Đại hội`, `Hội nghị`.
    pub assembly: &'static str,
    /// The meeting inside a sentence.
    pub meeting: &'static str,
    /// Who attends: `đảng viên`, `đại biểu`.
    pub attendee: &'static str,
    /// Who is counted in the base: `đảng viên chính thức`, `đại biểu chính thức`.
    pub full: &'static str,
    /// One of those who vote: `đồng chí`, `đại biểu`.
    pub voter: &'static str,
}

impl Words {
    /// The words of a kind of meeting.
    pub const fn of(kind: Kind) -> Self {
        let members = Self {
            assembly: "Đại hội",
            meeting: "đại hội",
            attendee: "đảng viên",
            full: "đảng viên chính thức",
            voter: "đồng chí",
        };
        match kind {
            Kind::Cell | Kind::Members => members,
            Kind::Delegates => Self {
                attendee: "đại biểu", full: "đại biểu chính thức", voter: "đại biểu", ..members
            },
            Kind::Review => Self { assembly: "Hội nghị", meeting: "hội nghị", ..members },
        }
    }

    /// The words of the first plenum (hội nghị lần thứ nhất).
    pub const PLENUM: Self = Self {
        assembly: "Hội nghị",
        meeting: "hội nghị",
        attendee: "cấp ủy viên",
        full: "cấp ủy viên",
        voter: "đồng chí",
    };

    /// The words of those who vote in an election: the congress, or the first plenum.
    pub const fn of_vote(kind: Kind, election: &Election) -> Self {
        match election.voters {
            Voters::Congress => Self::of(kind),
            Voters::Plenum => Self::PLENUM,
        }
    }
}

/// `A`, `A và B`, `A, B và C`; with semicolons where an entry has a comma or an office of its own.
pub fn list<S: AsRef<str>>(entries: &[S]) -> String {
    let comma = if entries.iter().any(|entry| entry.as_ref().contains([',', ';']) || entry.as_ref().contains(" – ")) {
        "; "
    } else {
        ", "
    };
    match entries {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first, last] if comma == ", " => format!("{} và {}", first.as_ref(), last.as_ref()),
        [others @ .., last] => {
            let others: Vec<&str> = others.iter().map(AsRef::as_ref).collect();
            let and = if comma == "; " { "; " } else { " và " };
            format!("{}{and}{}", others.join(comma), last.as_ref())
        }
    }
}

/// `05 đồng chí`.
pub fn comrades(number: impl Into<u64>) -> String {
    counted(number, "đồng chí")
}

/// `01 phiếu`, `17 đại biểu`.
pub fn counted(number: impl Into<u64>, unit: &str) -> String {
    format!("{} {unit}", two_digits(number))
}

/// By how many names a list exceeds the seats, as a clause: `, số dư 01 đồng chí`; nothing where it does not.
pub fn surplus(names: u64, seats: u16) -> String {
    match names.saturating_sub(u64::from(seats)) {
        0 => String::new(),
        surplus => format!(", số dư {}", comrades(surplus)),
    }
}

/// How many delegates were allotted from above: `Số lượng đại biểu được cấp trên phân bổ: 10 đại biểu chính thức và 01 đại biểu
/// dự khuyết.`
pub fn allotted(election: &Election) -> String {
    let alone = if election.office == Office::Alternates {
        "đại biểu dự khuyết"
    } else {
        "đại biểu chính thức"
    };
    let seats = election.seats.map_or(NOT_STATED.to_owned(), |seats| counted(seats, alone));
    let alternates = match election.alternates {
        0 => String::new(),
        number => format!(" và {}", counted(number, "đại biểu dự khuyết")),
    };
    format!("Số lượng đại biểu được cấp trên phân bổ: {seats}{alternates}.")
}

/// The number to elect after its noun: `là 15 đồng chí`. Where the body is larger, what is left for later:
/// `là 76 đồng chí; bầu tại đại hội 74 đồng chí, còn 02 đồng chí sẽ kiện toàn sau`.
pub fn number_to_elect((seats, size): (u16, Option<u16>), meeting: &str) -> String {
    match size.filter(|size| *size > seats) {
        None => format!("là {}", comrades(seats)),
        Some(size) => {
            let (seats, later) = (comrades(seats), comrades(size - seats));
            format!("là {}; bầu tại {meeting} {seats}, còn {later} sẽ kiện toàn sau", comrades(size))
        }
    }
}

/// The size of a body of which fewer are elected now: `số lượng ủy viên là 76 đồng chí, còn 02 đồng chí sẽ kiện toàn sau`;
/// nothing where all are.
pub fn size(election: &Election) -> Option<String> {
    let later = election.completed_later();
    let size = election.size.filter(|_| later > 0)?;
    let members = members_word(election.office);
    Some(format!("số lượng {members} là {}, còn {} sẽ kiện toàn sau", comrades(size), comrades(later)))
}

/// The size as a remark in brackets behind the number to elect; nothing where all are elected.
pub fn size_remark(election: &Election) -> String {
    size(election).map(|size| format!(" ({size})")).unwrap_or_default()
}

/// What those are called whom an office has several of.
pub const fn members_word(office: Office) -> &'static str {
    if matches!(office, Office::Deputy) { "Phó Bí thư" } else { "ủy viên" }
}

/// How many there are, as a number to print.
pub fn count_of<T>(entries: &[T]) -> u64 {
    u64::try_from(entries.len()).unwrap_or(u64::MAX)
}

/// `84,21 %`, and `100 %` without decimals; nothing of an empty whole.
pub fn percent(part: u64, whole: u64) -> Option<String> {
    let share = Percent::of(part, whole)?;
    Some(if share.hundredths() == 10_000 { "100 %".to_owned() } else { format!("{share} %") })
}

/// A share with its raw fraction: `84,21 % (16/19)`; nothing of an empty whole.
pub fn share(part: u64, whole: u64) -> Option<String> {
    Some(format!("{} ({}/{})", percent(part, whole)?, grouped(part), grouped(whole)))
}

/// The votes of one name: `16/18 phiếu, đạt 84,21 % (16/19)`.
pub fn ballots(votes: u64, papers: u64, base: u64) -> String {
    let papers = format!("{}/{} phiếu", grouped(votes), grouped(papers));
    share(votes, base).map_or(papers.clone(), |share| format!("{papers}, đạt {share}"))
}

/// The result of a hand vote as a clause: `17/17 đồng chí nhất trí, đạt 94,44 % (17/18)`. Counts that are not known are
/// said to be so; those against are named only where there are any.
pub fn hand_vote(vote: &Vote, words: Words) -> String {
    let Some(hands) = vote.hands() else { return not_stated(vote) };
    if vote.base.is_none() && vote.count == Count::Unanimous {
        // a share known without a count: the roster is not everybody
        return format!("100 % {} có mặt nhất trí", words.voter);
    }
    let agree = agreed(vote, hands, words);
    if hands.agree == vote.voters {
        return agree;
    }
    let mut parts = vec![agree];
    for (number, label) in [(hands.disagree, "không đồng ý"), (hands.other, "ý kiến khác")] {
        if number > 0 {
            parts.push(format!("{label} {}", counted(number, words.voter)));
        }
    }
    parts.join("; ")
}

/// The three counts in the order in which they were asked, none left out: for the resolution.
pub fn three_counts(vote: &Vote, words: Words) -> String {
    let Some(hands) = vote.hands() else { return not_stated(vote) };
    if vote.base.is_none() && vote.count == Count::Unanimous {
        return hand_vote(vote, words);
    }
    let count = |number: u32| if number == 0 { "không có".to_owned() } else { counted(number, words.voter) };
    let (disagree, other) = (count(hands.disagree), count(hands.other));
    let agree = match vote.base {
        Some(base) => format!(
            "đồng ý {}/{} {}{}",
            grouped(hands.agree),
            grouped(vote.voters),
            words.voter,
            reached(hands.agree, base)
        ),
        None => format!("đồng ý {}", counted(hands.agree, words.voter)),
    };
    format!("{agree}; không đồng ý: {disagree}; ý kiến khác: {other}")
}

fn agreed(vote: &Vote, hands: Hands, words: Words) -> String {
    let all = hands.agree == vote.voters;
    match vote.base {
        Some(base) => {
            let verb = if all { "nhất trí" } else { "đồng ý" };
            let (agree, voters) = (grouped(hands.agree), grouped(vote.voters));
            format!("{agree}/{voters} {} {verb}{}", words.voter, reached(hands.agree, base))
        }
        None => format!("{} đồng ý", counted(hands.agree, words.voter)),
    }
}

fn reached(agree: u32, base: u32) -> String {
    share(u64::from(agree), u64::from(base)).map_or(String::new(), |share| format!(", đạt {share}"))
}

fn not_stated(vote: &Vote) -> String {
    let result = if vote.carried() { "được thông qua" } else { "không được thông qua" };
    format!("{result}; số biểu quyết cụ thể {NOT_STATED}")
}

/// The result of a hand vote as a sentence of its own; a vote that was lost says so.
pub fn result(vote: &Vote, words: Words) -> String {
    let lost = !vote.carried() && vote.hands().is_some();
    let end = if lost { ", chưa quá một nửa nên không được thông qua" } else { "" };
    format!("Kết quả biểu quyết: {}{end}.", hand_vote(vote, words))
}

/// A name with its office: `Lê Tiến Sĩ – Chánh Văn phòng`.
pub fn with_office(name: &str, office: &str) -> String {
    if office.trim().is_empty() { name.to_owned() } else { format!("{name} – {}", bare(office)) }
}

/// A member as named inside a sentence: `đồng chí Lê Tiến Sĩ`.
pub fn comrade(congress: &Congress, person: PersonId) -> String {
    format!("đồng chí {}", name_of(congress, person))
}

/// Whoever something is handed to, as typed: a member on the roster is `đồng chí`, a body stands by its name.
pub fn receiver(congress: &Congress, typed: &str) -> String {
    let typed = bare(typed);
    match receiver_named(congress, typed) {
        Some(_) => format!("đồng chí {typed}"),
        None => typed.to_owned(),
    }
}

/// Name and office of a receiver who is on the roster: `Đỗ Thị Lan Anh, Thư ký đại hội`; none where a body receives.
pub fn receiver_named<'t>(congress: &Congress, typed: &'t str) -> Option<(&'t str, &'t str)> {
    let (name, office) = typed.split_once([',', '–']).unwrap_or((typed, ""));
    let (name, office) = (name.trim(), office.trim());
    congress.people.iter().any(|person| person.name == name).then_some((name, office))
}

/// The name of a member, exactly as typed.
pub fn name_of(congress: &Congress, person: PersonId) -> &str {
    congress.people.get(&person).map_or("", |person| person.name.as_str())
}

/// The names of several members.
pub fn names_of(congress: &Congress, people: &[PersonId]) -> Vec<String> {
    people.iter().map(|person| name_of(congress, *person).to_owned()).collect()
}

/// A member's name with the recorded office.
pub fn name_and_office(congress: &Congress, person: PersonId) -> String {
    let office = congress.people.get(&person).and_then(|person| person.office.as_deref());
    with_office(name_of(congress, person), office.unwrap_or_default())
}

/// Whoever speaks, with office or unit: `đồng chí A – Bí thư`, `đại diện Công đoàn`.
pub fn speaker(congress: &Congress, speaker: &Speaker) -> String {
    let named = with_office(congress.speaker_name(speaker), &congress.speaker_office(speaker));
    match speaker {
        Speaker::Person(_) => format!("đồng chí {named}"),
        Speaker::Guest(guest) => match congress.guests.get(guest) {
            Some(guest) if guest.name.is_some() => format!("đồng chí {named}"),
            _ => format!("đại diện {named}"),
        },
        // somebody on no list need not be a Party member
        Speaker::Other { .. } => named,
    }
}

/// The hour of a moment: `08 giờ 05 phút`; none at midnight, which stands for a day of which no hour is known.
pub fn clock(at: NaiveDateTime) -> Option<String> {
    has_hour(at).then(|| hour(at.time()))
}

/// An hour as a clause with the words before it: ` lúc 08 giờ 05 phút`; nothing where it is not known.
pub fn at_hour(before: &str, at: NaiveDateTime) -> String {
    clock(at).map_or_else(String::new, |hour| format!("{before}{hour}"))
}

/// A term of office: `2022 – 2025`; one year alone where both are the same.
pub fn years(term: Term) -> String {
    if term.from == term.to { term.from.to_string() } else { format!("{} – {}", term.from, term.to) }
}

/// The text with a capital at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// The phrase with a small letter at its beginning.
pub fn small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// What was voted, as it was read out: `Đại hội biểu quyết bổ sung mục Dâng hương.`; a text that does not begin so is what the vote was on.
pub fn put_to_vote(assembly: &str, text: &str) -> String {
    let verb = format!("{assembly} biểu quyết");
    if text.trim().starts_with(&verb) { sentence(text) } else { format!("{verb} nội dung: {}.", bare(text)) }
}

/// The text as a sentence: capital at the beginning, a stop at the end.
pub fn sentence(text: &str) -> String {
    let text = capital(text.trim());
    let closed = text.ends_with(['.', '!', '?', '…']) || text.ends_with(".”") || text.ends_with(".\"");
    if text.is_empty() || closed { text } else { format!("{}.", text.trim_end_matches([';', ',', ':'])) }
}

/// The text without the sign at its end, to be used inside a sentence.
pub fn bare(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ';', ',', ':']).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vote(voters: u32, base: Option<u32>, count: Count) -> Vote {
        Vote { at: NaiveDateTime::default(), voters, base, count }
    }

    fn hands(agree: u32, disagree: u32, other: u32) -> Count {
        Count::Counted(Hands { agree, disagree, other })
    }

    const CELL: Words = Words::of(Kind::Cell);

    #[test]
    fn lists_end_with_and_and_part_long_entries_by_semicolons() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["A"]), "A");
        assert_eq!(list(&["A", "B"]), "A và B");
        assert_eq!(list(&["A", "B", "C"]), "A, B và C");
        assert_eq!(list(&["A – Bí thư, Giám đốc", "B", "C"]), "A – Bí thư, Giám đốc; B; C");
    }

    #[test]
    fn counts_have_two_digits_and_shares_their_fraction() {
        assert_eq!(comrades(1_u32), "01 đồng chí");
        assert_eq!(counted(1587_u32, "đại biểu"), "1.587 đại biểu");
        assert_eq!(share(16, 19).as_deref(), Some("84,21 % (16/19)"));
        assert_eq!(share(1587, 1587).as_deref(), Some("100 % (1.587/1.587)"));
        assert_eq!(share(1, 0), None);
        assert_eq!(ballots(16, 18, 19), "16/18 phiếu, đạt 84,21 % (16/19)");
    }

    #[test]
    fn a_vote_is_told_as_it_was() {
        let told = |voters, base, count| hand_vote(&vote(voters, base, count), CELL);
        assert_eq!(told(17, Some(18), Count::Unanimous), "17/17 đồng chí nhất trí, đạt 94,44 % (17/18)");
        assert_eq!(told(17, Some(17), Count::Unanimous), "17/17 đồng chí nhất trí, đạt 100 % (17/17)");
        assert_eq!(
            told(17, Some(18), hands(15, 1, 1)),
            "15/17 đồng chí đồng ý, đạt 83,33 % (15/18); không đồng ý 01 đồng chí; ý kiến khác 01 đồng chí"
        );
        assert_eq!(told(17, Some(18), hands(16, 0, 0)), "16/17 đồng chí đồng ý, đạt 88,89 % (16/18)");
    }

    #[test]
    fn what_is_not_known_is_said_to_be_so_and_never_zero() {
        let told = |count| hand_vote(&vote(0, None, count), CELL);
        assert_eq!(told(Count::Unanimous), "100 % đồng chí có mặt nhất trí");
        assert_eq!(told(Count::NotStated { carried: true }), "được thông qua; số biểu quyết cụ thể (không nêu)");
        assert_eq!(told(hands(30, 2, 0)), "30 đồng chí đồng ý; không đồng ý 02 đồng chí");
        let resolution = three_counts(&vote(0, None, hands(30, 2, 0)), CELL);
        assert_eq!(resolution, "đồng ý 30 đồng chí; không đồng ý: 02 đồng chí; ý kiến khác: không có");
    }

    /// The same facts in every shape they come in, side by side: a change of the grammar shows here at once.
    #[test]
    fn every_shape_of_a_phrase() {
        let mut told = Vec::new();
        let mut shape = |label: &str, text: String| told.push(format!("{label}: {text}"));
        for names in [&[] as &[&str], &["A"], &["A", "B"], &["A", "B", "C"], &["A – Bí thư", "B"]] {
            shape("danh sách", list(names));
        }
        for (names, seats) in [(6, 5), (5, 5), (1, 1)] {
            shape("số dư", format!("{}{}", comrades(names), surplus(names, seats)));
        }
        for kind in [Kind::Cell, Kind::Delegates, Kind::Review] {
            let counts = [
                (17, Some(18), Count::Unanimous),
                (17, Some(18), hands(16, 1, 0)),
                (17, Some(18), hands(8, 8, 1)),
                (17, Some(18), hands(16, 0, 0)),
                (0, None, Count::Unanimous),
                (0, None, Count::NotStated { carried: true }),
                (0, None, Count::NotStated { carried: false }),
                (0, None, hands(30, 2, 0)),
            ];
            for (voters, base, count) in counts {
                let vote = vote(voters, base, count);
                shape("biểu quyết", result(&vote, Words::of(kind)));
                shape("nghị quyết", three_counts(&vote, Words::of(kind)));
            }
        }
        insta::assert_snapshot!(told.join("\n"));
    }

    #[test]
    fn a_lost_vote_says_so() {
        assert_eq!(
            result(&vote(17, Some(18), hands(8, 9, 0)), CELL),
            "Kết quả biểu quyết: 8/17 đồng chí đồng ý, đạt 44,44 % (8/18); không đồng ý 09 đồng chí, chưa quá một nửa \
             nên không được thông qua."
        );
    }

    #[test]
    fn sentences_begin_with_a_capital_and_end_with_a_stop() {
        assert_eq!(sentence("đồng chí A vắng;"), "Đồng chí A vắng.");
        assert_eq!(sentence("Hết."), "Hết.");
        assert_eq!(sentence(" "), "");
        assert_eq!(bare("Bí thư Chi bộ. "), "Bí thư Chi bộ");
        assert_eq!(with_office("Lê A", ""), "Lê A");
    }
}
