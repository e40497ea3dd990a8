//! A template to start from: our own form of a paper with every field in its place, for an office to change in Word.

use super::{DOCUMENT, TemplateError, packed};
use crate::export::docx;
use crate::papers::format::FormatProfile;
use crate::papers::paper::{Align, Block, Head, Paper, PaperNumber, Title};

/// The bytes of a DOCX file.
pub fn starter(profile: &FormatProfile) -> Result<Vec<u8>, TemplateError> {
    let number = PaperNumber::open("{{so_ky_hieu}}");
    let label = number.label().replace(' ', "\u{a0}");
    let head = Head::new(["{{co_quan_ban_hanh}}"], number, "{{dia_danh_ngay_thang}}").under("{{co_quan_cap_tren}}");
    let block = |field: &str| Block::text(field).aligned(Align::Left);
    let paper = Paper::new(head, Title::new("{{tieu_de}}", "{{trich_yeu}}"))
        .notice("{{luu_y}}")
        .with([block("{{noi_dung}}"), block("{{chu_ky}}")]);
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for (name, xml) in docx::parts_of(&paper, profile) {
        // the field is the whole number, its label included
        let xml = if name == DOCUMENT { xml.replace(&label, "{{so_ky_hieu}}") } else { xml };
        parts.push((name.to_owned(), xml.into_bytes()));
    }
    packed(&parts)
}
