//! The papers of a round as records tell them: given out, taken in, valid, and invalid by reason in the words of what the round is for.

use crate::domain::{
    Congress,
    election::{Round, ballot::Invalid, purpose::Purpose, result},
    figures::two_digits,
};
use crate::papers::phrases::{NOT_STATED, counted, list, share};

/// What a round is held for.
pub fn purpose_of(congress: &Congress, round: &Round) -> Purpose {
    congress.elections.get(&round.election).map_or(Purpose::Elect, |election| election.purpose)
}

/// The papers given out, spoiled and taken in.
pub fn out_and_in(round: &Round) -> Vec<String> {
    let known = |number: Option<u32>| number.map_or(NOT_STATED.to_owned(), |number| counted(number, "phiếu"));
    let mut told = vec![
        format!("Số phiếu phát ra: {}", known(round.ledger.issued)),
        format!("Số phiếu thu về: {}", known(round.ledger.collected)),
    ];
    if round.ledger.spoiled > 0 {
        told.insert(1, format!("Số phiếu hỏng đã đổi: {}", counted(round.ledger.spoiled, "phiếu")));
    }
    told
}

/// The papers given out and taken in, valid and invalid by reason.
pub fn papers(congress: &Congress, round: &Round) -> Vec<String> {
    let mut told = out_and_in(round);
    let tally = result::tally(congress, round);
    let collected = u64::from(round.ledger.collected.unwrap_or(0));
    let part = |number: u64| match share(number, collected) {
        Some(share) if number > 0 => format!("{}, chiếm {share} số phiếu thu về", counted(number, "phiếu")),
        _ => "không có".to_owned(),
    };
    told.push(format!("Số phiếu hợp lệ: {}", part(tally.valid())));
    let invalid = tally.counted().saturating_sub(tally.valid());
    let purpose = purpose_of(congress, round);
    let reasons: Vec<String> =
        tally.invalid().map(|(why, number)| format!("{} {}", two_digits(number), why_invalid(purpose, why))).collect();
    let reasons = if reasons.is_empty() { String::new() } else { format!(", gồm {}", list(&reasons)) };
    told.push(format!("Số phiếu không hợp lệ: {}{reasons}", part(invalid)));
    told
}

/// Why a ballot is invalid, as records say it of what the ballot is for.
pub const fn why_invalid(purpose: Purpose, why: Invalid) -> &'static str {
    match (why, purpose) {
        (Invalid::OverVote, Purpose::Opinion(_)) => return "phiếu giữ lại quá số lượng quy định",
        (Invalid::OverVote, Purpose::Introduction(_)) => return "phiếu giới thiệu quá số lượng quy định",
        (Invalid::NoVote, Purpose::Opinion(_)) => return "phiếu không giữ lại ai",
        (Invalid::NoVote, Purpose::Introduction(_)) => return "phiếu không giới thiệu ai",
        _ => {}
    }
    match why {
        Invalid::OverVote => "phiếu bầu quá số lượng quy định",
        Invalid::NoVote => "phiếu không bầu cho ai",
        Invalid::BothBoxes => "phiếu đánh dấu cả hai ô đồng ý và không đồng ý",
        Invalid::NoBox => "phiếu không đánh dấu ô nào",
        Invalid::NotIssued => "phiếu không do ban kiểm phiếu phát ra",
        Invalid::OutsideName => "phiếu ghi thêm tên ngoài danh sách",
        Invalid::Signed => "phiếu có ký tên",
        Invalid::Marked => "phiếu viết thêm hoặc đánh dấu riêng",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ElectionId;

    #[test]
    fn every_invalid_reason_is_a_different_phrase() {
        for purpose in [Purpose::Elect, Purpose::Opinion(ElectionId(1)), Purpose::Introduction(ElectionId(1))] {
            let phrases = Invalid::ALL.iter().map(|why| why_invalid(purpose, *why));
            assert_eq!(phrases.collect::<std::collections::BTreeSet<&str>>().len(), Invalid::ALL.len());
        }
    }
}
