//! The checklist of one election (rules §3): every step from seats to sealing, which is due now, and why it cannot go on.

use super::bundle::BundleState;
use super::list::Election;
use super::outcome::Next;
use super::result;
use super::round::{Round, RoundState};
use crate::domain::bodies::BodyKind;
use crate::domain::congress::Congress;

/// A step of an election, in the order in which they are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Vote the number to elect (biểu quyết số lượng).
    Seats,
    /// Nominations and self-nominations (đề cử, ứng cử).
    Nominations,
    /// Requests to withdraw, decided by the congress (xin rút).
    Withdrawals,
    /// Vote the list (biểu quyết danh sách).
    List,
    /// Vote the counting committee (bầu ban kiểm phiếu).
    CountingCommittee,
    /// Confirm the base (xác nhận số căn cứ).
    Base,
    /// Rules read, box shown empty and sealed (phổ biến thể lệ, niêm phong hòm phiếu).
    Box,
    /// Issue the ballots (phát phiếu).
    Issue,
    /// Collect the ballots (thu phiếu).
    Collect,
    /// Report issued and collected to the hall (báo cáo số phiếu phát ra, thu về).
    Report,
    /// Hand the bundles out (chia tệp, giao bàn kiểm phiếu).
    Bundles,
    /// Key the ballots (kiểm phiếu).
    Count,
    /// Close the count (khóa kết quả).
    Close,
    /// The presidium confirms (đoàn chủ tịch xác nhận).
    Confirm,
    /// Announce (công bố).
    Announce,
    /// Seal and hand over the ballots (niêm phong, bàn giao phiếu).
    HandOver,
}

impl Step {
    /// Every step in order.
    pub const ALL: [Self; 16] = [
        Self::Seats,
        Self::Nominations,
        Self::Withdrawals,
        Self::List,
        Self::CountingCommittee,
        Self::Base,
        Self::Box,
        Self::Issue,
        Self::Collect,
        Self::Report,
        Self::Bundles,
        Self::Count,
        Self::Close,
        Self::Confirm,
        Self::Announce,
        Self::HandOver,
    ];
}

/// Where an election stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// This step is due.
    At(Step),
    /// The round is announced and did not fill every seat: what the congress may do next.
    Decide(Next),
    /// The round was annulled: the vote is held again.
    Annulled,
    /// Over: all seats filled, or left open by decision.
    Over,
    /// The result is known without votes.
    Stated,
}

/// Where an election stands now.
pub fn stage(congress: &Congress, election: &Election) -> Stage {
    if election.stated.is_some() {
        return Stage::Stated;
    }
    if result::left_open(congress, election) {
        return Stage::Over;
    }
    let before = before_round(congress, election);
    if result::annulled(congress, election).is_some() {
        return Stage::Annulled;
    }
    let Some(round) = congress.round_now(election.id) else { return Stage::At(before) };
    match round.state {
        RoundState::Opened => Stage::At(Step::Box),
        RoundState::BoxSealed => Stage::At(Step::Issue),
        RoundState::Issued => Stage::At(Step::Collect),
        RoundState::Collected => Stage::At(Step::Report),
        RoundState::Counting => Stage::At(counting(congress, round)),
        RoundState::Closed => Stage::At(Step::Confirm),
        RoundState::Confirmed => Stage::At(Step::Announce),
        RoundState::Annulled | RoundState::Revoked => Stage::Annulled,
        RoundState::Announced | RoundState::HandedOver => after_announcement(congress, election, before),
    }
}

/// The step of a count: every paper is in a bundle, every bundle is settled, every drawn paper compared, then it closes.
fn counting(congress: &Congress, round: &Round) -> Step {
    if congress.papers_handed_out(round.id) < round.ledger.collected.unwrap_or(0) {
        return Step::Bundles;
    }
    let settled = congress.bundles_of(round.id).all(|bundle| bundle.state == BundleState::Settled);
    if settled && congress.open_pick(round.id).is_none() { Step::Close } else { Step::Count }
}

fn after_announcement(congress: &Congress, election: &Election, before: Step) -> Stage {
    if result::further_round_decided(congress, election) {
        return Stage::At(before);
    }
    let handed_over = congress.round_now(election.id).is_some_and(|round| round.state == RoundState::HandedOver);
    let next = result::next(congress, election).filter(|_| election.elects());
    match next {
        Some(Next::Complete) | None if handed_over => Stage::Over,
        Some(Next::Complete) | None => Stage::At(Step::HandOver),
        Some(next) => Stage::Decide(next),
    }
}

/// The step due before a round is opened.
fn before_round(congress: &Congress, election: &Election) -> Step {
    let candidates = || congress.candidates_of(election.id);
    let asked = |allowed: fn(Option<bool>) -> bool| {
        candidates().any(|candidate| candidate.withdrawal.as_ref().is_some_and(|request| allowed(request.allowed)))
    };
    if !election.seats_settled() {
        Step::Seats
    } else if asked(|allowed| allowed.is_none()) {
        Step::Withdrawals
    } else if congress.list(election.id).is_empty() || names_wait(congress, election) {
        Step::Nominations
    } else if !election.list_settled() {
        Step::List
    } else if congress.counting_committee(election.id).is_none() {
        Step::CountingCommittee
    } else {
        Step::Base
    }
}

/// Whether names that the outgoing committee prepared wait to be put on a list that is not voted yet.
fn names_wait(congress: &Congress, election: &Election) -> bool {
    !election.list_settled() && !congress.prepared(election).fit.is_empty()
}

/// Whether a counting committee was proposed for an election and waits for its vote.
pub fn counting_proposed(congress: &Congress, election: &Election) -> bool {
    congress.bodies.iter().any(|body| {
        body.kind == BodyKind::Counting
            && body.elected_by.is_none()
            && body.election.map_or(!congress.counts_alone(election.id), |other| other == election.id)
    })
}
