//! How many keys a ballot takes: recorded keystrokes are fed to the number pad through the key table, and what lies on it at the
//! end must be the paper that was meant. README's table is what was counted here.

use daihoi::app::action::Action;
use daihoi::app::elections::Action as Elections;
use daihoi::app::elections::pad::{Answer, Pad, Tap, width};
use daihoi::app::key::Key;
use daihoi::app::keymap::{Place, rows};
use daihoi::domain::Regulation;
use daihoi::domain::election::ballot::{Ballot, Defect, Marks};
use daihoi::domain::election::form::Contest;
use std::fmt::Write;

/// Names on the list, and seats where there are fewer.
const LISTS: [(u16, u16); 5] = [(5, 4), (9, 7), (31, 27), (99, 90), (220, 180)];

/// How a list is voted on.
#[derive(Clone, Copy)]
enum Seats {
    /// Fewer than names: form A.
    Fewer,
    /// One for each name: form B.
    Each,
}

/// One kind of paper.
struct Paper {
    what: &'static str,
    seats: Seats,
    /// The keys as a keyer presses them; `=` is Enter.
    recorded: fn(&List) -> String,
    /// What lies on the pad then, and how many times it is booked.
    meant: fn(&List) -> (Ballot, u32),
    /// The rule, with w for the width of a number.
    rule: &'static str,
    keys: fn(&List) -> usize,
}

/// A list to vote on.
struct List {
    names: u16,
    surplus: u16,
    width: usize,
}

impl List {
    fn typed(&self, numbers: impl IntoIterator<Item = u16>) -> String {
        let width = self.width;
        numbers.into_iter().map(|number| format!("{number:0width$}")).collect::<Vec<_>>().concat()
    }

    /// The names beyond the seats, from the end of the list.
    fn surplus(&self) -> Vec<u16> {
        (self.names - self.surplus + 1..=self.names).collect()
    }
}

fn struck(numbers: impl IntoIterator<Item = u16>) -> Ballot {
    Ballot { marks: Marks::Struck(numbers.into_iter().collect()), defect: None }
}

/// Form B: every name agreed to but these, and these of them disagreed with.
fn agreed(list: &List, but: &[u16], disagreed: &[u16]) -> Ballot {
    let agree = (1..=list.names).filter(|number| !but.contains(number)).collect();
    Ballot { marks: Marks::Boxes { agree, disagree: disagreed.to_vec() }, defect: None }
}

const PAPERS: [Paper; 9] = [
    Paper {
        what: "A: one name struck",
        seats: Seats::Fewer,
        recorded: |list| list.typed([2]) + "=",
        meant: |_| (struck([2]), 1),
        rule: "w + 1",
        keys: |list| list.width + 1,
    },
    Paper {
        what: "A: every name beyond the seats struck (1, 2, 4, 9, 40 of them)",
        seats: Seats::Fewer,
        recorded: |list| list.typed(list.surplus()) + "=",
        meant: |list| (struck(list.surplus()), 1),
        rule: "struck × w + 1",
        keys: |list| usize::from(list.surplus) * list.width + 1,
    },
    Paper {
        what: "A: only three names kept, inverted",
        seats: Seats::Fewer,
        recorded: |list| format!("+{}=", list.typed([1, 3, 5])),
        meant: |list| (struck((1..=list.names).filter(|number| ![1, 3, 5].contains(number))), 1),
        rule: "kept × w + 2",
        keys: |list| 3 * list.width + 2,
    },
    Paper {
        what: "A: a run of 13 alike, two names struck: the first, then `12*`",
        seats: Seats::Fewer,
        recorded: |list| list.typed([2, 4]) + "=12*",
        meant: |_| (struck([2, 4]), 13),
        rule: "the first + digits of n + 1",
        keys: |list| 2 * list.width + 1 + 2 + 1,
    },
    Paper {
        what: "A: one mark too many, taken back",
        seats: Seats::Fewer,
        recorded: |list| list.typed([2, 3]) + "-=",
        meant: |_| (struck([2]), 1),
        rule: "2 × w + 2",
        keys: |list| 2 * list.width + 2,
    },
    Paper {
        what: "B: all agreed to",
        seats: Seats::Each,
        recorded: |_| "=".to_owned(),
        meant: |list| (agreed(list, &[], &[]), 1),
        rule: "1",
        keys: |_| 1,
    },
    Paper {
        what: "B: one name disagreed with",
        seats: Seats::Each,
        recorded: |list| list.typed([3]) + "=",
        meant: |list| (agreed(list, &[3], &[3]), 1),
        rule: "w + 1",
        keys: |list| list.width + 1,
    },
    Paper {
        what: "B: one disagreed with, one not counted",
        seats: Seats::Each,
        recorded: |list| list.typed([3, 5, 5]) + "=",
        meant: |list| (agreed(list, &[3, 5], &[3]), 1),
        rule: "3 × w + 1",
        keys: |list| 3 * list.width + 1,
    },
    Paper {
        what: "invalid, with its reason",
        seats: Seats::Fewer,
        recorded: |_| "/3=".to_owned(),
        meant: |_| (Ballot { defect: Some(Defect::Signed), ..struck([]) }, 1),
        rule: "3",
        keys: |_| 3,
    },
];

/// The tap of a key, by the key table.
fn tap_of(key: char) -> Tap {
    let key = if key == '=' { Key::Enter } else { Key::Char(key) };
    let row = rows(Place::Keying).find(|row| row.key == key).unwrap_or_else(|| panic!("{key} has no row"));
    match row.action {
        Action::Elections(Elections::Tap(tap)) => tap,
        _ => panic!("{key} does not tap the pad"),
    }
}

/// Feeds recorded keys; says how many there were, what was closed last, and how many were booked.
fn fed(contest: Contest, keys: &str) -> (usize, Ballot, u32) {
    let mut pad = Pad::fresh(contest);
    let (mut last, mut booked) = (None, 0);
    for key in keys.chars() {
        match pad.tap(tap_of(key)) {
            Answer::Taken => {}
            Answer::Close => {
                last = Some(pad.ballot());
                booked += 1;
                pad = Pad::fresh(contest);
            }
            Answer::Again(more) => booked += more,
            other => panic!("«{key}» of {keys}: {other:?}"),
        }
    }
    assert!(pad.is_fresh(), "{keys} leaves the last ballot open");
    (keys.chars().count(), last.unwrap(), booked)
}

/// README's table, every cell of it counted.
pub fn table() -> String {
    let mut table = "| the paper | keys |".to_owned();
    for (names, _) in LISTS {
        write!(table, " {names} names |").unwrap();
    }
    table += "\n|---|---|--:|--:|--:|--:|--:|\n";
    for paper in PAPERS {
        write!(table, "| {} | {} |", paper.what, paper.rule).unwrap();
        for (names, fewer) in LISTS {
            let list = List { names, surplus: names - fewer, width: width(names) };
            let seats = match paper.seats {
                Seats::Fewer => fewer,
                Seats::Each => names,
            };
            let contest = Contest { names, seats, regulation: Regulation::default_profile() };
            let (keys, ballot, booked) = fed(contest, &(paper.recorded)(&list));
            assert_eq!((ballot, booked), (paper.meant)(&list), "{} of {names}", paper.what);
            assert_eq!(keys, (paper.keys)(&list), "{} of {names}", paper.what);
            write!(table, " {keys} |").unwrap();
        }
        table.push('\n');
    }
    table
}
