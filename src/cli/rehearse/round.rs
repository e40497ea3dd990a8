//! One round of an election, from the base to the sealed ballots: the papers issued and collected, counted at the desks, and the
//! result held against what lay in the box.

use super::desks;
use super::sitting::{Done, Sitting};
use super::truth;
use super::voters::{self, Question};
use crate::cli::report::{Exit, Failure};
use crate::domain::election::outcome::Next;
use crate::domain::election::recheck::{Change as Draw, Found};
use crate::domain::election::{Change as E, Election, Entry, Round, RoundKind, base, result};
use crate::domain::id::{ElectionId, RoundId};
use crate::domain::{Change, Role};

/// A box as it was filled: the round, and what it must come to.
pub(super) type Filled = (RoundId, Vec<voters::Paper>);

/// Opens a round and brings its ballots to the counting committee.
pub(super) fn vote(sitting: &mut Sitting<'_>, election: ElectionId, kind: RoundKind) -> Result<Filled, Failure> {
    let round = sitting.congress.rounds.next_id();
    sitting.pass(2);
    let at = sitting.clock;
    let called = known(sitting, election)?;
    let base = base::propose(&sitting.congress, &called);
    let opened = E::BaseConfirmed { round, election, kind, base, at };
    sitting.record(Role::Presidium, Change::Election(opened))?;
    sitting.pass(4);
    sitting.elect(E::BoxSealed { round, at: sitting.clock })?;
    sitting.pass(3);
    let issued = base::voters(&sitting.congress, &called);
    let printed = Some(issued + issued / 20 + 2);
    sitting.elect(E::Issued { round, printed, issued, at: sitting.clock })?;
    // in a big hall somebody keeps the paper, somebody spoils one and gets another
    let kept = u32::try_from(sitting.dice.below(2 + usize::try_from(issued / 400).unwrap_or(0))).unwrap_or(0);
    let spoiled = u32::try_from(sitting.dice.below(3)).unwrap_or(0);
    let collected = if issued > 20 { issued - kept } else { issued };
    sitting.pass(12);
    sitting.elect(E::Collected { round, collected, spoiled, at: sitting.clock })?;
    sitting.pass(1);
    sitting.elect(E::Reported { round, at: sitting.clock })?;
    let opened = opened_round(sitting, round)?;
    let alternates = if opened.terms.places.are_seats() { called.alternates } else { 0 };
    let question = question(&opened, alternates);
    Ok((round, voters::fill(question, collected, &mut sitting.dice)))
}

/// Counts the ballots and closes the count; a result that is not what lay in the box ends the rehearsal.
pub(super) fn count(sitting: &mut Sitting<'_>, (round, papers): &Filled) -> Done {
    let round = *round;
    let entry = if papers.len() < 30 { Entry::Single } else { Entry::Double };
    desks::count(sitting, round, papers, entry)?;
    recheck(sitting, round, papers.len())?;
    sitting.pass(1);
    let closed = E::CountClosed { round, at: sitting.clock };
    sitting.record(Role::Head, Change::Election(closed))?;
    let counted = opened_round(sitting, round)?;
    if counted.counts == Some(truth::added(question(&counted, 0), papers)) {
        sitting.measured.true_rounds += 1;
        return Ok(());
    }
    Err(Failure {
        exit: Exit::Trouble,
        what: format!("vòng bầu {round}: kết quả kiểm không đúng với phiếu trong hòm"),
        cause: None,
        hint: Some("Đây là lỗi của chương trình: giữ tệp, báo kèm số mầm.".to_owned()),
        places: Vec::new(),
    })
}

/// Papers drawn by lot and compared; after what the third person decided they all agree.
fn recheck(sitting: &mut Sitting<'_>, round: RoundId, papers: usize) -> Done {
    let wanted = u32::try_from((papers / 20).clamp(1, 20)).unwrap_or(1);
    let seed = u32::try_from(1 + sitting.dice.below(9_999)).unwrap_or(1);
    sitting.pass(2);
    let drawn = Draw::Drawn { round, number: 1, seed, papers: wanted, at: sitting.clock };
    sitting.record(Role::Head, Change::Election(E::Recheck(drawn)))?;
    let picks: Vec<(u16, u32)> = sitting
        .congress
        .rechecks_of(round)
        .flat_map(|recheck| recheck.picks.iter().map(|pick| (pick.bundle, pick.place)))
        .collect();
    for (bundle, place) in picks {
        let compared = Draw::Compared { round, number: 1, bundle, place, found: Found::Same };
        sitting.record(Role::Head, Change::Election(E::Recheck(compared)))?;
        sitting.measured.rechecked += 1;
    }
    Ok(())
}

/// The presidium confirms, the result is announced, the ballots are sealed and handed over.
pub(super) fn announce(sitting: &mut Sitting<'_>, round: RoundId) -> Done {
    sitting.pass(3);
    let confirmed = E::ResultConfirmed { round, at: sitting.clock };
    sitting.record(Role::Presidium, Change::Election(confirmed))?;
    sitting.pass(2);
    sitting.elect(E::Announced { round, at: sitting.clock })?;
    let keeper = sitting.cast.secretariat.first().copied();
    let keeper = keeper.and_then(|keeper| sitting.congress.people.get(&keeper));
    let to = keeper.map_or_else(|| "Văn phòng Đảng ủy".to_owned(), |person| person.name.clone());
    sitting.pass(4);
    sitting.elect(E::HandedOver { round, to, at: sitting.clock })
}

/// What an announced round asks for next; none when the election is over.
pub(super) fn next(sitting: &Sitting<'_>, election: ElectionId) -> Option<Next> {
    let election = sitting.congress.elections.get(&election)?;
    if result::settled(&sitting.congress, election) { None } else { result::next(&sitting.congress, election) }
}

fn question(round: &Round, alternates: u16) -> Question {
    Question { names: round.names_count(), seats: round.seats, alternates }
}

/// An election as it stands.
pub(super) fn known(sitting: &Sitting<'_>, election: ElectionId) -> Result<Election, Failure> {
    let regulation = sitting.congress.meeting().regulation();
    sitting.congress.election(election).cloned().map_err(|refusal| Failure::refused(&refusal, regulation))
}

fn opened_round(sitting: &Sitting<'_>, round: RoundId) -> Result<Round, Failure> {
    let regulation = sitting.congress.meeting().regulation();
    sitting.congress.round(round).cloned().map_err(|refusal| Failure::refused(&refusal, regulation))
}
