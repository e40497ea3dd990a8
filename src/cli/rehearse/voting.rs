//! Hand votes of a rehearsal: all agree, counted, or counted by sector, as the matter and the lot have it.

use super::sitting::{Done, Sitting};
use crate::domain::Change;
use crate::domain::bodies::{Body, BodyKind, Change as Bodies};
use crate::domain::election::base;
use crate::domain::id::{ElectionId, MotionId, PersonId};
use crate::domain::motions::{Change as Motions, Count, Hands, Motion, Sector, Subject};

/// How the hands are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hall {
    /// Everybody agrees.
    Agrees,
    /// Counted over the whole hall, a few against.
    Counted,
    /// Counted by sector, a few against.
    Sectors,
}

/// Puts a motion and votes it.
pub(super) fn vote(sitting: &mut Sitting<'_>, subject: Subject, text: impl Into<String>, hall: Hall) -> Done {
    let motion = sitting.congress.motions.next_id();
    let item = sitting.congress.item_now().map(|item| item.id);
    let voters = sitting.congress.hands_on(subject).unwrap_or_default();
    sitting.write(Change::Motions(Motions::Put(Motion {
        id: motion,
        subject,
        text: text.into(),
        item,
        voters,
        vote: None,
    })))?;
    sitting.pass(1);
    let count = count(sitting, motion, hall);
    sitting.write(Change::Motions(Motions::Voted { motion, at: sitting.clock, count }))
}

fn count(sitting: &mut Sitting<'_>, motion: MotionId, hall: Hall) -> Count {
    let hands_of = sitting.congress.motion(motion).map(|motion| sitting.congress.hands_of(motion)).unwrap_or_default();
    let voters = base::assembly(&sitting.congress, hands_of).voters;
    match hall {
        Hall::Agrees => Count::Unanimous,
        Hall::Counted => Count::Counted(hands(sitting, voters)),
        Hall::Sectors => {
            let names = sitting.congress.meeting().about.sectors.clone();
            let sectors = u32::try_from(names.len()).unwrap_or(1).max(1);
            let share = |place: u32| voters / sectors + u32::from(place < voters % sectors);
            let counted = (0..).zip(names).map(|(place, name)| Sector { name, hands: hands(sitting, share(place)) });
            Count::Sectors(counted.collect())
        }
    }
}

/// Most agree; a few do not, or are of another opinion.
fn hands(sitting: &mut Sitting<'_>, voters: u32) -> Hands {
    let few = usize::try_from(voters / 25).unwrap_or(0) + 1;
    let disagree = u32::try_from(sitting.dice.below(few)).unwrap_or(0);
    let other = u32::try_from(sitting.dice.below(2)).unwrap_or(0).min(voters.saturating_sub(disagree));
    Hands { agree: voters.saturating_sub(disagree + other), disagree, other }
}

/// Proposes a working body and elects it.
pub(super) fn body(
    sitting: &mut Sitting<'_>,
    kind: BodyKind,
    election: Option<ElectionId>,
    (members, hall): (Vec<PersonId>, Hall),
) -> Done {
    let id = sitting.congress.bodies.next_id();
    let name = match kind {
        BodyKind::Presidium => "Đoàn chủ tịch",
        BodyKind::Secretariat => "Đoàn thư ký",
        BodyKind::Credentials => "Ban thẩm tra tư cách đại biểu",
        BodyKind::Counting => "Ban kiểm phiếu",
    };
    let text = format!("Bầu {name} gồm {} đồng chí", members.len());
    sitting.write(Change::Bodies(Bodies::Proposed(Body { id, kind, election, members, elected_by: None })))?;
    vote(sitting, Subject::Body(id), text, hall)
}
