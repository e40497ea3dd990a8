//! The letters of a file: UTF-8, UTF-16 and Windows-1258 (what Excel on a Vietnamese Windows calls CSV) are read, the old Vietnamese encodings TCVN3 (ABC) and VNI are recognised and
//! refused with a remedy. Nothing is guessed into letters.

use super::Illegible;
use unicode_normalization::UnicodeNormalization;

/// What stands for accented letters in TCVN3, read as if it were Latin-1.
const TCVN3: &str = "§®¨©ª¬\u{ad}µ¸¶·¹»¼½¾";
/// What stands for accents in TCVN3 or VNI and is in no Vietnamese word.
const OLD: &str = "ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ";

/// The text of a file; a byte-order mark is dropped.
pub(in crate::import) fn decode(bytes: &[u8]) -> Result<String, Illegible> {
    let units = |pairs: &[u8], unit: fn([u8; 2]) -> u16| -> Vec<u16> {
        pairs.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect()
    };
    let wide = match bytes {
        [0xff, 0xfe, rest @ ..] => Some(units(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Some(units(rest, u16::from_be_bytes)),
        _ => None,
    };
    if let Some(units) = wide {
        return String::from_utf16(&units).map_err(|_| Illegible::NotUtf8);
    }
    let text = match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
        Ok(text) => text.to_owned(),
        Err(_) if bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf") => return Err(Illegible::Workbook),
        Err(_) if let Some(text) = windows_1258(bytes) => return Ok(text),
        Err(_) => {
            let latin: String = bytes.iter().map(|byte| char::from(*byte)).collect();
            return Err(if is_legacy(&latin) { Illegible::OldLetters } else { Illegible::NotUtf8 });
        }
    };
    if text.contains('\0') {
        return Err(Illegible::NotUtf8);
    }
    if is_legacy(&text) { Err(Illegible::OldLetters) } else { Ok(text) }
}

/// The text of a file in Windows-1258, where letters and tones are bytes of their own; none where any letter of it would be no
/// Vietnamese one, so that no older encoding is taken for it.
fn windows_1258(bytes: &[u8]) -> Option<String> {
    let letter = |byte: &u8| match byte {
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        0xc3 => 'Ă',
        0xe3 => 'ă',
        0xcc => '\u{300}',
        0xd2 => '\u{309}',
        0xde => '\u{303}',
        0xec => '\u{301}',
        0xf2 => '\u{323}',
        0xd0 => 'Đ',
        0xf0 => 'đ',
        0xd5 => 'Ơ',
        0xf5 => 'ơ',
        0xdd => 'Ư',
        0xfd => 'ư',
        byte => char::from(*byte),
    };
    let text: String = bytes.iter().map(letter).nfc().collect();
    let marked = bytes.iter().any(|byte| matches!(byte, 0xcc | 0xd2 | 0xde | 0xec | 0xf2));
    let known = |letter: char| {
        letter.is_ascii()
            || is_vietnamese(letter) && !matches!(letter, '\u{300}'..='\u{323}')
            || "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĨĩŨũ…‘’“”–—°·«»\u{a0}".contains(letter)
    };
    (marked && !text.contains('\0') && text.chars().all(known)).then_some(text)
}

/// Whether a text has more words in TCVN3 or VNI than in Vietnamese letters.
pub(super) fn is_legacy(text: &str) -> bool {
    let words = || text.split(|letter: char| letter.is_whitespace() || ";,\"".contains(letter));
    let old = words().filter(|word| is_old(word)).count();
    old > 0 && old > words().filter(|word| word.contains(is_vietnamese)).count()
}

/// Whether a word can only have been typed in TCVN3 or VNI.
pub(super) fn is_old(word: &str) -> bool {
    let word = letter_d(word).0;
    let strange = word.contains(|letter| TCVN3.contains(letter) || OLD.contains(letter));
    // a capital with a mark inside a word: «NguyÔn»
    let mut pairs = word.chars().zip(word.chars().skip(1));
    let capital = pairs.any(|(one, next)| one.is_ascii_lowercase() && !next.is_ascii() && next.is_uppercase());
    word.contains(|letter: char| letter.is_ascii_alphabetic()) && (strange || capital) && !word.contains(is_vietnamese)
}

/// Letters that Unicode keeps for Vietnamese alone, or nearly so.
fn is_vietnamese(letter: char) -> bool {
    matches!(letter, '\u{1ea0}'..='\u{1ef9}' | 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{300}'..='\u{323}')
}

/// A text with the Vietnamese Đ for the letters of other alphabets that look the same: Icelandic Ð, African Ɖ; and whether there
/// was one.
pub(super) fn letter_d(text: &str) -> (String, bool) {
    let mut foreign = false;
    let mut begins = true;
    let letters = text.chars().map(|letter| {
        let first = std::mem::replace(&mut begins, !letter.is_alphanumeric());
        match letter {
            // inside a word it is what an old encoding leaves of another letter
            'Ð' | 'Ɖ' if first || !text.contains(char::is_lowercase) => {
                foreign = true;
                'Đ'
            }
            'ð' if first => {
                foreign = true;
                'đ'
            }
            other => other,
        }
    });
    (letters.collect(), foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_recognised() {
        // «Nguyễn Văn Đức» in TCVN3, in VNI
        for text in ["NguyÔn V¨n §øc", "Nguyeãn Vaên Ñöùc", "Hä vµ tªn", "TrÇn ThÞ B×nh"] {
            assert!(is_legacy(text), "{text}");
            let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
            assert_eq!(decode(&latin), Err(Illegible::OldLetters), "{text}");
        }
    }

    #[test]
    fn windows_1258_is_read_with_its_tones_apart() {
        // «Nguyễn Thị Hồng;Đỗ Đức Đạt»: ê + ~, i + ., ô + `, ô + ~, ư + ´, a + .
        let bytes = b"Nguy\xea\xden Thi\xf2 H\xf4\xccng;\xd0\xf4\xde \xd0\xfd\xecc \xd0a\xf2t";
        assert_eq!(decode(bytes).as_deref(), Ok("Nguyễn Thị Hồng;Đỗ Đức Đạt"));
    }

    #[test]
    fn vietnamese_and_foreign_names_are_left_alone() {
        for text in [
            "Nguyễn Văn Đức; «Đoàn» · khách",
            "Y Ngông Niê Kdăm",
            "Lê Thị Hoà",
            "Hoàng Mai\nTrần Tú Anh",
            "LÊ HOÀN, Ông Ích Khiêm",
            "Ñ",
        ] {
            assert!(!is_legacy(text), "{text}");
            assert_eq!(decode(text.as_bytes()).as_deref(), Ok(text));
        }
        assert!(!is_legacy("Nguyễn Văn Đức, Björn Österlund, Trần Thị Bình"));
    }

    #[test]
    fn marks_at_the_beginning_are_dropped() {
        assert_eq!(decode("\u{feff}Họ".as_bytes()).as_deref(), Ok("Họ"));
        let wide: Vec<u8> = "\u{feff}Họ\t".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide).as_deref(), Ok("Họ\t"));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert_eq!(decode(b"PK\x03\x04\xff\xff"), Err(Illegible::Workbook));
        assert_eq!(decode(b"Ho\x80"), Err(Illegible::NotUtf8));
        assert_eq!(decode(b"a\0b"), Err(Illegible::NotUtf8));
    }

    #[test]
    fn the_icelandic_letter_is_read_as_the_vietnamese_one() {
        assert_eq!(letter_d("Ðỗ Ðức Ðạt"), ("Đỗ Đức Đạt".to_owned(), true));
        assert_eq!(letter_d("NGUYỄN ÐÌNH ÐOÀN"), ("NGUYỄN ĐÌNH ĐOÀN".to_owned(), true));
        assert_eq!(letter_d("Đỗ Đức Đạt"), ("Đỗ Đức Đạt".to_owned(), false));
        assert_eq!(letter_d("NguyÐn"), ("NguyÐn".to_owned(), false), "inside a word it is an old encoding");
    }
}
