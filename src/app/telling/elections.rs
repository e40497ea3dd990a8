//! Elections told in one line: which ballot, which round, how many papers – never a mark, never a running total.

use super::{known, people_named, person, short};
use crate::app::menu::seat_word;
use crate::app::words::{counting as count, telling as w};
use crate::domain::election::bundle::Change as Bundle;
use crate::domain::election::desk::Change as Desk;
use crate::domain::election::recheck::{Change as Recheck, Found};
use crate::domain::election::settlement::Why;
use crate::domain::election::{Change as Election, KeyedBallot};
use crate::domain::id::{ElectionId, RoundId};
use crate::domain::{Congress, Lang};

pub(super) fn tell(change: &Election, congress: &Congress, lang: Lang) -> String {
    let title = |id: ElectionId| title(congress, id, lang);
    let of = |id: RoundId| round(congress, id, lang);
    match change {
        Election::Called(election) => w::election_called(lang, &short(&election.title)),
        Election::Nominated(candidate) => {
            w::nominated(lang, &person(congress, candidate.person, lang), &title(candidate.election))
        }
        Election::WithdrawalAsked { election, person: id, .. } => {
            w::withdrawal_asked(lang, &person(congress, *id, lang), &title(*election))
        }
        Election::BaseConfirmed { election, base, .. } => w::base_confirmed(lang, base.value, &title(*election)),
        Election::BallotKeyed(ballot) => keyed(ballot, w::ballot_keyed(lang, ballot.number, ballot.times), lang),
        Election::BallotCorrected(ballot) => {
            keyed(ballot, w::ballot_corrected(lang, ballot.number, ballot.times), lang)
        }
        Election::ResultStated { election, elected } => {
            let names = elected.as_deref().map(|elected| people_named(congress, elected, lang));
            w::result_stated(lang, &title(*election), &names.unwrap_or_else(|| w::not_named(lang).to_owned()))
        }
        Election::Bundle(change) => bundle(change, congress, lang),
        Election::Desk(change) => desk(change, congress, lang),
        Election::PaperSettled(settled) => {
            let why = why_word(settled.why, lang);
            let told = w::paper_settled(lang, settled.bundle, settled.place, why);
            if settled.note.is_empty() { told } else { w::ballot_with(lang, &told, &short(&settled.note)) }
        }
        Election::Recheck(Recheck::Drawn { papers, seed, .. }) => w::drawn(lang, *papers, *seed),
        Election::Recheck(Recheck::Compared { bundle, place, found, .. }) => {
            w::compared(lang, *bundle, *place, found_word(*found, lang))
        }
        Election::ResultRevoked { round, revocation, .. } => w::revoked(lang, &of(*round), &short(&revocation.basis)),
        Election::BoxSealed { round, .. } => w::box_sealed(lang, &of(*round)),
        Election::Issued { round, issued, .. } => w::issued(lang, *issued, &of(*round)),
        Election::Collected { round, collected, .. } => w::collected(lang, *collected, &of(*round)),
        Election::Annulled { round, collected, .. } => w::annulled(lang, &of(*round), *collected),
        Election::Reported { round, .. } => w::reported(lang, &of(*round)),
        Election::CountClosed { round, .. } => w::count_closed(lang, &of(*round)),
        Election::ResultConfirmed { round, .. } => w::result_confirmed(lang, &of(*round)),
        Election::Announced { round, .. } => w::announced(lang, &of(*round)),
        Election::HandedOver { round, to, .. } => w::handed_over(lang, &of(*round), &short(to)),
    }
}

fn keyed(ballot: &KeyedBallot, told: String, lang: Lang) -> String {
    if ballot.set_aside { w::ballot_with(lang, &told, w::set_aside(lang)) } else { told }
}

fn bundle(change: &Bundle, congress: &Congress, lang: Lang) -> String {
    match change {
        Bundle::HandedOut { round: id, bundles, .. } => {
            let papers = bundles.iter().fold(0_u32, |sum, bundle| sum.saturating_add(bundle.size));
            w::bundles_handed_out(lang, bundles.len(), papers, &round(congress, *id, lang))
        }
        Bundle::Resized { bundle, reason, .. } => w::bundle_resized(lang, bundle.number, bundle.size, &short(reason)),
        Bundle::Claimed { bundle, keying, by, .. } => w::bundle_claimed(lang, *bundle, *keying, &seat_word(*by, lang)),
        Bundle::Locked { bundle, keying, .. } => w::bundle_locked(lang, *bundle, *keying),
        Bundle::Voided { bundle, keying, reason, .. } => w::keying_voided(lang, *bundle, *keying, &short(reason)),
        Bundle::ReadBack { bundle, .. } => w::bundle_read_back(lang, *bundle),
    }
}

/// What passed between the file of the congress and a desk file: which bundles, never what is in them.
fn desk(change: &Desk, congress: &Congress, lang: Lang) -> String {
    let numbers = |numbers: &mut dyn Iterator<Item = u16>| {
        numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(", ")
    };
    match change {
        Desk::Opened { file, list, bundles, .. } => {
            let bundles = numbers(&mut bundles.iter().map(|bundle| bundle.number));
            w::desk_file_opened(lang, file.desk, &bundles, &short(&list.title))
        }
        Desk::Lent { round: id, desk, bundles, .. } => {
            let bundles = numbers(&mut bundles.iter().map(|bundle| bundle.number));
            w::bundles_lent(lang, &bundles, *desk, &round(congress, *id, lang))
        }
        Desk::Brought { round: id, bundles, .. } => {
            let keying = bundles.first().map(|bundle| (*id, bundle.number, bundle.keying));
            let keying = keying.and_then(|key| congress.keyings.get(&key));
            let seat = keying.map_or_else(String::new, |keying| seat_word(keying.by, lang));
            let papers = bundles.iter().fold(0_u32, |sum, bundle| sum.saturating_add(bundle.papers()));
            w::bundles_brought(lang, &numbers(&mut bundles.iter().map(|bundle| bundle.number)), papers, &seat)
        }
    }
}

/// Why a paper had to be decided.
pub fn why_word(why: Why, lang: Lang) -> &'static str {
    let word = match why {
        Why::Slip => count::why_slip,
        Why::Misread => count::why_misread,
        Why::Doubtful => count::why_doubtful,
        Why::Other => count::why_other,
    };
    word(lang)
}

/// What the comparison of a drawn paper brought.
pub fn found_word(found: Found, lang: Lang) -> &'static str {
    match found {
        Found::Same => count::agrees(lang),
        Found::Other => count::disagrees(lang),
    }
}

fn title(congress: &Congress, id: ElectionId, lang: Lang) -> String {
    known(congress.election(id), id.0, lang, |election| short(&election.title))
}

fn round(congress: &Congress, id: RoundId, lang: Lang) -> String {
    known(congress.round(id), id.0, lang, |round| {
        let title = title(congress, round.election, lang);
        if round.number > 1 { w::of_round(lang, &title, round.number) } else { title }
    })
}
