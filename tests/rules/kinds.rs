//! Every kind of ballot and round: opinion and introduction ballots, alternates on a ballot of their own, the plenum, further rounds
//! with and without new names, results annulled later by the superior, open points frozen with a round.

use super::order::{announce, called, counting, from_floor, hand_out, keyed, listed, nominated, to_the_count};
use super::raw::listed_committee;
use super::votes::carry;
use super::{arrived, cell_of, eight, record, record_as, refusal};
use daihoi::domain::bodies::{Body, BodyKind, Change as Bodies};
use daihoi::domain::decisions::{Change as Decisions, Matter};
use daihoi::domain::election::ballot::Marks;
use daihoi::domain::election::list::{Source, Voters};
use daihoi::domain::election::outcome::{Next, Standing};
use daihoi::domain::election::steps::{Stage, stage};
use daihoi::domain::election::{
    Change as Elections, Election, Office, Purpose, Revocation, RoundKind, RoundState, base, result,
};
use daihoi::domain::hall::Quorum;
use daihoi::domain::id::{BodyId, ElectionId, PersonId, RoundId};
use daihoi::domain::meeting::{Change as Meeting, Kind, Meeting as Facts};
use daihoi::domain::motions::{Change as Motions, Count, Hands, Motion, Subject};
use daihoi::domain::people::Standing as Member;
use daihoi::domain::regulation::{DelegateBallots, OpenPoints, TieRevote};
use daihoi::domain::{Change, Congress, Refusal, Role};
use serde_json::Value;

fn call(id: u32, office: Office, rest: impl FnOnce(&mut Election)) -> Change {
    let mut election = Election::new(ElectionId(id), office, format!("Cuộc bầu {id}"));
    rest(&mut election);
    Change::Election(Elections::Called(election))
}

fn decided(congress: &Congress, matter: Matter) -> Change {
    let id = congress.decisions.next_id();
    Change::Decisions(Decisions::Taken(matter.taken(id, "Đại hội quyết định", eight())))
}

/// A congress of all members of a committee, everybody in the room, three of them to count.
fn members(number: u32) -> Congress {
    let mut congress = cell_of(&[(number, Member::Full)]);
    let facts = Facts { kind: Kind::Members, ..congress.meeting().clone() };
    record(&mut congress, [Change::Meeting(Meeting::Corrected(facts)), arrived(1..=number)]);
    congress
}

/// Three people count every ballot from now on.
fn counted_by(congress: &mut Congress, people: [u32; 3]) {
    let id = congress.bodies.next_id();
    let mut body = counting(&people);
    if let Change::Bodies(daihoi::domain::bodies::Change::Proposed(body)) = &mut body {
        body.id = id;
    }
    record(congress, [body]);
    carry(congress, Subject::Body(id));
}

/// Opens a round on the first list of an election and counts these runs of ballots.
fn voted(congress: &mut Congress, (round, election): (u32, u32), runs: &[(u32, Marks)]) {
    let ballots = runs.iter().map(|(times, _)| times).sum();
    to_the_count(congress, round, election, (ballots, ballots));
    let keyed = (1..).zip(runs).map(|(number, (times, marks))| keyed(round, number, *times, marks.clone()));
    record_as(congress, Role::Head, keyed.collect::<Vec<_>>());
    announce(congress, round);
}

fn struck(names: &[u16]) -> Marks {
    Marks::Struck(names.to_vec())
}

/// Rules §9, example 13: 40 prepared and 11 from the floor for 35 seats; three withdraw; the opinion ballot on the eight keeps five.
#[test]
fn an_opinion_ballot_shortens_a_list_that_is_too_long() {
    let mut congress = members(60);
    record(&mut congress, [called(1, Office::Committee)]);
    carry(&mut congress, Subject::Seats { election: ElectionId(1), seats: 35, size: None });
    record(&mut congress, (1..=40).map(|person| nominated(1, person)));
    record(&mut congress, (41..=51).map(|person| from_floor(1, person, Source::Floor, Some(20))));
    for person in 49..=51 {
        let person = PersonId(person);
        let asked = Elections::WithdrawalAsked { election: ElectionId(1), person, reason: "Sức khỏe".into() };
        record(&mut congress, [Change::Election(asked)]);
        carry(&mut congress, Subject::Withdrawal { election: ElectionId(1), person });
    }
    let vote = super::votes::put(&congress, Subject::List(ElectionId(1)));
    assert_eq!(refusal(&congress, &vote), Refusal::SurplusOverCap { surplus: 13, seats: 35, cap: 10 });
    assert_eq!(congress.room_for_floor(congress.election(ElectionId(1)).unwrap()), 5);
    let opinion = |seats: u16| {
        call(2, Office::Committee, |election| {
            election.purpose = Purpose::Opinion(ElectionId(1));
            election.seats = Some(seats);
        })
    };
    assert_eq!(refusal(&congress, &opinion(6)), Refusal::OpinionKeeps { room: 5 });
    record(&mut congress, [opinion(5)]);
    counted_by(&mut congress, [58, 59, 60]);
    let names = congress.list(ElectionId(2));
    assert_eq!(names.len(), 8, "the names from the floor and nobody else");
    // half is not needed: the five with most votes stay, here 30 strike the last three, 20 the first three
    voted(&mut congress, (1, 2), &[(30, struck(&[6, 7, 8])), (20, struck(&[1, 2, 3]))]);
    let outcome = result::outcome(&congress, RoundId(1)).unwrap();
    assert_eq!((outcome.elected.len(), outcome.next), (5, Next::Complete));
    assert_eq!(outcome.why(8), Some(Standing::LeftOffList));
    let list = congress.list(ElectionId(1));
    assert_eq!(list.len(), 45);
    assert!(
        names[5..].iter().all(|person| !list.contains(person)) && names[..5].iter().all(|person| list.contains(person))
    );
    carry(&mut congress, Subject::List(ElectionId(1)));
}

/// What an opinion ballot leaves tied the congress decides, name by name.
#[test]
fn tied_opinions_are_the_congresss_decision() {
    let mut congress = members(30);
    record(&mut congress, [called(1, Office::Committee)]);
    carry(&mut congress, Subject::Seats { election: ElectionId(1), seats: 3, size: None });
    record(&mut congress, (1..=3).map(|person| nominated(1, person)));
    record(&mut congress, (4..=5).map(|person| from_floor(1, person, Source::Floor, Some(10))));
    record(
        &mut congress,
        [call(2, Office::Committee, |election| {
            election.purpose = Purpose::Opinion(ElectionId(1));
            election.seats = Some(1);
        })],
    );
    counted_by(&mut congress, [28, 29, 30]);
    voted(&mut congress, (1, 2), &[(10, struck(&[1])), (10, struck(&[2]))]);
    assert!(result::settled(&congress, congress.election(ElectionId(2)).unwrap()));
    let tied = congress.tied_by_opinion(ElectionId(1));
    assert_eq!(tied.len(), 2);
    let election = ElectionId(1);
    let untied = decided(&congress, Matter::LeaveOffList { election, person: PersonId(1) });
    assert!(matches!(refusal(&congress, &untied), Refusal::NotTiedInOpinion { .. }));
    let decision = decided(&congress, Matter::LeaveOffList { election, person: tied[1] });
    record(&mut congress, [decision]);
    assert_eq!(congress.list(election).len(), 4);
    carry(&mut congress, Subject::List(election));
}

/// Before the congress elects its secretary directly everybody introduces one; that elects nobody.
#[test]
fn an_introduction_ballot_elects_nobody() {
    let mut congress = listed_committee();
    voted(&mut congress, (1, 1), &[(9, struck(&[4])), (1, struck(&[1, 4]))]);
    record(&mut congress, [called(2, Office::Secretary)]);
    let introduction = call(3, Office::Secretary, |election| {
        election.purpose = Purpose::Introduction(ElectionId(2));
        election.seats = Some(1);
    });
    let deputy = call(4, Office::Deputy, |election| {
        election.purpose = Purpose::Introduction(ElectionId(2));
        election.seats = Some(1);
    });
    assert!(matches!(refusal(&congress, &deputy), Refusal::OpinionOfOther { .. }));
    record(&mut congress, [introduction]);
    assert_eq!(congress.list(ElectionId(3)).len(), 3, "those just elected to the committee");
    voted(&mut congress, (2, 3), &[(7, struck(&[2, 3])), (3, struck(&[1, 3]))]);
    let outcome = result::outcome(&congress, RoundId(2)).unwrap();
    assert_eq!((outcome.elected.len(), outcome.next), (0, Next::Complete));
    assert_eq!(outcome.names.iter().map(|name| name.count.votes).collect::<Vec<_>>(), [7, 3, 0]);
    // the secretary is still to be elected, by a list of its own
    carry(&mut congress, Subject::Seats { election: ElectionId(2), seats: 1, size: None });
    record(&mut congress, [nominated(2, 1)]);
}

/// Alternates on a ballot of their own, as the congress settled it.
#[test]
fn alternates_have_one_list_or_two_ballots() {
    let mut congress = members(30);
    let allotted = |id: u32, office: Office, seats: u16, alternates: u16| {
        call(id, office, |election| (election.seats, election.alternates) = (Some(seats), alternates))
    };
    assert_eq!(refusal(&congress, &allotted(2, Office::Alternates, 1, 0)), Refusal::AlternatesOnOneList);
    let points = OpenPoints { delegates: Some(DelegateBallots::TwoBallots), ..OpenPoints::default() };
    let settled = Change::Meeting(Meeting::OpenPointsSettled { points, ground: "Đại hội biểu quyết".into() });
    record(&mut congress, [settled]);
    assert_eq!(refusal(&congress, &allotted(1, Office::Delegates, 2, 1)), Refusal::AlternatesOnTwoBallots);
    assert_eq!(refusal(&congress, &allotted(1, Office::Committee, 2, 1)), Refusal::OnlyDelegatesHaveAlternates);
    record(&mut congress, [allotted(1, Office::Delegates, 2, 0), allotted(2, Office::Alternates, 1, 0)]);
    record(&mut congress, [nominated(1, 1), nominated(1, 2)]);
    carry(&mut congress, Subject::List(ElectionId(1)));
    assert_eq!(refusal(&congress, &nominated(2, 3)), Refusal::DelegatesFirst);
    counted_by(&mut congress, [28, 29, 30]);
    let agreed = Marks::Boxes { agree: vec![1, 2], disagree: vec![] };
    voted(&mut congress, (1, 1), &[(30, agreed)]);
    assert!(matches!(refusal(&congress, &nominated(2, 1)), Refusal::AlreadyDelegate { .. }));
    record(&mut congress, [nominated(2, 3)]);
}

/// Opens a later round of the first election and counts these runs of ballots.
fn voted_again(congress: &mut Congress, round: u32, kind: RoundKind, runs: &[(u32, Marks)]) {
    let ballots = runs.iter().map(|(times, _)| times).sum();
    let (id, at) = (RoundId(round), eight());
    let base = base::of_congress(congress);
    let walk = [
        Elections::BaseConfirmed { round: id, election: ElectionId(1), kind, base, at },
        Elections::BoxSealed { round: id, at },
        Elections::Issued { round: id, printed: None, issued: ballots, at },
        Elections::Collected { round: id, collected: ballots, spoiled: 0, at },
        Elections::Reported { round: id, at },
    ];
    record(congress, walk.map(Change::Election));
    hand_out(congress, id, ballots);
    let keyed = (1..).zip(runs).map(|(number, (times, marks))| keyed(round, number, *times, marks.clone()));
    record_as(congress, Role::Head, keyed.collect::<Vec<_>>());
    announce(congress, round);
}

/// What the sheet of a round, read back, says of it.
fn recounted(congress: &Congress, round: u32) -> Value {
    let sheet = daihoi::export::ballots::sheet(congress, congress.round(RoundId(round)).unwrap()).unwrap();
    serde_json::from_str(&daihoi::cli::recount::recount(&sheet).unwrap()).unwrap()
}

/// A tie for an alternate's place alone is voted again among the tied, in which the higher is the alternate without half; tied
/// again the congress decides, and a further round needs half (rules §5).
#[test]
fn a_tie_for_an_alternates_place_is_voted_again() {
    let mut congress = members(30);
    let delegates = call(1, Office::Delegates, |election| (election.seats, election.alternates) = (Some(7), 1));
    record(&mut congress, [delegates]);
    record(&mut congress, (1..=9).map(|person| nominated(1, person)));
    carry(&mut congress, Subject::List(ElectionId(1)));
    counted_by(&mut congress, [28, 29, 30]);
    let [others, last] = [[1, 2], [8, 9]].map(|names| struck(&names));
    let runs = [(14, last), (4, others), (4, struck(&[3, 4])), (4, struck(&[5, 6])), (4, struck(&[1, 7]))];
    voted(&mut congress, (1, 1), &runs);
    let first = result::outcome(&congress, RoundId(1)).unwrap();
    assert_eq!((first.elected.len(), first.seats_open, first.tied.as_slice()), (7, 0, &[8, 9][..]));
    assert_eq!((first.next, recounted(&congress, 1)["next"].as_str()), (Next::TieRevote, Some("tie_revote")));
    let election = |congress: &Congress| congress.election(ElectionId(1)).unwrap().clone();
    let mut tied_again = congress.clone();
    voted_again(&mut congress, 2, RoundKind::TieRevote, &[(14, struck(&[2])), (10, struck(&[1]))]);
    let again = result::outcome(&congress, RoundId(2)).unwrap();
    assert_eq!((again.elected.len(), again.alternates.as_slice(), again.seats_open), (0, &[1][..], 0));
    assert_eq!((again.why(1), again.next), (Some(Standing::AlternateInTieRevote), Next::Complete));
    assert_eq!(result::alternates(&congress, &election(&congress)), [PersonId(8)]);
    assert!(result::settled(&congress, &election(&congress)));
    let tally = daihoi::papers::PaperName::Tally(RoundId(2)).compose(&congress).unwrap();
    let tally = daihoi::export::markdown::markdown(&tally);
    assert!(tally.contains("(đại biểu dự khuyết, giữa những người có số phiếu bằng nhau)"), "{tally}");
    assert!(tally.contains("Đại biểu dự khuyết (xếp theo") && !tally.contains("Không có đồng chí nào"), "{tally}");
    let told = recounted(&congress, 2);
    assert_eq!((told["elected"].as_array().map(Vec::len), told["seats_open"].as_u64()), (Some(0), Some(0)));
    assert_eq!((&told["alternates"][0], told["next"].as_str()), (&told["names"][0]["name"], Some("complete")));
    // tied again
    voted_again(&mut tied_again, 2, RoundKind::TieRevote, &[(12, struck(&[2])), (12, struck(&[1]))]);
    assert_eq!(result::next(&tied_again, &election(&tied_again)), Some(Next::CongressDecides));
    assert_eq!(recounted(&tied_again, 2)["next"], "congress_decides");
    let further = decided(&tied_again, Matter::FurtherRoundSameNames(ElectionId(1)));
    record(&mut tied_again, [further]);
    voted_again(&mut tied_again, 3, RoundKind::Further, &[(15, struck(&[2])), (15, struck(&[1]))]);
    let short = result::outcome(&tied_again, RoundId(3)).unwrap();
    assert_eq!((short.alternates.len(), short.why(1)), (0, Some(Standing::ShortOfHalf { need: 16 })));
    let left = decided(&tied_again, Matter::LeaveSeatsOpen(ElectionId(1)));
    record(&mut tied_again, [left]);
    assert!(result::settled(&tied_again, &election(&tied_again)));
}

/// The plenum elects its standing committee: all incumbents are the base, those in the room vote.
#[test]
fn the_plenum_counts_its_incumbents() {
    let mut congress = members(30);
    listed(&mut congress, 1, Office::Committee, (7, &[1, 2, 3, 4, 5, 6, 7, 8]));
    counted_by(&mut congress, [28, 29, 30]);
    voted(&mut congress, (1, 1), &[(30, struck(&[8]))]);
    let plenum = |id: u32, office: Office| call(id, office, |election| election.voters = Voters::Plenum);
    record(&mut congress, [plenum(2, Office::StandingCommittee)]);
    let election = congress.election(ElectionId(2)).unwrap().clone();
    assert_eq!((base::propose(&congress, &election).value, base::voters(&congress, &election)), (7, 7));
    carry(&mut congress, Subject::Seats { election: ElectionId(2), seats: 3, size: None });
    let vote = |congress: &Congress| congress.motions.iter().last().unwrap().vote.clone().unwrap();
    assert_eq!((vote(&congress).voters, vote(&congress).base), (7, Some(7)), "the hands of a plenum are its own");
    assert!(matches!(refusal(&congress, &nominated(2, 8)), Refusal::NotInCommittee { .. }));
    record(&mut congress, (1..=4).map(|person| nominated(2, person)));
    carry(&mut congress, Subject::List(ElectionId(2)));
    counters_of_a_plenum(&mut congress);
    // three of seven go: four are no two thirds, five are
    let left = |person: u32| {
        Change::Attendance(daihoi::domain::attendance::Change::Left {
            session: daihoi::domain::id::SessionId(1),
            person: PersonId(person),
            at: eight(),
        })
    };
    record(&mut congress, [left(5), left(6)]);
    assert_eq!(base::quorum(&congress, Voters::Plenum), Quorum::Reached);
    hands_of_a_plenum(&mut congress);
    record(&mut congress, [left(7)]);
    assert_eq!(base::quorum(&congress, Voters::Plenum), Quorum::Missing { present: 4, summoned: 7, needed: 5 });
    let opened = Elections::BaseConfirmed {
        round: RoundId(2),
        election: ElectionId(2),
        kind: RoundKind::First,
        base: base::propose(&congress, &election),
        at: eight(),
    };
    let refused = refusal(&congress, &Change::Election(opened));
    assert_eq!(refused, Refusal::PlenumNoQuorum { present: 4, summoned: 7, needed: 5 });
}

/// The plenum counts with its own committee, of its voters who are not on the list (rules §2); the congress's does not count for it.
fn counters_of_a_plenum(congress: &mut Congress) {
    let (election, at) = (ElectionId(2), eight());
    let base = base::propose(congress, congress.election(election).unwrap());
    let opened = Elections::BaseConfirmed { round: RoundId(2), election, kind: RoundKind::First, base, at };
    assert_eq!(refusal(congress, &Change::Election(opened.clone())), Refusal::PlenumNoCounting);
    let own = |members: [u32; 2]| {
        let (id, members) = (BodyId(2), members.map(PersonId).to_vec());
        Change::Bodies(Bodies::Proposed(Body {
            id,
            kind: BodyKind::Counting,
            election: Some(election),
            members,
            elected_by: None,
        }))
    };
    let name = |person: u32| congress.person(PersonId(person)).unwrap().name.clone();
    assert_eq!(refusal(congress, &own([5, 28])), Refusal::CounterNotOfPlenum { name: name(28) });
    assert_eq!(refusal(congress, &own([5, 4])), Refusal::CandidateCounts { name: name(4) });
    record(congress, [own([5, 6])]);
    carry(congress, Subject::Body(BodyId(2)));
    assert_eq!(congress.counting_committee(election).map(|body| body.id), Some(BodyId(2)));
    let mut opening = congress.clone();
    record(&mut opening, [Change::Election(opened)]);
}

/// Seven incumbents, five in the room: the base stays seven, four carry, six hands are too many (rules §5).
fn hands_of_a_plenum(congress: &mut Congress) {
    let motion = |congress: &Congress, subject: Subject| Motion {
        id: congress.motions.next_id(),
        subject,
        text: "Hội nghị biểu quyết".into(),
        item: None,
        voters: Voters::Plenum,
        vote: None,
    };
    for (agree, carried) in [(3, false), (4, true)] {
        let put = motion(congress, Subject::Other);
        let id = put.id;
        record(congress, [Change::Motions(Motions::Put(put))]);
        let voted = |agree: u32| {
            let count = Count::Counted(Hands { agree, disagree: 0, other: 0 });
            Change::Motions(Motions::Voted { motion: id, at: eight(), count })
        };
        assert_eq!(refusal(congress, &voted(6)), Refusal::MoreHandsThanVoters { hands: 6, voters: 5 });
        record(congress, [voted(agree)]);
        let motion = congress.motion(id).unwrap();
        let vote = motion.vote.as_ref().unwrap();
        assert_eq!((vote.voters, vote.base, motion.carried()), (5, Some(7), Some(carried)));
    }
    // what takes effect on the congress is not a plenum's
    for subject in [Subject::Resolution, Subject::Targets, Subject::List(ElectionId(1))] {
        let put = Change::Motions(Motions::Put(motion(congress, subject)));
        assert!(matches!(refusal(congress, &put), Refusal::NotOfPlenum { .. }), "{subject:?}");
    }
}

/// The head of the inspection committee comes from among it.
#[test]
fn the_head_of_inspection_comes_from_the_inspection_committee() {
    let mut congress = members(30);
    listed(&mut congress, 1, Office::Committee, (3, &[1, 2, 3, 4]));
    counted_by(&mut congress, [28, 29, 30]);
    voted(&mut congress, (1, 1), &[(30, struck(&[4]))]);
    record(&mut congress, [called(2, Office::Inspection), called(3, Office::InspectionHead)]);
    carry(&mut congress, Subject::Seats { election: ElectionId(3), seats: 1, size: None });
    assert_eq!(refusal(&congress, &nominated(3, 5)), Refusal::InspectionFirst);
    carry(&mut congress, Subject::Seats { election: ElectionId(2), seats: 3, size: None });
    record(&mut congress, [nominated(2, 3), nominated(2, 5), nominated(2, 6)]);
    carry(&mut congress, Subject::List(ElectionId(2)));
    let agreed = Marks::Boxes { agree: vec![1, 2, 3], disagree: vec![] };
    voted(&mut congress, (2, 2), &[(30, agreed)]);
    assert!(matches!(refusal(&congress, &nominated(3, 7)), Refusal::NotInInspection { .. }));
    record(&mut congress, [nominated(3, 5)]);
}

/// The superior annuls a result a month later: the old round stays, the new one is linked to it.
#[test]
fn a_result_annulled_later_is_voted_again_as_a_new_round() {
    let mut congress = listed_committee();
    voted(&mut congress, (1, 1), &[(9, struck(&[4])), (1, struck(&[1, 4]))]);
    let election = congress.election(ElectionId(1)).unwrap().clone();
    assert_eq!(stage(&congress, &election), Stage::At(daihoi::domain::election::steps::Step::HandOver));
    let revoked = |basis: &str| {
        let date = eight().date();
        let revocation = Revocation { by: "Đảng ủy cấp trên".into(), basis: basis.into(), date };
        Change::Election(Elections::ResultRevoked { round: RoundId(1), revocation, at: eight() })
    };
    assert!(matches!(refusal(&congress, &revoked(" ")), Refusal::Blank { .. }));
    record(&mut congress, [revoked("12-QĐ/ĐU")]);
    let round = congress.round(RoundId(1)).unwrap();
    assert_eq!(round.state, RoundState::Revoked);
    assert!(round.counts.is_some(), "what was counted stays");
    assert_eq!(result::elected(&congress, &election), None);
    assert_eq!(stage(&congress, &election), Stage::Annulled);
    assert!(matches!(refusal(&congress, &revoked("13-QĐ/ĐU")), Refusal::WrongStep { .. }));
    let opened = Elections::BaseConfirmed {
        round: RoundId(2),
        election: ElectionId(1),
        kind: RoundKind::AfterAnnulment,
        base: base::of_congress(&congress),
        at: eight(),
    };
    record(&mut congress, [Change::Election(opened)]);
    let second = congress.round(RoundId(2)).unwrap();
    assert_eq!((second.terms.after, second.names.len(), second.seats), (Some(RoundId(1)), 4, 3));
}

/// The congress decides whether new names may join a further round.
#[test]
fn a_further_round_is_held_with_or_without_new_names() {
    for (matter, may_join) in
        [(Matter::FurtherRound(ElectionId(1)), true), (Matter::FurtherRoundSameNames(ElectionId(1)), false)]
    {
        let mut congress = listed_committee();
        // two pass, one seat stays open
        voted(&mut congress, (1, 1), &[(5, struck(&[3, 4])), (5, struck(&[3, 4]))]);
        let decision = decided(&congress, matter);
        record(&mut congress, [decision]);
        let joins = congress.judge(Role::Secretary.into(), &from_floor(1, 5, Source::Floor, Some(6)));
        assert_eq!(joins.is_ok(), may_join, "{joins:?}");
        if !may_join {
            assert_eq!(joins, Err(Refusal::ListVoted));
        }
        let opened = Elections::BaseConfirmed {
            round: RoundId(2),
            election: ElectionId(1),
            kind: RoundKind::Further,
            base: base::of_congress(&congress),
            at: eight(),
        };
        record(&mut congress, [Change::Election(opened)]);
        let second = congress.round(RoundId(2)).unwrap();
        assert_eq!((second.names.len(), second.seats, second.terms.after), (2, 1, Some(RoundId(1))));
    }
}

/// Open points are frozen with the round: settling them later changes no result.
#[test]
fn open_points_hold_for_the_rounds_opened_after_them() {
    let mut congress = listed_committee();
    // 10, 10, then 7 and 7 tied across the last seat
    voted(&mut congress, (1, 1), &[(3, struck(&[3])), (3, struck(&[4])), (4, struck(&[3, 4]))]);
    assert_eq!(result::outcome(&congress, RoundId(1)).unwrap().next, Next::CongressDecides);
    let mut congress = listed_committee();
    voted(&mut congress, (1, 1), &[(4, struck(&[3])), (4, struck(&[4])), (2, struck(&[1]))]);
    let first = result::outcome(&congress, RoundId(1)).unwrap();
    assert_eq!((first.tied.as_slice(), first.next), (&[3, 4][..], Next::TieRevote));
    let points = OpenPoints { tie_revote: Some(TieRevote::HalfNeeded), ..OpenPoints::default() };
    let settled = Change::Meeting(Meeting::OpenPointsSettled { points, ground: "Đại hội biểu quyết".into() });
    let opened = Elections::BaseConfirmed {
        round: RoundId(2),
        election: ElectionId(1),
        kind: RoundKind::TieRevote,
        base: base::of_congress(&congress),
        at: eight(),
    };
    record(&mut congress, [Change::Election(opened), settled]);
    let at = eight();
    let round = RoundId(2);
    let walk = [
        Elections::BoxSealed { round, at },
        Elections::Issued { round, printed: None, issued: 9, at },
        Elections::Collected { round, collected: 9, spoiled: 0, at },
        Elections::Reported { round, at },
    ];
    record(&mut congress, walk.map(Change::Election));
    hand_out(&mut congress, round, 9);
    record_as(&mut congress, Role::Head, [keyed(2, 1, 5, struck(&[2])), keyed(2, 2, 4, struck(&[1]))]);
    announce(&mut congress, 2);
    // five of base ten are no half; the round was opened while the higher wins without it
    assert_eq!(result::outcome(&congress, round).unwrap().elected, [1]);
    assert_eq!(congress.meeting().regulation().rounds.tie_revote, TieRevote::HalfNeeded);
    assert!(result::settled(&congress, congress.election(ElectionId(1)).unwrap()));
    assert_eq!(congress.counting_committee(ElectionId(1)).map(|body| body.id), Some(BodyId(1)));
}
