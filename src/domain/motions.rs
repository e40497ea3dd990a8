//! Hand votes: put, counted, carried or lost on the right base. Agree is asked first, then disagree, then other opinion.

use super::agenda::{ascending, filled};
use super::congress::Congress;
use super::election::base;
use super::election::list::Voters;
use super::figures::is_more_than_half;
use super::hall::Quorum;
use super::id::{BodyId, ElectionId, ItemId, MotionId, PersonId, ReportId, TargetId};
use super::refusal::{Noun, Refusal};
use super::register::entity;
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a hand vote decides; carrying it takes effect at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Subject {
    /// A working body (bầu đoàn chủ tịch, thư ký, ban kiểm phiếu …).
    Body(BodyId),
    /// The programme (chương trình), also a change of it.
    Programme,
    /// The rules of the congress (quy chế làm việc).
    Rules,
    /// A report (báo cáo).
    Report(ReportId),
    /// The number to elect (số lượng), voted before the list.
    Seats {
        /// The election.
        election: ElectionId,
        /// The number to elect now.
        seats: u16,
        /// How many the body has in all (số lượng cấp ủy viên), where that is more: the others come later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        size: Option<u16>,
    },
    /// The list of candidates (danh sách bầu cử).
    List(ElectionId),
    /// A candidate's request to withdraw (xin rút).
    Withdrawal {
        /// The election.
        election: ElectionId,
        /// The candidate.
        person: PersonId,
    },
    /// An amendment of a target (điều chỉnh chỉ tiêu).
    Amendment(TargetId),
    /// All targets as they stand (thông qua các chỉ tiêu).
    Targets,
    /// The resolution (nghị quyết).
    Resolution,
    /// The minutes, read back to the hall (thông qua biên bản).
    Minutes,
    /// Anything else.
    Other,
}

/// How many raised their hands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Count {
    /// Everybody with a vote in the room agreed: agree is derived, and shown as derived (100 % nhất trí).
    Unanimous,
    /// Counted over the whole hall.
    Counted(Hands),
    /// Counted by sector of the hall.
    Sectors(Vec<Sector>),
    /// The result is known, the counts are not (không nêu).
    NotStated {
        /// Whether it was carried.
        carried: bool,
    },
}

/// The three counts, in the order in which they are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hands {
    /// Đồng ý.
    pub agree: u32,
    /// Không đồng ý.
    pub disagree: u32,
    /// Ý kiến khác.
    #[serde(default)]
    pub other: u32,
}

/// The counts of one sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// Name of the sector.
    pub name: String,
    /// Its counts.
    pub hands: Hands,
}

/// A vote that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Vote {
    /// When.
    pub at: NaiveDateTime,
    /// Those with a vote in the room at that moment.
    pub voters: u32,
    /// The base (số căn cứ): all who may vote, rules §5; none where not everybody is known.
    pub base: Option<u32>,
    /// The counts.
    pub count: Count,
}

impl Vote {
    /// The counts over the hall; none where they are not stated.
    pub fn hands(&self) -> Option<Hands> {
        match &self.count {
            Count::Unanimous => Some(Hands { agree: self.voters, ..Hands::default() }),
            Count::Counted(hands) => Some(*hands),
            Count::Sectors(sectors) => Some(sum(sectors)),
            Count::NotStated { .. } => None,
        }
    }

    /// Whether more than half of the base agreed (rules §2).
    pub fn carried(&self) -> bool {
        match (&self.count, self.hands(), self.base) {
            (Count::NotStated { carried }, _, _) => *carried,
            (Count::Unanimous, _, None) => true,
            (_, Some(hands), Some(base)) => is_more_than_half(u64::from(hands.agree), base),
            (_, Some(hands), None) => hands.agree > hands.disagree.saturating_add(hands.other),
            (_, None, _) => false,
        }
    }
}

fn sum(sectors: &[Sector]) -> Hands {
    sectors.iter().fold(Hands::default(), |sum, sector| Hands {
        agree: sum.agree.saturating_add(sector.hands.agree),
        disagree: sum.disagree.saturating_add(sector.hands.disagree),
        other: sum.other.saturating_add(sector.hands.other),
    })
}

/// A hand vote.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Motion {
    /// Number.
    pub id: MotionId,
    /// What it decides.
    pub subject: Subject,
    /// What is put to the hall, as read out.
    pub text: String,
    /// The item it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Who raises hands; a motion of an election is voted by those who vote in it.
    #[serde(default, skip_serializing_if = "is_of_congress")]
    pub voters: Voters,
    /// The vote; none while the motion is only put.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands the field on by reference")]
fn is_of_congress(voters: &Voters) -> bool {
    *voters == Voters::Congress
}

entity!(Motion, MotionId, "motion");

impl Motion {
    /// Whether it was carried; none while it was not voted.
    pub fn carried(&self) -> Option<bool> {
        self.vote.as_ref().map(Vote::carried)
    }
}

/// Changes of the hand votes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A motion was put to the hall.
    Put(Motion),
    /// A motion was voted.
    Voted {
        /// The motion.
        motion: MotionId,
        /// When.
        at: NaiveDateTime,
        /// The counts.
        count: Count,
    },
}

impl Congress {
    /// Who raises hands on a motion: those who vote in the election it is about, else those it names.
    pub fn hands_of(&self, motion: &Motion) -> Voters {
        self.hands_on(motion.subject).unwrap_or(motion.voters)
    }

    /// Who raises hands on a subject that belongs to an election.
    pub fn hands_on(&self, subject: Subject) -> Option<Voters> {
        let election = match subject {
            Subject::Seats { election, .. } | Subject::List(election) | Subject::Withdrawal { election, .. } => {
                Some(election)
            }
            Subject::Body(body) => self.bodies.get(&body)?.election,
            _ => None,
        };
        Some(self.elections.get(&election?)?.voters)
    }

    /// The last motion on a subject that was carried.
    pub fn carried(&self, wanted: impl Fn(&Subject) -> bool) -> Option<&Motion> {
        self.motions.iter().rev().find(|motion| wanted(&motion.subject) && motion.carried() == Some(true))
    }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Put(motion) => judge_put(congress, motion),
        Change::Voted { motion, count, .. } => {
            let motion = congress.motion(*motion)?;
            if motion.vote.is_some() {
                return Err(Refusal::MotionVoted { text: motion.text.clone() });
            }
            judge_subject(congress, motion)?;
            let voters = congress.hands_of(motion);
            refuse_no_quorum(congress, voters)?;
            judge_count(congress, voters, count)
        }
    }
}

fn judge_put(congress: &Congress, motion: &Motion) -> Result<(), Refusal> {
    filled(&motion.text, Noun::Text)?;
    ascending(&congress.motions, motion.id, Noun::Motion)?;
    if motion.vote.is_some() {
        return Err(Refusal::MotionVoted { text: motion.text.clone() });
    }
    if let Some(item) = motion.item {
        congress.item(item)?;
    }
    // what takes effect on the congress is voted by it; an election says who votes in it
    let may_be_of_plenum =
        motion.subject == Subject::Other || congress.hands_on(motion.subject) == Some(Voters::Plenum);
    if motion.voters == Voters::Plenum && !may_be_of_plenum {
        return Err(Refusal::NotOfPlenum { text: motion.text.clone() });
    }
    judge_subject(congress, motion)
}

fn judge_subject(congress: &Congress, motion: &Motion) -> Result<(), Refusal> {
    match motion.subject {
        Subject::Body(_) if congress.meeting().is_review() => Err(Refusal::ReviewElectsNobody),
        Subject::Body(body) => {
            let body = congress.bodies.get(&body).ok_or(Refusal::Unknown { what: Noun::Body, number: body.0 })?;
            super::bodies::judge(congress, &super::bodies::Change::Proposed(body.clone()))
        }
        Subject::Report(report) => congress.report(report).map(drop),
        Subject::Seats { election, seats, size } => super::election::judge_seats(congress, election, (seats, size)),
        Subject::List(election) => super::election::judge_list(congress, election),
        Subject::Withdrawal { election, person } => super::election::judge_withdrawal(congress, election, person),
        Subject::Amendment(target) => super::targets::judge_amendment(congress, target),
        Subject::Programme
        | Subject::Rules
        | Subject::Targets
        | Subject::Resolution
        | Subject::Minutes
        | Subject::Other => Ok(()),
    }
}

/// Refuses a vote while too few of those who vote are in the room, unless the chair has recorded a decision (rules §1). The chair of
/// the congress decides for the congress: a plenum without its quorum does not begin.
pub(super) fn refuse_no_quorum(congress: &Congress, voters: Voters) -> Result<(), Refusal> {
    let decided = voters == Voters::Congress && congress.goes_on_without_quorum().is_some();
    match base::quorum(congress, voters) {
        Quorum::Missing { present, summoned, needed } if !decided => match voters {
            Voters::Congress => Err(Refusal::NoQuorum { present, summoned, needed }),
            Voters::Plenum => Err(Refusal::PlenumNoQuorum { present, summoned, needed }),
        },
        _ => Ok(()),
    }
}

fn judge_count(congress: &Congress, voters: Voters, count: &Count) -> Result<(), Refusal> {
    let hands = match count {
        Count::Unanimous | Count::NotStated { .. } => return Ok(()),
        Count::Counted(hands) => *hands,
        Count::Sectors(sectors) => sum(sectors),
    };
    let Some(voters) = base::assembly(congress, voters).stated() else { return Ok(()) };
    let raised = u64::from(hands.agree) + u64::from(hands.disagree) + u64::from(hands.other);
    if raised > u64::from(voters) {
        return Err(Refusal::MoreHandsThanVoters { hands: raised, voters });
    }
    Ok(())
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Put(motion) => congress.motions.put(motion.clone()),
        Change::Voted { motion, at, count } => {
            let Ok(put) = congress.motion(*motion) else { return };
            let assembly = base::assembly(congress, congress.hands_of(put));
            let vote = Vote { at: *at, voters: assembly.voters, base: assembly.base, count: count.clone() };
            let carried = vote.carried();
            let Some(motion) = congress.motions.edit(motion) else { return };
            motion.vote = Some(vote);
            let (id, subject) = (motion.id, motion.subject);
            take_effect(congress, id, subject, carried);
        }
    }
}

fn take_effect(congress: &mut Congress, motion: MotionId, subject: Subject, carried: bool) {
    match subject {
        Subject::Body(body) if carried => {
            if let Some(body) = congress.bodies.edit(&body) {
                body.elected_by = Some(motion);
            }
        }
        Subject::Report(report) => {
            if let Some(report) = congress.reports.edit(&report) {
                report.accepted_by = carried.then_some(motion);
            }
        }
        Subject::Seats { election, seats, size } if carried => {
            if let Some(election) = congress.elections.edit(&election) {
                election.seats = Some(seats);
                election.size = size;
                election.seats_by = Some(motion);
            }
        }
        Subject::List(election) if carried => {
            if let Some(election) = congress.elections.edit(&election) {
                election.list_by = Some(motion);
            }
        }
        Subject::Withdrawal { election, person } => {
            if let Some(candidate) = congress.candidates.edit(&(election, person))
                && let Some(withdrawal) = &mut candidate.withdrawal
            {
                withdrawal.allowed = Some(carried);
                withdrawal.decided_by = Some(motion);
            }
            // a name less is another list: it is voted again
            if let Some(election) = congress.elections.edit(&election).filter(|_| carried) {
                election.list_by = None;
            }
        }
        Subject::Amendment(target) => super::targets::amend(congress, target, carried),
        Subject::Targets | Subject::Resolution if carried => super::targets::adopt_all(congress, motion),
        _ => {}
    }
}
