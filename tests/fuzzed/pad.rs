//! Any stream of taps on the number pad: it never breaks, says what the domain says, and takes back exactly what was done last.

use daihoi::app::elections::pad::{Answer, Fault, Mark, Pad, Tap};
use daihoi::domain::Regulation;
use daihoi::domain::election::ballot::{Ballot, Defect, Marks, judge};
use daihoi::domain::election::form::{Contest, Form};

/// What can be seen of a paper on the pad.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    marks: Vec<Mark>,
    ballot: Ballot,
    times: u32,
    aside: bool,
    inverted: bool,
}

impl Seen {
    fn of(pad: &Pad) -> Self {
        let (times, aside, inverted) = (pad.times(), pad.is_aside(), pad.is_inverted());
        Self { marks: pad.marks().to_vec(), ballot: pad.ballot(), times, aside, inverted }
    }
}

/// Lays a paper on the pad as the first six bytes say, and taps what the others say.
pub fn check(bytes: &[u8]) {
    let [names, seats, first, second, times, kind, taps @ ..] = bytes else { return };
    let names = u16::from(*names % 220) + 1;
    let contest = Contest { names, seats: u16::from(*seats) + 1, regulation: Regulation::default_profile() };
    let mut pad = match kind % 4 {
        0 => {
            let ballot = reopened(&contest, u16::from(*first), u16::from(*second), *kind);
            Pad::reopened(contest, 7, &ballot, (u32::from(*times) + 1, kind & 64 > 0))
        }
        _ => Pad::fresh(contest),
    };
    let opened = Seen::of(&pad);
    for tap in taps {
        if one(&mut pad, tap_of(*tap), &opened) == Answer::Unchanged {
            // how the numbers are read may have been turned; the paper was not
            let paper = |seen: Seen| (seen.ballot, seen.times, seen.aside);
            assert_eq!(paper(Seen::of(&pad)), paper(opened.clone()), "left as it was recorded");
        }
    }
}

/// A recorded ballot with two of the numbers marked.
fn reopened(contest: &Contest, first: u16, second: u16, kind: u8) -> Ballot {
    let [first, second] = [first, second].map(|number| vec![number % contest.names + 1]);
    let mut ballot = Pad::fresh(*contest).ballot();
    match &mut ballot.marks {
        Marks::Struck(struck) => *struck = first,
        Marks::Boxes { agree, disagree } => (*agree, *disagree) = (first, second),
    }
    ballot.defect = (kind & 32 > 0).then_some(Defect::Signed);
    ballot
}

fn tap_of(byte: u8) -> Tap {
    match byte % 20 {
        digit @ 0..=9 => Tap::Digit(digit),
        10 => Tap::Invert,
        11 | 12 => Tap::TakeBack,
        13 => Tap::Erase,
        14 | 15 => Tap::Times,
        16 => Tap::Defect,
        17 => Tap::Aside,
        18 => Tap::Close,
        _ => Tap::Leave,
    }
}

fn one(pad: &mut Pad, tap: Tap, opened: &Seen) -> Answer {
    let (before, was_choosing, was_pending) = (Seen::of(pad), pad.is_choosing(), pad.pending().len());
    let answer = pad.tap(tap);
    let after = Seen::of(pad);
    consistent(pad, &after);
    match answer {
        Answer::Refused => {
            assert!(pad.fault.is_some(), "a refusal says why");
            assert_eq!(after, before, "what is refused changes nothing");
        }
        Answer::Close | Answer::Unchanged | Answer::Leave | Answer::Back => assert_eq!(after, before),
        Answer::Again(count) => {
            assert!(count > 0 && pad.reopened_number().is_none() && pad.is_fresh());
            assert_eq!(after, *opened, "the digits of a count are no marks");
        }
        Answer::Taken => taken(pad, tap, (was_choosing, was_pending), (&before, opened)),
    }
    asked_for(tap, answer, pad);
    if answer == Answer::Close {
        assert!(pad.pending().is_empty() && !pad.is_choosing());
    }
    answer
}

/// The figures and the verdict are those of the ballot, and the domain takes the ballot.
fn consistent(pad: &Pad, seen: &Seen) {
    let contest = pad.contest();
    let verdict = judge(&seen.ballot, contest);
    assert_eq!(pad.verdict(), verdict.ok(), "the verdict shown is the domain's");
    assert!(verdict.is_ok(), "no keying makes a ballot that no voter could fill in");
    assert_eq!(seen.ballot.marks.form(), contest.form());
    assert_eq!(pad.kept(), seen.marks.iter().filter(|mark| **mark == Mark::For).count());
    assert!(seen.times > 0 && seen.marks.len() == usize::from(contest.names) && pad.pending().len() < pad.width());
    let strikes = contest.form() == Form::StrikeOut;
    assert!(!strikes || seen.marks.iter().all(|mark| matches!(mark, Mark::For | Mark::Against)));
}

/// An accepted tap touches only what it names, and taking back undoes it.
fn taken(pad: &Pad, tap: Tap, (was_choosing, was_pending): (bool, usize), (before, opened): (&Seen, &Seen)) {
    let after = Seen::of(pad);
    let others = before.marks.iter().zip(&after.marks).enumerate().filter(|(_, (old, new))| old != new);
    let changed: Vec<usize> = others.map(|(place, _)| place + 1).collect();
    let completed = matches!(tap, Tap::Digit(_)) && !was_choosing && was_pending + 1 == pad.width();
    match tap {
        Tap::Digit(_) if completed => {
            let hit = pad.hit.expect("the number typed last");
            assert_eq!(changed, [usize::from(hit.number)], "a number turns its own name and no other");
            assert_eq!(hit.mark, pad.marks().get(usize::from(hit.number) - 1).copied());
        }
        Tap::Digit(_) => assert!(changed.is_empty(), "half a number and a reason mark no name"),
        Tap::Close | Tap::Leave if !was_choosing => panic!("{tap:?} is not taken"),
        _ => {}
    }
    let step = match tap {
        Tap::Digit(_) => completed || (was_choosing && !pad.is_choosing()),
        Tap::Invert | Tap::Aside => !was_choosing,
        _ => false,
    };
    let undone = || {
        let mut undone = pad.clone();
        assert_eq!(undone.tap(Tap::TakeBack), Answer::Taken);
        Seen::of(&undone)
    };
    if step {
        assert_eq!(undone(), *before, "taking back undoes exactly the last step");
    }
    if tap == Tap::Times && !was_choosing {
        assert!(pad.reopened_number().is_some(), "a count on a new ballot books more of the last");
        assert_eq!((&after.marks, after.ballot.defect), (&opened.marks, opened.ballot.defect));
        assert_eq!(undone(), *opened, "taking back gives the run its old length");
    }
}

/// What the pad asks of its holder follows from a key that means it.
fn asked_for(tap: Tap, answer: Answer, pad: &Pad) {
    match answer {
        Answer::Close | Answer::Unchanged => assert_eq!(tap, Tap::Close),
        Answer::Again(_) => assert_eq!(tap, Tap::Times),
        Answer::Back => assert_eq!(tap, Tap::TakeBack, "Backspace never reopens a ballot"),
        Answer::Leave => assert_eq!(tap, Tap::Leave),
        Answer::Refused if pad.is_choosing() => assert_eq!(pad.fault, Some(Fault::OnMenu)),
        Answer::Refused | Answer::Taken => {}
    }
}
