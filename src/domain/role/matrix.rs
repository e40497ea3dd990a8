//! THE matrix of the roles: which part of the work each change is, which role may do which part, and whose lines a role may undo.
//!
//! The door asks it for every change, whatever the screen, script or desk it comes from. A new change does not compile before it has
//! a part here.

use super::{Role, Who};
use crate::domain::change::Change;
use crate::domain::election::bundle::Change as Bundle;
use crate::domain::election::desk::Change as Desk;
use crate::domain::election::recheck::Change as Recheck;
use crate::domain::refusal::Refusal;
use crate::domain::{
    agenda, attendance, bodies, classification, closing, decisions, election, floor, gifts, groups, guests,
    interruptions, issuing, meeting, minutes, motions, notes, passphrase, people, projector, reports, targets,
};

/// A part of the work at a congress, done by the same people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Taking the minutes and driving the congress (ghi biên bản, điều hành).
    Record,
    /// What the chair decides: base, results, decisions (đoàn chủ tịch quyết định).
    Chair,
    /// Keying the papers of one's own bundles (nhập phiếu).
    Keying,
    /// The count as a whole: bundles, differences, rechecks, closing (điều hành kiểm phiếu).
    Count,
    /// What the hall's screen shows (màn hình hội trường).
    Projector,
    /// Keeping the line one was typing oneself (bản nháp).
    Draft,
    /// Setting the passphrase of a role; whose, `passphrase` says (mật khẩu của vai).
    Passphrase,
    /// Taking a line back; whose lines, `undoes` says (hoàn tác).
    Undo,
}

/// Whether a role may do a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum May {
    /// It may.
    Yes,
    /// It may not.
    No,
}

impl Part {
    /// The row of the matrix, in the order of [`Role::ALL`].
    #[expect(clippy::match_same_arms, reason = "a row for each part, so that it is read as a table")]
    fn row(self) -> [May; 5] {
        use May::{No, Yes};
        match self {
            //              secretary presidium counter head hall
            Self::Record => [Yes, No, No, No, No],
            Self::Chair => [Yes, Yes, No, No, No],
            Self::Keying => [No, No, Yes, Yes, No],
            Self::Count => [No, No, No, Yes, No],
            Self::Projector => [Yes, Yes, No, No, No],
            Self::Draft | Self::Passphrase => [Yes, Yes, Yes, Yes, No],
            Self::Undo => [Yes, Yes, No, Yes, No],
        }
    }

    /// The roles that may do it, in the order of the menu.
    pub fn roles(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().zip(self.row()).filter(|(_, may)| *may == May::Yes).map(|(role, _)| role)
    }

    /// The part that a change is.
    pub fn of(change: &Change) -> Self {
        match change {
            Change::Meeting(
                meeting::Change::Founded(_) | meeting::Change::Corrected(_) | meeting::Change::OpenPointsSettled { .. },
            )
            | Change::People(
                people::Change::Enrolled { .. } | people::Change::Corrected(_) | people::Change::Replaced { .. },
            )
            | Change::Guests(guests::Change::Invited(_) | guests::Change::Came { .. })
            | Change::Agenda(
                agenda::Change::SessionCalled(_)
                | agenda::Change::Added(_)
                | agenda::Change::Rewritten { .. }
                | agenda::Change::Reordered { .. }
                | agenda::Change::Started { .. }
                | agenda::Change::Finished { .. }
                | agenda::Change::Skipped { .. }
                | agenda::Change::Reopened { .. },
            )
            | Change::Attendance(
                attendance::Change::Arrived { .. }
                | attendance::Change::Left { .. }
                | attendance::Change::MarkedAbsent { .. }
                | attendance::Change::NeverCame { .. }
                | attendance::Change::ExcuseDecided(_),
            )
            | Change::Bodies(bodies::Change::Proposed(_))
            | Change::Floor(
                floor::Change::Registered(_)
                | floor::Change::Called { .. }
                | floor::Change::Extended { .. }
                | floor::Change::Ended { .. }
                | floor::Change::Withdrawn { .. }
                | floor::Change::Written { .. },
            )
            | Change::Notes(notes::Change::Written(_) | notes::Change::Corrected { .. })
            | Change::Motions(motions::Change::Put(_) | motions::Change::Voted { .. })
            | Change::Targets(targets::Change::Proposed(_) | targets::Change::AmendmentAsked { .. })
            | Change::Reports(reports::Change::Entered(_) | reports::Change::FactStated(_))
            | Change::Gifts(gifts::Change::Given(_))
            | Change::Groups(groups::Change::Entered(_))
            | Change::Classification(
                classification::Change::Called(_)
                | classification::Change::Voted { .. }
                | classification::Change::ShareStated(_),
            )
            | Change::Minutes(minutes::Change::Reworded(_))
            | Change::Issuing(issuing::Change::Issued(_))
            | Change::Closing(closing::Change::Corrected { .. }) => Self::Record,
            Change::Projector(projector::Change::Held { .. } | projector::Change::Shown { .. }) => Self::Projector,
            Change::Notes(notes::Change::Drafted { .. }) => Self::Draft,
            Change::Decisions(decisions::Change::Taken(_))
            | Change::Interruptions(interruptions::Change::Suspended(_) | interruptions::Change::Resumed { .. })
            | Change::Closing(closing::Change::Closed(_)) => Self::Chair,
            Change::Election(change) => Self::of_election(change),
            Change::Passphrases(passphrase::Change::Set(_)) => Self::Passphrase,
            Change::Undone { .. } => Self::Undo,
        }
    }

    fn of_election(change: &election::Change) -> Self {
        use election::Change as E;
        match change {
            E::Called(_)
            | E::Nominated(_)
            | E::WithdrawalAsked { .. }
            | E::BoxSealed { .. }
            | E::Issued { .. }
            | E::Collected { .. }
            | E::Annulled { .. }
            | E::Reported { .. }
            | E::Announced { .. }
            | E::HandedOver { .. }
            | E::ResultRevoked { .. }
            | E::ResultStated { .. } => Self::Record,
            E::BaseConfirmed { .. } | E::ResultConfirmed { .. } => Self::Chair,
            E::BallotKeyed(_)
            | E::BallotCorrected(_)
            | E::PaperSettled(_)
            | E::Bundle(Bundle::Claimed { .. } | Bundle::Locked { .. } | Bundle::ReadBack { .. }) => Self::Keying,
            E::CountClosed { .. }
            | E::Bundle(Bundle::HandedOut { .. } | Bundle::Resized { .. } | Bundle::Voided { .. })
            | E::Desk(Desk::Opened { .. } | Desk::Lent { .. } | Desk::Brought { .. })
            | E::Recheck(Recheck::Drawn { .. } | Recheck::Compared { .. }) => Self::Count,
        }
    }
}

/// Whose lines a role may undo: its own, and of those whose work it answers for.
fn undoes(role: Role) -> &'static [Role] {
    match role {
        Role::Secretary => &[Role::Secretary, Role::Presidium],
        Role::Presidium => &[Role::Presidium],
        Role::Head => &[Role::Head, Role::Counter],
        // a desk takes its last paper back on the pad; a bundle is taken back by the head
        Role::Counter | Role::Hall => &[],
    }
}

/// Refuses a change that is not this role's part, and the draft of another seat.
pub fn may(who: Who, change: &Change) -> Result<(), Refusal> {
    let part = Part::of(change);
    if !part.roles().any(|role| role == who.role) {
        let needed = part.roles().next().unwrap_or_default();
        return Err(Refusal::NotThisRole { role: who.role, needed });
    }
    match change {
        Change::Notes(notes::Change::Drafted { role, desk, .. })
            if (*role, *desk) != (who.role, who.desk.unwrap_or(0)) =>
        {
            Err(Refusal::NotThisDraft { role: *role })
        }
        _ => Ok(()),
    }
}

/// Refuses the undoing of a line that somebody else answers for.
pub fn may_undo(who: Who, (number, writer): (u64, Who)) -> Result<(), Refusal> {
    if undoes(who.role).contains(&writer.role) {
        return Ok(());
    }
    let answers = |role: &Role| undoes(*role).contains(&writer.role);
    let needed = [writer.role].into_iter().chain(Role::ALL).find(answers).unwrap_or_default();
    Err(Refusal::NotThisLine { number, writer: writer.role, needed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_somebodys_and_the_hall_writes_nothing() {
        let parts = [
            Part::Record,
            Part::Chair,
            Part::Keying,
            Part::Count,
            Part::Projector,
            Part::Draft,
            Part::Passphrase,
            Part::Undo,
        ];
        for part in parts {
            assert!(part.roles().next().is_some(), "{part:?}");
            assert!(part.roles().all(|role| role != Role::Hall), "{part:?}");
        }
    }

    #[test]
    fn who_may_undo_at_all_undoes_its_own_lines_and_each_line_has_somebody() {
        for role in Role::ALL {
            assert_eq!(Part::Undo.roles().any(|other| other == role), undoes(role).contains(&role), "{role:?}");
            assert_eq!(role == Role::Hall, !Role::ALL.into_iter().any(|other| undoes(other).contains(&role)));
        }
    }

    #[test]
    fn the_one_who_answers_for_a_line_is_named() {
        let refused = |role: Role, writer: Role| match may_undo(role.into(), (7, writer.into())) {
            Err(Refusal::NotThisLine { needed, .. }) => Some(needed),
            _ => None,
        };
        assert_eq!(refused(Role::Secretary, Role::Counter), Some(Role::Head));
        assert_eq!(refused(Role::Secretary, Role::Head), Some(Role::Head));
        assert_eq!(refused(Role::Presidium, Role::Secretary), Some(Role::Secretary));
        assert_eq!(refused(Role::Head, Role::Presidium), Some(Role::Presidium));
        assert_eq!(refused(Role::Head, Role::Counter), None);
        assert_eq!(refused(Role::Secretary, Role::Presidium), None);
    }
}
