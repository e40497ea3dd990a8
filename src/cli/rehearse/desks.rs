//! The desks (bàn kiểm phiếu): each takes the bundle the congress gives it next, keys it at its own pace and hands it in; the head
//! decides what differs. Desks work side by side, so that their ballots lie in the journal as they would on the day.

use super::sitting::{Done, Sitting};
use super::sizes::BUNDLE;
use super::slips::{self, Place, Plan};
use super::voters::Paper;
use crate::domain::election::bundle::{Change as Bundle, Declared};
use crate::domain::election::settlement::Why;
use crate::domain::election::{BundleState, Change as E, Entry, KeyedBallot, Round, Settlement};
use crate::domain::id::RoundId;
use crate::domain::{Change, Role, Who};
use chrono::{NaiveDateTime, TimeDelta};
use std::collections::VecDeque;

/// Most desks work at once.
const MOST: usize = 16;

/// A heap of papers with what its keyings made of it.
struct Heap {
    papers: Vec<Paper>,
    keyings: Vec<Vec<Place>>,
    claimed: Option<NaiveDateTime>,
}

/// A desk: who sits there, until when they are busy, what they have in hand.
struct Desk {
    who: Who,
    free: NaiveDateTime,
    hand: Option<Hand>,
    done: bool,
}

/// What a desk has in hand: a keying and the ballots still to be recorded.
struct Hand {
    bundle: u16,
    keying: u16,
    ballots: VecDeque<KeyedBallot>,
}

/// Counts the papers of a round: bundles out, keyed, settled.
pub(super) fn count(sitting: &mut Sitting<'_>, round: RoundId, papers: &[Paper], entry: Entry) -> Done {
    let size = usize::try_from(BUNDLE).unwrap_or(usize::MAX);
    let heap = |papers: &[Paper]| Heap { papers: papers.to_vec(), keyings: Vec::new(), claimed: None };
    let mut heaps: Vec<Heap> = papers.chunks(size).map(heap).collect();
    let declared = |(number, heap): (u16, &Heap)| Declared { number, size: len(&heap.papers) };
    let bundles = (1..).zip(&heaps).map(declared).collect();
    sitting.record(Role::Head, bundle_change(Bundle::HandedOut { round, entry, bundles }))?;
    let seats = heaps.len().clamp(entry.keyings(), MOST);
    let mut desks: Vec<Desk> = (1..)
        .take(seats)
        .map(|desk| Desk {
            who: Who { role: Role::Counter, desk: Some(desk) },
            free: sitting.clock + TimeDelta::seconds(i64::from(desk) * 7),
            hand: None,
            done: false,
        })
        .collect();
    while let Some(desk) = desks.iter_mut().filter(|desk| !desk.done).min_by_key(|desk| (desk.free, desk.who.desk)) {
        sitting.clock = sitting.clock.max(desk.free);
        match desk.hand.as_mut().map(|hand| (hand.bundle, hand.keying, hand.ballots.pop_front())) {
            None => take(sitting, round, desk, &mut heaps)?,
            Some((_, _, Some(ballot))) => key(sitting, desk, ballot)?,
            Some((bundle, keying, None)) => {
                hand_in(sitting, (round, bundle, keying), desk)?;
                settle(sitting, (round, bundle), &mut heaps)?;
            }
        }
    }
    Ok(())
}

fn bundle_change(change: Bundle) -> Change {
    Change::Election(E::Bundle(change))
}

fn len<T>(of: &[T]) -> u32 {
    u32::try_from(of.len()).unwrap_or(u32::MAX)
}

fn heap_of(heaps: &mut [Heap], bundle: u16) -> Option<&mut Heap> {
    heaps.get_mut(usize::from(bundle).checked_sub(1)?)
}

/// Takes the bundle that is next for a desk; a desk for which there is none goes home.
fn take(sitting: &mut Sitting<'_>, round: RoundId, desk: &mut Desk, heaps: &mut [Heap]) -> Done {
    let next = sitting.congress.next_bundle(round, desk.who);
    let Some((bundle, heap)) = next.and_then(|(bundle, _)| Some((bundle, heap_of(heaps, bundle)?))) else {
        desk.done = true;
        return Ok(());
    };
    let keying = sitting.congress.next_keying(round, bundle);
    let (by, at) = (desk.who, sitting.clock);
    sitting.record(by, bundle_change(Bundle::Claimed { round, bundle, keying, by, at }))?;
    heap.claimed = heap.claimed.or(Some(at));
    let places = keyed(sitting, heap, (round, bundle));
    desk.hand = Some(Hand { bundle, keying, ballots: ballots(&places, (round, bundle, keying)) });
    heap.keyings.push(places);
    desk.free = at + TimeDelta::seconds(20);
    Ok(())
}

/// Keys a heap as people do; the second person's slips never hide the first one's.
fn keyed(sitting: &mut Sitting<'_>, heap: &Heap, (round, bundle): (RoundId, u16)) -> Vec<Place> {
    let names = sitting.congress.rounds.get(&round).map_or(1, Round::names_count);
    let plan = match (round.0, bundle, heap.keyings.len()) {
        (1, 1, 0) => Plan::Mistype,
        (1, 1, 1) => Plan::SkipTurned,
        _ => Plan::Chance,
    };
    loop {
        let (places, slips) = slips::keyed(&heap.papers, names, plan, &mut sitting.dice);
        if heap.keyings.iter().all(|first| slips::is_findable(&heap.papers, first, &places)) {
            for slip in slips {
                sitting.measured.slipped(slip);
            }
            sitting.measured.papers += u64::from(len(&places));
            return places;
        }
    }
}

/// The ballots that a keying records: runs of identical papers as one, a corrected one twice.
fn ballots(places: &[Place], (round, bundle, keying): (RoundId, u16, u16)) -> VecDeque<KeyedBallot> {
    let alone = |place: &Place| place.aside || place.corrected.is_some();
    let same = |one: &Place, other: &Place| {
        !alone(one) && !alone(other) && (&one.marks, one.defect) == (&other.marks, other.defect)
    };
    let mut ballots = VecDeque::new();
    for (number, run) in (1..).zip(places.chunk_by(same)) {
        let Some(place) = run.first() else { continue };
        let (marks, defect, set_aside) = (place.marks.clone(), place.defect, place.aside);
        let ballot = KeyedBallot { round, bundle, keying, number, times: len(run), marks, defect, set_aside };
        if let Some(first) = &place.corrected {
            ballots.push_back(KeyedBallot { marks: first.clone(), ..ballot.clone() });
        }
        ballots.push_back(ballot);
    }
    ballots
}

fn key(sitting: &mut Sitting<'_>, desk: &mut Desk, ballot: KeyedBallot) -> Done {
    let known = sitting.congress.ballots.get(&(ballot.round, ballot.bundle, ballot.keying, ballot.number)).is_some();
    let pause = 3 + sitting.dice.below(4);
    desk.free = sitting.clock + TimeDelta::seconds(i64::try_from(pause).unwrap_or(3));
    let change = if known { E::BallotCorrected(ballot) } else { E::BallotKeyed(ballot) };
    sitting.record(desk.who, Change::Election(change))
}

fn hand_in(sitting: &mut Sitting<'_>, key: (RoundId, u16, u16), desk: &mut Desk) -> Done {
    let ((round, bundle, keying), at) = (key, sitting.clock);
    desk.hand = None;
    desk.free = at + TimeDelta::seconds(40);
    sitting.record(desk.who, bundle_change(Bundle::Locked { round, bundle, keying, at }))
}

/// The head decides from the paper what differs; a bundle keyed once is read back.
fn settle(sitting: &mut Sitting<'_>, (round, bundle): (RoundId, u16), heaps: &mut [Heap]) -> Done {
    let Some(heap) = heap_of(heaps, bundle) else { return Ok(()) };
    let single = sitting.congress.entry_of(round) == Some(Entry::Single);
    let Some(known) = sitting.congress.bundles.get(&(round, bundle)) else { return Ok(()) };
    if known.state == BundleState::HandedOut || (known.state == BundleState::Keyed && !single) {
        return Ok(());
    }
    let place = |place: u32| usize::try_from(place).unwrap_or(usize::MAX).wrapping_sub(1);
    let mut open: Vec<(usize, Option<usize>)> =
        known.differences.iter().map(|one| (place(one.first), one.second.map(place))).collect();
    let Some(first) = heap.keyings.first() else { return Ok(()) };
    if single {
        // whoever reads back finds what was keyed wrong
        let wrong = |place: &Place| {
            let paper = &heap.papers[place.paper];
            (&place.marks, place.defect) != (&paper.marks, paper.defect)
                || first.iter().filter(|other| other.paper == place.paper).count() > 1
        };
        let found = (0..).zip(first).filter(|(at, place)| wrong(place) && open.iter().all(|(known, _)| known != at));
        open.extend(found.map(|(at, _)| (at, None)).collect::<Vec<_>>());
    }
    let papers = slips::found(&heap.papers, first, &open);
    for ((at, _), paper) in open.iter().zip(papers) {
        decide(sitting, (round, bundle, *at), (&first[*at], &heap.papers[paper]))?;
    }
    if single {
        let (by, at) = (Who::from(Role::Head), sitting.clock);
        sitting.record(by, bundle_change(Bundle::ReadBack { round, bundle, by, at }))?;
    }
    let minutes = heap.claimed.map_or(0, |claimed| (sitting.clock - claimed).num_minutes());
    sitting.measured.minutes.push(minutes);
    Ok(())
}

/// Records what a third person says of one paper.
fn decide(
    sitting: &mut Sitting<'_>,
    (round, bundle, at): (RoundId, u16, usize),
    (keyed, paper): (&Place, &Paper),
) -> Done {
    sitting.clock += TimeDelta::seconds(15);
    let why = match keyed {
        place if place.aside || paper.doubtful => Why::Doubtful,
        place if place.defect != paper.defect => Why::Misread,
        _ => Why::Slip,
    };
    let by = Who::from(Role::Head);
    let settlement = Settlement {
        round,
        bundle,
        keying: 1,
        place: u32::try_from(at + 1).unwrap_or(u32::MAX),
        marks: paper.marks.clone(),
        defect: paper.defect,
        why,
        note: String::new(),
        by,
        at: sitting.clock,
    };
    sitting.measured.settled += 1;
    sitting.record(by, Change::Election(E::PaperSettled(settlement)))
}
