//! Signatures and recipients (chữ ký, nơi nhận).
//! Who signs in which capacity is decided by each paper; no picture of a signature is kept.

/// One signer: capacity, office, name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// In whose name, capitals, bold, one entry a line: `T/M ĐOÀN CHỦ TỊCH`.
    pub capacity: Vec<String>,
    /// The office below it, not bold.
    pub office: Option<String>,
    /// The name, bold, with no academic, military or honorary title; `None` leaves it to be written by hand.
    pub name: Option<String>,
}

impl Signature {
    /// A signer in a capacity, without a name yet.
    pub fn new(capacity: impl Into<String>) -> Self {
        Self { capacity: vec![capacity.into()], office: None, name: None }
    }

    /// Adds a further line of capacity.
    #[must_use]
    pub fn line(mut self, capacity: impl Into<String>) -> Self {
        self.capacity.push(capacity.into());
        self
    }

    /// Sets the office.
    #[must_use]
    pub fn office(mut self, office: impl Into<String>) -> Self {
        self.office = Some(office.into());
        self
    }

    /// Sets the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Capacity, office and name, one a line.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let rest = self.office.iter().chain(&self.name);
        self.capacity.iter().chain(rest).cloned()
    }
}

/// The signatures at the foot of a paper; the higher one stands at the right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signatures {
    /// The signer at the left: who took the minutes.
    pub left: Option<Signature>,
    /// The signer at the right: the chair.
    pub right: Signature,
}

impl Signatures {
    /// One signer, at the right.
    pub const fn one(right: Signature) -> Self {
        Self { left: None, right }
    }

    /// Two signers.
    pub const fn two(left: Signature, right: Signature) -> Self {
        Self { left: Some(left), right }
    }

    /// All lines, the left signer first.
    pub fn lines(&self) -> Vec<String> {
        let left = self.left.iter().flat_map(Signature::lines);
        left.chain(self.right.lines()).collect()
    }
}

/// Who receives a copy (nơi nhận).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipients {
    /// The receivers, without dash and stop.
    pub receivers: Vec<String>,
    /// Where the original is kept, the last entry: `Lưu hồ sơ đại hội`.
    pub kept: String,
}

impl Recipients {
    /// The label above the list, underlined.
    pub const LABEL: &'static str = "Nơi nhận:";

    /// The receivers and the place of the original (`hồ sơ đại hội`, printed after `Lưu`).
    pub fn new(receivers: impl IntoIterator<Item = impl Into<String>>, kept: impl AsRef<str>) -> Self {
        Self { receivers: receivers.into_iter().map(Into::into).collect(), kept: format!("Lưu {}", kept.as_ref()) }
    }

    /// The entries with dash and stop: `- …;`, the last `- Lưu ….`
    pub fn entries(&self) -> Vec<String> {
        let receivers = self.receivers.iter().map(|receiver| format!("- {receiver};"));
        receivers.chain([format!("- {}.", self.kept)]).collect()
    }

    /// Label and entries, one a line.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![Self::LABEL.to_owned()];
        lines.extend(self.entries());
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipients_end_with_semicolons_and_the_archive_with_a_stop() {
        let recipients = Recipients::new(["Đảng ủy phường (để báo cáo)", "Các đồng chí chi ủy"], "hồ sơ đại hội");
        assert_eq!(
            recipients.lines(),
            ["Nơi nhận:", "- Đảng ủy phường (để báo cáo);", "- Các đồng chí chi ủy;", "- Lưu hồ sơ đại hội."]
        );
    }

    #[test]
    fn the_left_signer_is_read_first() {
        let signatures = Signatures::two(
            Signature::new("NGƯỜI GHI BIÊN BẢN").name("Lê Thị B"),
            Signature::new("T/M ĐOÀN CHỦ TỊCH").office("CHỦ TỌA").name("Vũ Văn A"),
        );
        assert_eq!(signatures.lines(), ["NGƯỜI GHI BIÊN BẢN", "Lê Thị B", "T/M ĐOÀN CHỦ TỊCH", "CHỦ TỌA", "Vũ Văn A"]);
    }
}
