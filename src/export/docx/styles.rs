//! The styles of a document, made from a format profile: an office changes a look in one place, in Word too.
//! No text and no block is written here.

mod base;
pub mod id;

use crate::papers::format::{
    CELL_MARGIN, CELL_PADDING, FormatProfile, HalfPoints, MOTTO_WIDTH, PAGE_NOTICE, SMALL_LINES, TITLE_ROOM, Twips,
};
use crate::papers::paper::{Align, Emphasis};

use super::NAMESPACE;
use super::properties::{Keep, ParagraphProperties, Rule, RunProperties};
use super::xml::Xml;

/// One paragraph style.
struct Style {
    id: &'static str,
    name: &'static str,
    paragraph: ParagraphProperties,
    run: RunProperties,
}

/// Names Word itself gives a meaning; every other style is ours and is marked as such.
const BUILT_IN: [&str; 8] =
    [id::BODY, id::ITEM, id::HEADINGS[0], id::HEADINGS[1], id::HEADINGS[2], id::TITLE, id::SUBJECT, id::PAGE_NUMBER];

/// A style for a template that has its own styles.
pub struct Loose {
    /// Its id among ours.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whether a style of this name that the template has already is taken instead.
    pub shared: bool,
    /// The element.
    pub xml: String,
}

/// The part `word/styles.xml`.
pub fn styles(profile: &FormatProfile) -> String {
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", &NAMESPACE)], |xml| {
        base::defaults(xml, profile);
        base::normal(xml);
        for style in &every(profile) {
            write_style(xml, style, "Normal");
        }
        base::tables(xml);
    });
    xml.finish()
}

/// Every style, each by itself: based on one that says typeface, size and lines, whatever the normal text of a template is.
pub fn for_templates(profile: &FormatProfile) -> Vec<Loose> {
    let mut loose = vec![Loose {
        id: id::BASE,
        name: "Văn bản đại hội",
        shared: true,
        xml: fragment(|xml| base::base(xml, profile)),
    }];
    for style in every(profile) {
        let xml = fragment(|xml| write_style(xml, &style, id::BASE));
        loose.push(Loose { id: style.id, name: style.name, shared: true, xml });
    }
    loose.push(Loose { id: id::GRID, name: "Table Grid", shared: true, xml: fragment(base::grid) });
    loose
}

fn fragment(write: impl FnOnce(&mut Xml)) -> String {
    let mut xml = Xml::fragment();
    write(&mut xml);
    xml.finish()
}

fn every(profile: &FormatProfile) -> Vec<Style> {
    let all =
        [text_styles(profile), head_styles(profile), title_styles(profile), foot_styles(profile), page_styles(profile)];
    all.into_iter().flatten().collect()
}

fn write_style(xml: &mut Xml, style: &Style, based_on: &str) {
    let custom = u8::from(!BUILT_IN.contains(&style.id));
    let attributes: [(&str, &dyn std::fmt::Display); 3] =
        [("w:type", &"paragraph"), ("w:customStyle", &custom), ("w:styleId", &style.id)];
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", &style.name);
        xml.value("w:basedOn", &based_on);
        if style.paragraph.outline.is_some() {
            xml.value("w:next", &id::BODY);
        }
        xml.empty("w:qFormat", &[]);
        style.paragraph.write(xml);
        style.run.write(xml);
    });
}

/// A style that stands in the middle.
fn centred(id: &'static str, name: &'static str, size: HalfPoints, emphasis: Emphasis) -> Style {
    Style {
        id,
        name,
        paragraph: ParagraphProperties { align: Some(Align::Centre), ..ParagraphProperties::default() },
        run: RunProperties { size: Some(size), ..RunProperties::emphasised(emphasis) },
    }
}

fn text_styles(profile: &FormatProfile) -> Vec<Style> {
    let body = &profile.body;
    let running = ParagraphProperties {
        after: Some(body.after),
        first_line: Some(body.first_line),
        align: Some(Align::Justified),
        ..ParagraphProperties::default()
    };
    let heading = |depth: u32| ParagraphProperties {
        keep: Keep::WithNext,
        before: Some(body.after),
        outline: Some(depth),
        ..running.clone()
    };
    let style = |id, name, paragraph, emphasis| Style { id, name, paragraph, run: RunProperties::emphasised(emphasis) };
    let listed = ParagraphProperties { listed: Some(super::parts::DASH_LIST), ..running.clone() };
    let cell_room =
        ParagraphProperties { before: Some(CELL_PADDING), after: Some(CELL_PADDING), ..ParagraphProperties::default() };
    let header_cell = ParagraphProperties { keep: Keep::WithNext, align: Some(Align::Centre), ..cell_room.clone() };
    let small = |mut style: Style| {
        style.run.size = Some(body.small.0);
        style.paragraph.line = Some(body.small.1);
        style
    };
    let gap = ParagraphProperties { line: Some(body.after), ..ParagraphProperties::default() };
    vec![
        style(id::BODY, "Body Text", running.clone(), Emphasis::Plain),
        style(id::ITEM, "List Bullet", listed, Emphasis::Plain),
        style(id::HEADINGS[0], "heading 1", heading(0), Emphasis::Bold),
        style(id::HEADINGS[1], "heading 2", heading(1), Emphasis::Bold),
        style(id::HEADINGS[2], "heading 3", heading(2), Emphasis::BoldItalic),
        style(id::CELL, "Ô bảng", cell_room.clone(), Emphasis::Plain),
        style(id::HEADER_CELL, "Tiêu đề bảng", header_cell.clone(), Emphasis::Bold),
        small(style(id::SMALL_CELL, "Ô bảng nhỏ", cell_room, Emphasis::Plain)),
        small(style(id::SMALL_HEADER_CELL, "Tiêu đề bảng nhỏ", header_cell, Emphasis::Bold)),
        style(id::GAP, "Khoảng sau bảng", gap, Emphasis::Plain),
    ]
}

fn head_styles(profile: &FormatProfile) -> Vec<Style> {
    let head = &profile.head;
    let column = profile.sheet.text_width().0 - head.left_column.0 - 2 * CELL_MARGIN.0;
    let side = column.saturating_sub(head.motto.width_of(MOTTO_WIDTH).0) / 2;
    let mut rule = centred(id::MOTTO_RULE, "Đường kẻ dưới tiêu đề", head.motto, Emphasis::Plain);
    rule.paragraph.rule = Rule::Above;
    rule.paragraph.sides = Some(Twips(side));
    // room for the dots below Ộ and Ệ
    rule.paragraph.before = Some(Twips::points(2));
    rule.paragraph.line = Some(Twips::points(4));
    vec![
        centred(id::SUPERIOR, "Cơ quan cấp trên", head.superior, Emphasis::Plain),
        centred(id::ISSUER, "Cơ quan ban hành", head.issuer, Emphasis::Bold),
        centred(id::NUMBER, "Số và ký hiệu", head.number, Emphasis::Plain),
        centred(id::MOTTO, "Tiêu đề Đảng", head.motto, Emphasis::Bold),
        rule,
        centred(id::PLACE, "Địa danh, ngày tháng", head.place, Emphasis::Italic),
    ]
}

fn title_styles(profile: &FormatProfile) -> Vec<Style> {
    let title = &profile.title;
    let mut kind = centred(id::TITLE, "Title", title.kind, Emphasis::Bold);
    kind.paragraph.before = Some(TITLE_ROOM.0);
    let mut rule = centred(id::TITLE_RULE, "Gạch dưới trích yếu", title.subject, Emphasis::Plain);
    rule.paragraph.after = Some(TITLE_ROOM.1);
    let mut notice = centred(id::NOTICE, "Lưu ý đầu trang", profile.body.size, Emphasis::Bold);
    notice.paragraph.after = Some(TITLE_ROOM.1);
    let mut subject = centred(id::SUBJECT, "Subtitle", title.subject, Emphasis::Bold);
    for style in [&mut kind, &mut subject, &mut notice] {
        style.paragraph.keep = Keep::WithNext;
    }
    vec![kind, subject, rule, notice]
}

/// What stands above the text of later pages. Number and warning together must fit between the edge and the text.
fn page_styles(profile: &FormatProfile) -> Vec<Style> {
    let mut number = centred(id::PAGE_NUMBER, "header", profile.body.size, Emphasis::Plain);
    number.paragraph.line = Some(SMALL_LINES.1);
    let mut notice = centred(id::PAGE_NOTICE, "Lưu ý trang sau", PAGE_NOTICE, Emphasis::Italic);
    notice.paragraph.line = Some(SMALL_LINES.2);
    vec![number, notice]
}

fn foot_styles(profile: &FormatProfile) -> Vec<Style> {
    let title = &profile.title;
    let signature = |id, name, emphasis| {
        let mut style = centred(id, name, title.signature, emphasis);
        style.paragraph.keep = Keep::WithNext;
        style
    };
    let mut name = signature(id::NAME, "Họ tên người ký", Emphasis::Bold);
    name.paragraph.before = Some(title.signature_room);
    let recipients = |id, name, size, underline, line| Style {
        id,
        name,
        paragraph: ParagraphProperties { align: Some(Align::Left), line, ..ParagraphProperties::default() },
        run: RunProperties { emphasis: Emphasis::Plain, size: Some(size), underline },
    };
    let mut label = recipients(id::RECIPIENTS_LABEL, "Nơi nhận", title.recipients_label, Some("single"), None);
    label.paragraph.keep = Keep::WithNext;
    let close = Some(SMALL_LINES.0);
    vec![
        signature(id::CAPACITY, "Thẩm quyền ký", Emphasis::Bold),
        signature(id::OFFICE, "Chức vụ người ký", Emphasis::Plain),
        name,
        label,
        recipients(id::RECIPIENT, "Nơi nhận, từng dòng", title.recipients, None, close),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::format::{QD_66, QD_399};

    #[test]
    fn the_profile_decides_the_sizes() {
        let (new, old) = (styles(&QD_399), styles(&QD_66));
        let title = |xml: &str| {
            let from = xml.find(r#"w:styleId="Title""#).expect("a style");
            xml[from..].split("</w:style>").next().map(str::to_owned).expect("its end")
        };
        assert!(title(&new).contains(r#"<w:sz w:val="28"/>"#));
        assert!(title(&old).contains(r#"<w:sz w:val="32"/>"#));
        assert!(new.contains(r#"<w:lang w:val="vi-VN""#));
    }

    #[test]
    fn running_text_is_justified_with_exact_lines_and_a_first_line_indent() {
        let xml = styles(&QD_399);
        assert!(xml.contains(r#"w:line="360" w:lineRule="exact"/>"#));
        assert!(xml.contains(
            r#"<w:name w:val="Body Text"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="120"/><w:ind w:left="0" w:firstLine="567"/><w:jc w:val="both"/></w:pPr>"#
        ));
    }

    #[test]
    fn the_rule_below_the_motto_is_as_long_as_the_motto() {
        // 9355 − 4422 − 2 × 113 = 4707 wide; 3857 for the words; 425 at each side
        assert!(styles(&QD_399).contains(r#"<w:ind w:left="425" w:right="425"/>"#));
    }
}
