//! What a rehearsal measures (design §5), and how it is said. The computer's own time is only measured here, never recorded.

use crate::domain::id::RoundId;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

/// What was measured while changes were recorded.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// Changes recorded, each durable before the next.
    pub changes: u64,
    /// How long the door took for them.
    pub recording: Duration,
    /// Ballots and runs of identical ones keyed or corrected.
    pub ballots: u64,
    /// How long the door took for those.
    pub keying: Duration,
    /// Papers that were keyed, each keying counted.
    pub papers: u64,
    /// How long the door took for each bundle.
    pub bundles: BTreeMap<(RoundId, u16), Duration>,
    /// How many minutes each bundle took in the hall, from the first claim to its settling.
    pub minutes: Vec<i64>,
    /// What went wrong at the desks, by its name.
    pub slips: BTreeMap<&'static str, u64>,
    /// Papers that a third person decided.
    pub settled: u64,
    /// Papers drawn at random and compared.
    pub rechecked: u64,
    /// Rounds whose result is what lay in the box.
    pub true_rounds: u64,
}

impl Measured {
    /// A change was recorded.
    pub(super) fn recorded(&mut self, taken: Duration, bundle: Option<(RoundId, u16)>, keyed: bool) {
        self.changes += 1;
        self.recording += taken;
        if keyed {
            self.ballots += 1;
            self.keying += taken;
        }
        if let Some(bundle) = bundle {
            *self.bundles.entry(bundle).or_default() += taken;
        }
    }

    /// Something went wrong at a desk.
    pub(super) fn slipped(&mut self, slip: &'static str) {
        *self.slips.entry(slip).or_default() += 1;
    }

    /// The figures in words, a line each.
    pub(super) fn told(&self) -> String {
        let mut told = String::new();
        let mut line = |text: String| {
            // writing into a String cannot fail
            let _ = writeln!(told, "{text}");
        };
        line(format!(
            "Ghi bền: {} thay đổi trong {}, {} thay đổi/giây",
            self.changes,
            seconds(self.recording),
            rate(self.changes, self.recording)
        ));
        line(format!(
            "Nhập phiếu: {} lượt tờ, {} lần ghi, {} lần/giây, {} tờ/giây",
            self.papers,
            self.ballots,
            rate(self.ballots, self.keying),
            rate(self.papers, self.keying)
        ));
        let mut bundles: Vec<u128> = self.bundles.values().map(Duration::as_millis).collect();
        bundles.sort_unstable();
        let mut minutes = self.minutes.clone();
        minutes.sort_unstable();
        line(format!(
            "Tệp phiếu: {} tệp; máy ghi mỗi tệp {} ms (lâu nhất {} ms); trong hội trường {} phút (lâu nhất {} phút)",
            bundles.len(),
            middle(&bundles),
            bundles.last().copied().unwrap_or(0),
            middle(&minutes),
            minutes.last().copied().unwrap_or(0)
        ));
        let slips: Vec<String> = self.slips.iter().map(|(slip, times)| format!("{slip} {times}")).collect();
        let slips = if slips.is_empty() { "không có".to_owned() } else { slips.join(", ") };
        line(format!("Sơ suất ở bàn nhập: {slips}"));
        line(format!("Người thứ ba kết luận {} tờ; rút kiểm tra ngẫu nhiên {} tờ", self.settled, self.rechecked));
        line(format!("Kết quả kiểm đúng với phiếu trong hòm: {} vòng bầu", self.true_rounds));
        told
    }
}

/// The one in the middle of a sorted list.
fn middle<T: Copy + Default>(sorted: &[T]) -> T {
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// So many in such a time, a second.
pub(super) fn rate(number: u64, time: Duration) -> u128 {
    (u128::from(number) * 1_000_000).checked_div(time.as_micros()).unwrap_or(0)
}

/// A time in seconds with two decimals.
pub(super) fn seconds(time: Duration) -> String {
    let hundredths = time.as_millis() / 10;
    format!("{},{:02} giây", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_said_on_integers() {
        assert_eq!(rate(8_000, Duration::from_secs(2)), 4_000);
        assert_eq!(rate(8_000, Duration::ZERO), 0);
        assert_eq!(seconds(Duration::from_millis(1_234)), "1,23 giây");
        assert_eq!((middle(&[1, 5, 9]), middle::<u8>(&[])), (5, 0));
    }
}
