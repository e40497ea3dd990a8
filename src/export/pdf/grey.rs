//! What the grey of the ink means, for archives: the smallest ICC profile of a grey with gamma 2.2. With it plain black stays
//! plain black, which printers put on paper with one ink.

/// The name of the profile.
pub const NAME: &str = "Gray Gamma 2.2";

/// The white of the profile: D50, as fixed numbers.
const WHITE: [u32; 3] = [0x0000_F6D6, 0x0001_0000, 0x0000_D32D];

/// The profile, version 2.
pub fn profile() -> Vec<u8> {
    let tags: [(&[u8; 4], Vec<u8>); 4] =
        [(b"desc", description()), (b"cprt", text("CC0")), (b"wtpt", white()), (b"kTRC", gamma())];
    let table = 4 + 12 * tags.len();
    let (mut entries, mut data) = (u32_bytes(tags.len()), Vec::new());
    for (name, bytes) in tags {
        entries.extend_from_slice(name);
        entries.extend(u32_bytes(128 + table + data.len()));
        entries.extend(u32_bytes(bytes.len()));
        data.extend(bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut out = header(128 + table + data.len());
    out.extend(entries);
    out.extend(data);
    out
}

fn header(size: usize) -> Vec<u8> {
    let mut out = u32_bytes(size);
    out.extend([0, 0, 0, 0, 2, 0x10, 0, 0]);
    out.extend(b"mntrGRAYXYZ ");
    // the day of the profile, not of the paper
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        out.extend(part.to_be_bytes());
    }
    out.extend(b"acsp");
    out.resize(68, 0);
    out.extend(WHITE.iter().flat_map(|part| part.to_be_bytes()));
    out.resize(128, 0);
    out
}

fn description() -> Vec<u8> {
    let mut out = b"desc\0\0\0\0".to_vec();
    out.extend(u32_bytes(NAME.len() + 1));
    out.extend(NAME.as_bytes());
    // the end of the name, then no name in other scripts
    out.resize(out.len() + 1 + 8 + 3 + 67, 0);
    out
}

fn text(text: &str) -> Vec<u8> {
    [b"text\0\0\0\0", text.as_bytes(), b"\0"].concat()
}

fn white() -> Vec<u8> {
    let mut out = b"XYZ \0\0\0\0".to_vec();
    out.extend(WHITE.iter().flat_map(|part| part.to_be_bytes()));
    out
}

fn gamma() -> Vec<u8> {
    [b"curv\0\0\0\0".as_slice(), &[0, 0, 0, 1, 0x02, 0x33]].concat()
}

fn u32_bytes(number: usize) -> Vec<u8> {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_says_its_own_size_and_every_tag_lies_inside() {
        let bytes = profile();
        let number =
            |at: usize| usize::try_from(u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]));
        assert_eq!(number(0), Ok(bytes.len()));
        assert_eq!(&bytes[36..40], b"acsp");
        assert_eq!(number(128), Ok(4));
        for tag in 0..4 {
            let at = 132 + 12 * tag;
            let (from, size) = (number(at + 4).expect("small"), number(at + 8).expect("small"));
            assert!(from % 4 == 0 && from + size <= bytes.len());
        }
    }
}
