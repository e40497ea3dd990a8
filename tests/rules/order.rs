//! The order of elections and the walk of a ballot: chi ủy, then secretary, then deputy; each step after the one before.

use super::votes::carry;
use super::{arrived, cell_of, eight, open_cell, record, record_as, refusal};
use daihoi::domain::bodies::{Body, BodyKind, Change as Bodies};
use daihoi::domain::election::ballot::Marks;
use daihoi::domain::election::bundle::{Change as Bundle, Declared};
use daihoi::domain::election::list::{Candidate, Election, Source};
use daihoi::domain::election::round::RoundKind;
use daihoi::domain::election::{Change as Elections, Entry, KeyedBallot, Office, base, result};
use daihoi::domain::id::{BodyId, ElectionId, PersonId, RoundId};
use daihoi::domain::motions::Subject;
use daihoi::domain::people::Standing;
use daihoi::domain::{Change, Congress, Refusal, Role};

pub fn called(id: u32, office: Office) -> Change {
    Change::Election(Elections::Called(Election::new(ElectionId(id), office, format!("Cuộc bầu {id}"))))
}

pub fn nominated(election: u32, person: u32) -> Change {
    from_floor(election, person, Source::Prepared, None)
}

pub fn from_floor(election: u32, person: u32, source: Source, support: Option<u32>) -> Change {
    let (election, person) = (ElectionId(election), PersonId(person));
    Change::Election(Elections::Nominated(Candidate { source, support, ..Candidate::new(election, person) }))
}

pub fn counting(members: &[u32]) -> Change {
    let members = members.iter().copied().map(PersonId).collect();
    Change::Bodies(Bodies::Proposed(Body {
        id: BodyId(1),
        kind: BodyKind::Counting,
        election: None,
        members,
        elected_by: None,
    }))
}

/// Calls an election, votes its number and list.
pub fn listed(congress: &mut Congress, id: u32, office: Office, (seats, people): (u16, &[u32])) {
    record(congress, [called(id, office)]);
    carry(congress, Subject::Seats { election: ElectionId(id), seats, size: None });
    record(congress, people.iter().map(|person| nominated(id, *person)));
    carry(congress, Subject::List(ElectionId(id)));
}

/// Opens a round and walks it to the count, its papers handed out as one bundle.
pub fn to_the_count(congress: &mut Congress, round: u32, election: u32, (issued, collected): (u32, u32)) {
    to_the_report(congress, round, election, (issued, collected));
    hand_out(congress, RoundId(round), collected);
}

/// Opens a round and walks it to the report on its papers: base, box, issued, collected.
pub fn to_the_report(congress: &mut Congress, round: u32, election: u32, (issued, collected): (u32, u32)) {
    let proposed = base::propose(congress, congress.election(ElectionId(election)).unwrap());
    let (round, election, at) = (RoundId(round), ElectionId(election), eight());
    let kind = RoundKind::First;
    record(
        congress,
        [
            Elections::BaseConfirmed { round, election, kind, base: proposed, at },
            Elections::BoxSealed { round, at },
            Elections::Issued { round, printed: None, issued, at },
            Elections::Collected { round, collected, spoiled: 0, at },
            Elections::Reported { round, at },
        ]
        .map(Change::Election),
    );
}

/// Hands the papers of a round out as one bundle, which the head takes.
pub fn hand_out(congress: &mut Congress, round: RoundId, collected: u32) {
    let (by, at) = (Role::Head.into(), eight());
    let bundles = vec![Declared { number: 1, size: collected }];
    let taken = [
        Bundle::HandedOut { round, entry: Entry::Single, bundles },
        Bundle::Claimed { round, bundle: 1, keying: 1, by, at },
    ];
    record_as(congress, Role::Head, taken.map(Elections::Bundle).map(Change::Election));
}

pub fn keyed(round: u32, number: u32, times: u32, marks: Marks) -> Change {
    let round = RoundId(round);
    let ballot = KeyedBallot { round, bundle: 1, keying: 1, number, times, marks, defect: None, set_aside: false };
    Change::Election(Elections::BallotKeyed(ballot))
}

/// Hands the bundle in, reads it back; closes, confirms and announces a round.
pub fn announce(congress: &mut Congress, round: u32) {
    let (round, at, by) = (RoundId(round), eight(), Role::Head.into());
    let settled = [Bundle::Locked { round, bundle: 1, keying: 1, at }, Bundle::ReadBack { round, bundle: 1, by, at }];
    record_as(congress, Role::Head, settled.map(Elections::Bundle).map(Change::Election));
    record_as(congress, Role::Head, [Change::Election(Elections::CountClosed { round, at })]);
    let rest = [Elections::ResultConfirmed { round, at }, Elections::Announced { round, at }];
    record(congress, rest.map(Change::Election));
}

/// A committee of three, elected and announced.
pub fn elect_the_committee(congress: &mut Congress) {
    listed(congress, 1, Office::Committee, (3, &[1, 2, 3, 4]));
    record(congress, [counting(&[8, 9, 10])]);
    carry(congress, Subject::Body(BodyId(1)));
    to_the_count(congress, 1, 1, (10, 10));
    // ballot order by given name: An 1, Bích 2, Dũng 3, Đào 4
    record_as(
        congress,
        Role::Head,
        [keyed(1, 1, 9, Marks::Struck(vec![4])), keyed(1, 2, 1, Marks::Struck(vec![1, 4]))],
    );
    announce(congress, 1);
}

#[test]
fn the_secretary_comes_from_the_announced_committee() {
    let mut congress = open_cell();
    record(&mut congress, [called(2, Office::Secretary)]);
    carry(&mut congress, Subject::Seats { election: ElectionId(2), seats: 1, size: None });
    assert_eq!(refusal(&congress, &nominated(2, 1)), Refusal::CommitteeFirst);
    elect_the_committee(&mut congress);
    let elected = result::elected(&congress, congress.election(ElectionId(1)).unwrap());
    assert_eq!(elected, Some(vec![PersonId(2), PersonId(3), PersonId(1)]));
    let outsider = refusal(&congress, &nominated(2, 4));
    assert_eq!(outsider, Refusal::NotInCommittee { name: "Phạm Thị Đào".into() });
    record(&mut congress, [nominated(2, 1)]);
}

#[test]
fn the_deputy_waits_for_the_secretary_and_is_somebody_else() {
    let mut congress = open_cell();
    elect_the_committee(&mut congress);
    record(&mut congress, [called(2, Office::Secretary), called(3, Office::Deputy)]);
    carry(&mut congress, Subject::Seats { election: ElectionId(3), seats: 1, size: None });
    assert_eq!(refusal(&congress, &nominated(3, 2)), Refusal::SecretaryFirst);
    carry(&mut congress, Subject::Seats { election: ElectionId(2), seats: 1, size: None });
    record(&mut congress, [nominated(2, 1)]);
    carry(&mut congress, Subject::List(ElectionId(2)));
    to_the_count(&mut congress, 2, 2, (10, 10));
    let agree = Marks::Boxes { agree: vec![1], disagree: vec![] };
    record_as(&mut congress, Role::Head, [keyed(2, 1, 10, agree)]);
    announce(&mut congress, 2);
    assert_eq!(refusal(&congress, &nominated(3, 1)), Refusal::AlreadySecretary { name: "Nguyễn Văn An".into() });
    record(&mut congress, [nominated(3, 2)]);
}

#[test]
fn eight_members_elect_their_secretary_directly() {
    let mut congress = cell_of(&[(8, Standing::Full)]);
    record(&mut congress, [arrived(1..=8)]);
    let committee = refusal(&congress, &called(1, Office::Committee));
    assert_eq!(committee, Refusal::SmallCell { members: 8, from: 9 });
    listed(&mut congress, 1, Office::Secretary, (1, &[1]));
}

#[test]
fn nine_members_need_a_committee_first() {
    let mut congress = cell_of(&[(9, Standing::Full)]);
    record(&mut congress, [arrived(1..=9), called(1, Office::Secretary)]);
    carry(&mut congress, Subject::Seats { election: ElectionId(1), seats: 1, size: None });
    assert_eq!(refusal(&congress, &nominated(1, 1)), Refusal::CommitteeFirst);
}
