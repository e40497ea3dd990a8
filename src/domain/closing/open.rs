//! What is still open: the acts that were begun or announced and not brought to their end. Only read; nothing is decided here.

use crate::domain::agenda::{ItemKind, ItemState};
use crate::domain::bodies::Body;
use crate::domain::classification::Rating;
use crate::domain::congress::Congress;
use crate::domain::election::{BundleState, RoundState, result};
use crate::domain::floor::SpeechState;
use crate::domain::id::{BodyId, ElectionId, ItemId, MotionId, RatingId, RoundId, SessionId, SpeechId};

/// Something still open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Open {
    /// A session that was interrupted and not resumed.
    Suspended(SessionId),
    /// An item neither finished nor skipped.
    Item(ItemId),
    /// Somebody still has the floor.
    Speech(SpeechId),
    /// A body proposed and not voted.
    Body(BodyId),
    /// A motion put and not voted.
    Motion(MotionId),
    /// Somebody put to the ballot of classification and without a level or a proposal.
    Rating(RatingId),
    /// Bundles of a count that are not settled.
    Bundles(RoundId),
    /// An election without an announced result.
    Election(ElectionId),
    /// Ballots not sealed and handed over.
    Ballots(RoundId),
}

impl Congress {
    /// What is still open before the record is closed, in the order in which a congress goes. The closing item itself is not.
    pub fn still_open(&self) -> Vec<Open> {
        let mut open: Vec<Open> = self
            .interruptions
            .iter()
            .filter(|pause| pause.to.is_none())
            .map(|pause| Open::Suspended(pause.session))
            .collect();
        let unfinished = |state| matches!(state, ItemState::Waiting | ItemState::Running);
        // the closing of a session that sits ends with the record
        let ends = |kind, state| kind == ItemKind::Closing && state == ItemState::Running;
        let items = self.whole_agenda().into_iter();
        open.extend(
            items.filter(|item| unfinished(item.state) && !ends(item.kind, item.state)).map(|item| Open::Item(item.id)),
        );
        let speaking = self.speeches.iter().filter(|speech| speech.state == SpeechState::Speaking);
        open.extend(speaking.map(|speech| Open::Speech(speech.id)));
        let replaced = |id: BodyId, kind| self.bodies.iter().any(|other| other.id > id && other.kind == kind);
        let proposed = self.bodies.iter().filter(|body| body.elected_by.is_none() && !replaced(body.id, body.kind));
        // a body that was voted down is no open matter: its vote is
        let voted_on = |id: BodyId| {
            let of = crate::domain::motions::Subject::Body(id);
            self.motions.iter().any(|motion| motion.subject == of && motion.vote.is_some())
        };
        // a review meeting names who chairs and writes, and votes on neither
        let due = |body: &&Body| !self.meeting().is_review() && !voted_on(body.id);
        open.extend(proposed.filter(due).map(|body| Open::Body(body.id)));
        open.extend(self.motions.iter().filter(|motion| motion.vote.is_none()).map(|motion| Open::Motion(motion.id)));
        let unrated = |rating: &&Rating| rating.level().is_none() && rating.upward.is_none();
        open.extend(self.ratings.iter().filter(unrated).map(|rating| Open::Rating(rating.id)));
        let counting = self.rounds.iter().filter(|round| round.state == RoundState::Counting);
        let unsettled = |round: RoundId| self.bundles_of(round).any(|bundle| bundle.state != BundleState::Settled);
        open.extend(counting.filter(|round| unsettled(round.id)).map(|round| Open::Bundles(round.id)));
        let unsettled = self.elections.iter().filter(|election| !result::settled(self, election));
        open.extend(unsettled.map(|election| Open::Election(election.id)));
        let kept = self.rounds.iter().filter(|round| round.state == RoundState::Announced);
        open.extend(kept.map(|round| Open::Ballots(round.id)));
        open
    }
}
