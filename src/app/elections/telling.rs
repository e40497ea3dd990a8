//! An election in words: the base with its deductions, the result of a round with the reason for every name, ballots in short.

use super::super::words::elections as w;
use super::checklist::{name, names};
use crate::domain::election::ballot::{Defect, Invalid, Marks, Validity, judge};
use crate::domain::election::base::{self, Base, Deducted, Deduction};
use crate::domain::election::count::{Counts, NameCount};
use crate::domain::election::form::{Contest, Form};
use crate::domain::election::list::Voters;
use crate::domain::election::outcome::{NameResult, Next, Outcome, Standing};
use crate::domain::election::{Election, KeyedBallot, Purpose, Round, RoundKind, result};
use crate::domain::id::PersonId;
use crate::domain::regulation::{Doubtful, Regulation, Rule, TieRevote};
use crate::domain::{Congress, Lang};
use std::cmp::Reverse;

/// The article alone, `Điều 30`; the number of the regulation where no article was seen in its text.
pub fn short_article(regulation: Regulation, rule: Rule) -> String {
    let whole = regulation.cite(rule);
    let mut words = whole.split_whitespace();
    match (words.next(), words.next()) {
        (Some("Điều"), Some(number)) => format!("Điều {number}"),
        _ => regulation.number.to_owned(),
    }
}

/// The base: those summoned, each deduction by name with its reason, what remains, what is needed, who is in the room.
pub fn base_lines(congress: &Congress, election: &Election, base: &Base, lang: Lang) -> Vec<String> {
    let regulation = congress.meeting().regulation();
    let total = match election.voters {
        Voters::Plenum => w::base_total_plenum,
        Voters::Congress if congress.meeting().has_delegates() => w::base_total_delegates,
        Voters::Congress => w::base_total,
    };
    let mut lines = vec![total(lang, base.total)];
    for deducted in &base.deducted {
        lines.push(format!("− {}: {}", name(congress, deducted.person), reason(congress, *deducted, lang)));
    }
    if base.deducted.is_empty() {
        lines.push(w::nothing_deducted(lang).to_owned());
    }
    let voters = base::voters(congress, election);
    lines.push(if election.elects() {
        w::base_line(lang, base.value, regulation.votes_needed(base.value), voters)
    } else {
        w::base_line_asking(lang, base.value, voters)
    });
    lines.push(w::by_article(lang, &regulation.cite(Rule::Base)));
    lines
}

fn reason(congress: &Congress, deducted: Deducted, lang: Lang) -> String {
    let word = match deducted.why {
        Deduction::TemporaryElsewhere => w::elsewhere,
        Deduction::ExemptedAbsent => w::exempted_absent,
        Deduction::Suspended => w::suspended,
        Deduction::ExcusedThroughout => w::excused,
        Deduction::CommitteeAbsent => w::committee_absent,
        Deduction::DelegateAbsent => w::delegate_absent,
    };
    let ground = congress.excuses.get(&deducted.person).map(|excuse| excuse.ground.as_str());
    match (deducted.why, ground) {
        (Deduction::ExcusedThroughout, Some(ground)) => format!("{} ({ground})", word(lang)),
        _ => word(lang).to_owned(),
    }
}

/// The word for a kind of round: `Vòng 2 – bầu lại giữa những người bằng phiếu`.
pub fn round_title(round: &Round, lang: Lang) -> String {
    let kind = match round.kind {
        RoundKind::First => return w::round_number(lang, round.number),
        RoundKind::Further => w::round_further,
        RoundKind::TieRevote => w::round_tie,
        RoundKind::AfterAnnulment => w::round_again,
    };
    format!("{} – {}", w::round_number(lang, round.number), kind(lang))
}

/// Why a ballot is invalid.
pub fn invalid_word(invalid: Invalid, lang: Lang) -> &'static str {
    let word = match invalid {
        Invalid::OverVote => w::over_vote,
        Invalid::NoVote => w::no_vote,
        Invalid::BothBoxes => w::both_boxes,
        Invalid::NoBox => w::no_box,
        Invalid::NotIssued => w::not_issued,
        Invalid::OutsideName => w::outside_name,
        Invalid::Signed => w::signed,
        Invalid::Marked => w::marked,
    };
    word(lang)
}

/// The defects in the order of the menu.
pub const DEFECTS: [Defect; 4] = [Defect::NotIssued, Defect::OutsideName, Defect::Signed, Defect::Marked];

/// A verdict in words: `hợp lệ`, `KHÔNG hợp lệ: bầu quá số lượng`.
pub fn verdict(verdict: Option<Validity>, lang: Lang) -> String {
    match verdict {
        Some(Validity::Valid) => w::valid(lang).to_owned(),
        Some(Validity::Invalid(reason)) => w::invalid_because(lang, invalid_word(reason, lang)),
        None => String::new(),
    }
}

/// The marks of a ballot in short: `gạch 2 5`, `chỉ giữ 3`, `không đồng ý 2, không tính 3`.
pub fn marks_in_short(marks: &Marks, contest: &Contest, lang: Lang) -> String {
    let numbers = |numbers: &[u16]| numbers.iter().map(u16::to_string).collect::<Vec<_>>().join(" ");
    let all = 1..=contest.names;
    match marks {
        Marks::Struck(struck) if struck.is_empty() => w::none_struck(lang).to_owned(),
        Marks::Struck(struck) if struck.len() * 2 > usize::from(contest.names) => {
            let kept: Vec<u16> = all.filter(|number| !struck.contains(number)).collect();
            w::kept_only(lang, &numbers(&kept))
        }
        Marks::Struck(struck) => w::struck_these(lang, &numbers(struck)),
        Marks::Boxes { agree, disagree } => {
            let side = |number: &u16| (agree.contains(number), disagree.contains(number));
            let against: Vec<u16> = all.clone().filter(|number| side(number) == (false, true)).collect();
            let uncounted: Vec<u16> =
                all.filter(|number| matches!(side(number), (true, true) | (false, false))).collect();
            let mut parts = Vec::new();
            if against.is_empty() && uncounted.is_empty() {
                parts.push(w::agreed_all(lang).to_owned());
            }
            if !against.is_empty() {
                parts.push(w::disagreed_these(lang, &numbers(&against)));
            }
            if !uncounted.is_empty() {
                parts.push(w::uncounted_these(lang, &numbers(&uncounted)));
            }
            parts.join(", ")
        }
    }
}

/// A keyed ballot in short with its number and its verdict: `4 ×16 · gạch 2 5 · hợp lệ`.
pub fn in_short(ballot: &KeyedBallot, contest: &Contest, lang: Lang) -> String {
    let marks = marks_in_short(&ballot.marks, contest, lang);
    let verdict = if ballot.set_aside {
        w::aside(lang).to_owned()
    } else {
        self::verdict(judge(&ballot.paper(), contest).ok(), lang)
    };
    let times = if ballot.times > 1 { format!(" ×{}", ballot.times) } else { String::new() };
    format!("{}{times} · {marks} · {verdict}", ballot.number)
}

/// One name of a counted round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number on the ballot.
    pub number: u16,
    /// The name.
    pub name: String,
    /// Its counts and its standing.
    pub result: NameResult,
    /// Elected or not, and why, with the article.
    pub why: String,
}

/// The result of a counted round, name by name in ballot order; nothing before the head closes the count.
pub fn result_lines(congress: &Congress, round: &Round, lang: Lang) -> Option<(Outcome, Vec<Line>)> {
    let outcome = result::outcome(congress, round.id)?;
    let lines = (1..).zip(&outcome.names).zip(&round.names).map(|((number, result), person)| Line {
        number,
        name: name(congress, *person).to_owned(),
        result: *result,
        why: why(congress, round, (result, &outcome), lang),
    });
    let lines = lines.collect();
    Some((outcome, lines))
}

/// Who is elected, and who is an alternate; that nobody is, where nobody is.
pub fn elected(congress: &Congress, elected: &[PersonId], alternates: &[PersonId], lang: Lang) -> Vec<String> {
    let told = [(elected, w::elected_list as fn(Lang, &str) -> String), (alternates, w::alternates_list)];
    let named = told.into_iter().filter(|(people, _)| !people.is_empty());
    let lines: Vec<String> = named.map(|(people, word)| word(lang, &names(congress, people))).collect();
    if lines.is_empty() { vec![w::nobody_elected(lang).to_owned()] } else { lines }
}

/// A ready sentence of the congress, said of the plenum where that is who votes.
pub fn said_of(voters: Voters, sentence: String) -> String {
    const OF_PLENUM: [(&str, &str); 4] = [
        ("Đại hội", "Hội nghị"),
        ("đại hội", "hội nghị"),
        ("The congress", "The plenum"),
        ("the congress", "the plenum"),
    ];
    match voters {
        Voters::Congress => sentence,
        Voters::Plenum => OF_PLENUM.into_iter().fold(sentence, |said, (of, plenum)| said.replace(of, plenum)),
    }
}

/// What a counted round comes to, as it is announced: who is elected; of a ballot that asks, whom it names.
pub fn announced(congress: &Congress, round: &Round, lang: Lang) -> Vec<String> {
    let purpose = congress.elections.get(&round.election).map(|election| election.purpose).unwrap_or_default();
    let mut lines = result_lines(congress, round, lang).map(|(_, lines)| lines).unwrap_or_default();
    let joined = |lines: Vec<String>| lines.join(", ");
    match purpose {
        Purpose::Elect => {
            elected(congress, &result::elected_in(congress, round), &result::alternates_in(congress, round), lang)
        }
        Purpose::Opinion(_) => {
            lines.retain(|line| line.result.standing == Standing::KeptOnList);
            vec![w::kept_list(lang, &joined(lines.into_iter().map(|line| line.name).collect()))]
        }
        Purpose::Introduction(_) => {
            lines.retain(|line| line.result.count.votes > 0);
            lines.sort_by_key(|line| Reverse(line.result.count.votes));
            let named = lines.into_iter().map(|line| format!("{} {}", line.name, line.result.count.votes));
            vec![w::introduced_list(lang, &joined(named.collect()))]
        }
    }
}

fn why(congress: &Congress, round: &Round, (result, outcome): (&NameResult, &Outcome), lang: Lang) -> String {
    let votes = result.count.votes;
    let (told, rule) = match result.standing {
        Standing::Elected => (w::why_elected(lang, votes, outcome.threshold), Rule::Majority),
        Standing::ElectedInTieRevote => (w::why_elected_revote(lang).to_owned(), Rule::LastSeatTie),
        Standing::Alternate => (w::why_alternate(lang, votes, outcome.threshold), Rule::Alternates),
        Standing::AlternateInTieRevote => (w::why_alternate_revote(lang).to_owned(), Rule::LastSeatTie),
        Standing::ShortOfHalf { need } => (w::why_short(lang, votes, need), Rule::Majority),
        Standing::TiedForLastSeat => (w::why_tied(lang).to_owned(), Rule::LastSeatTie),
        Standing::TiedForLastAlternate => (w::why_tied_alternate(lang).to_owned(), Rule::LastSeatTie),
        Standing::OverHalfNoSeatLeft => (w::why_no_seat(lang, round.seats), Rule::Majority),
        Standing::KeptOnList => (w::why_kept(lang, votes), Rule::Surplus),
        Standing::LeftOffList => (w::why_left_off(lang, votes), Rule::Surplus),
        Standing::Introduced => (w::why_introduced(lang, votes), Rule::SecretBallot),
        Standing::OutvotedInTieRevote => (w::why_outvoted(lang).to_owned(), Rule::LastSeatTie),
        Standing::NoVotes => (w::why_no_votes(lang).to_owned(), Rule::LastSeatTie),
    };
    format!("{told} – {}", short_article(congress.meeting().regulation(), rule))
}

/// The points that the regulation leaves open and that a ballot of these names for so many seats may meet, as they stand for it.
pub fn open_points(
    congress: &Congress,
    election: &Election,
    (names, seats): (&[PersonId], u16),
    lang: Lang,
) -> Vec<String> {
    let regulation = congress.meeting().regulation();
    let form = Form::of(u16::try_from(names.len()).unwrap_or(u16::MAX), seats);
    let doubtful = |point: Doubtful| if point == Doubtful::Valid { w::valid(lang) } else { w::invalid_word(lang) };
    let mut points = Vec::new();
    match (form, names.len()) {
        (Form::AgreeDisagree, 1) => {
            points.push(format!("{}: {}", w::point_unmarked(lang), doubtful(regulation.ballots.single_name_unmarked)));
        }
        (Form::AgreeDisagree, _) => {
            points.push(format!("{}: {}", w::point_nobody(lang), doubtful(regulation.ballots.nobody_agreed)));
        }
        (Form::StrikeOut, _) if election.elects() => {
            let revote = match regulation.rounds.tie_revote {
                TieRevote::HigherWins => w::higher_wins(lang),
                TieRevote::HalfNeeded => w::half_needed(lang),
            };
            points.push(format!("{}: {revote}", w::point_revote(lang)));
        }
        (Form::StrikeOut, _) => {}
    }
    points.iter().map(|point| w::open_point(lang, point)).collect()
}

/// The papers of a counted round: issued, collected, valid, invalid by reason.
pub fn papers(round: &Round, counts: &Counts, lang: Lang) -> String {
    let known = |number: Option<u32>| number.map_or_else(|| "…".to_owned(), |number| number.to_string());
    let reasons: Vec<String> =
        counts.invalid.iter().map(|(reason, ballots)| format!("{} {ballots}", invalid_word(*reason, lang))).collect();
    let invalid: u64 = counts.invalid.values().sum();
    let reasons = if reasons.is_empty() { String::new() } else { format!(" ({})", reasons.join(", ")) };
    let (issued, collected) = (known(round.ledger.issued), known(round.ledger.collected));
    format!("{}{reasons}", w::papers(lang, &issued, &collected, counts.valid, invalid))
}

/// The ledger checked (rules §6), or what does not balance.
pub fn ledger(contest: &Contest, round: &Round, counts: &Counts, lang: Lang) -> Result<String, String> {
    let collected = u64::from(round.ledger.collected.unwrap_or(0));
    counts.check(contest, collected).map_err(|wrong| wrong.to_string())?;
    Ok(sums(contest, counts, lang))
}

/// The sums of some ballots: form A ballots × seats = votes + unused, form B agree + disagree + not counted = valid × names.
pub fn sums(contest: &Contest, counts: &Counts, lang: Lang) -> String {
    let sum = |of: fn(&NameCount) -> u64| counts.names.iter().map(of).sum::<u64>();
    let votes = sum(|name| name.votes);
    match contest.form() {
        Form::StrikeOut => {
            let unused = (counts.valid * u64::from(contest.seats)).saturating_sub(votes);
            w::ledger_strike(lang, counts.valid, contest.seats, votes, unused)
        }
        Form::AgreeDisagree => {
            let (against, uncounted) = (sum(|name| name.against), sum(|name| name.not_counted));
            w::ledger_boxes(lang, &format!("{votes} + {against} + {uncounted}"), counts.valid, contest.names)
        }
    }
}

/// The sums in short: `14 × 7 = 97 + 1`, `15 + 2 + 1 = 6 × 3`.
pub fn sums_in_short(contest: &Contest, counts: &Counts) -> String {
    let sum = |of: fn(&NameCount) -> u64| counts.names.iter().map(of).sum::<u64>();
    let (valid, votes) = (counts.valid, sum(|name| name.votes));
    match contest.form() {
        Form::StrikeOut => {
            let unused = (valid * u64::from(contest.seats)).saturating_sub(votes);
            format!("{valid} × {} = {votes} + {unused}", contest.seats)
        }
        Form::AgreeDisagree => {
            let (against, uncounted) = (sum(|name| name.against), sum(|name| name.not_counted));
            format!("{votes} + {against} + {uncounted} = {valid} × {}", contest.names)
        }
    }
}

/// What comes after a counted round.
pub fn next_word(next: Next, lang: Lang) -> &'static str {
    let word = match next {
        Next::Complete => w::next_complete,
        Next::TieRevote => w::next_tie,
        Next::CongressDecides => w::next_congress,
        Next::SuperiorAppoints => w::next_superior,
        Next::Annul => w::next_annul,
    };
    word(lang)
}
