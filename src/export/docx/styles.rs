//! The styles of a document, made from a format profile: an office changes a look in one place, in Word too.
//! No text and no block is written here.

use crate::papers::format::{FormatProfile, HalfPoints, MOTTO_WIDTH, Twips};
use crate::papers::paper::{Align, Emphasis};

use super::NAMESPACE;
use super::properties::{Keep, ParagraphProperties, Rule, RunProperties};
use super::xml::Xml;

/// Ids of the styles that blocks name.
pub mod id {
    /// Running text.
    pub const BODY: &str = "BodyText";
    /// An item of the dash list.
    pub const ITEM: &str = "ListBullet";
    /// Headings by depth.
    pub const HEADINGS: [&str; 3] = ["Heading1", "Heading2", "Heading3"];
    /// The type of the paper.
    pub const TITLE: &str = "Title";
    /// Its subject.
    pub const SUBJECT: &str = "Subtitle";
    /// The short rule below the subject.
    pub const TITLE_RULE: &str = "TitleRule";
    /// The body above the issuing one.
    pub const SUPERIOR: &str = "HeadSuperior";
    /// The issuing body.
    pub const ISSUER: &str = "HeadIssuer";
    /// Number and sign, and the `*` above it.
    pub const NUMBER: &str = "HeadNumber";
    /// `ĐẢNG CỘNG SẢN VIỆT NAM`.
    pub const MOTTO: &str = "HeadMotto";
    /// The rule below it.
    pub const MOTTO_RULE: &str = "HeadMottoRule";
    /// Place and date.
    pub const PLACE: &str = "HeadPlace";
    /// A cell of a table.
    pub const CELL: &str = "TableText";
    /// A cell of a table's header row.
    pub const HEADER_CELL: &str = "TableHeading";
    /// What parts two tables.
    pub const GAP: &str = "TableGap";
    /// Capacity of a signer.
    pub const CAPACITY: &str = "SignatureCapacity";
    /// Office of a signer.
    pub const OFFICE: &str = "SignatureOffice";
    /// Name of a signer.
    pub const NAME: &str = "SignatureName";
    /// `Nơi nhận:`.
    pub const RECIPIENTS_LABEL: &str = "RecipientsLabel";
    /// A recipient.
    pub const RECIPIENT: &str = "Recipient";
    /// The warning above everything.
    pub const NOTICE: &str = "Notice";
    /// The page number.
    pub const PAGE_NUMBER: &str = "Header";
    /// The warning below the page number.
    pub const PAGE_NOTICE: &str = "PageNotice";
    /// The grid of a table.
    pub const GRID: &str = "TableGrid";
}

/// One paragraph style.
struct Style {
    id: &'static str,
    name: &'static str,
    paragraph: ParagraphProperties,
    run: RunProperties,
}

/// Names Word itself gives a meaning; every other style is ours and is marked as such.
const BUILT_IN: [&str; 8] = [
    id::BODY,
    id::ITEM,
    id::HEADINGS[0],
    id::HEADINGS[1],
    id::HEADINGS[2],
    id::TITLE,
    id::SUBJECT,
    id::PAGE_NUMBER,
];

/// The part `word/styles.xml`.
pub fn styles(profile: &FormatProfile) -> String {
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", &NAMESPACE)], |xml| {
        defaults(xml, profile);
        normal(xml);
        let all = [
            text_styles(profile),
            head_styles(profile),
            title_styles(profile),
            foot_styles(profile),
        ];
        for style in all.iter().flatten() {
            write_style(xml, style);
        }
        table_styles(xml);
    });
    xml.finish()
}

/// Typeface, size, language and exact lines for everything.
fn defaults(xml: &mut Xml, profile: &FormatProfile) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                let face = profile.typeface;
                xml.empty(
                    "w:rFonts",
                    &[
                        ("w:ascii", &face),
                        ("w:hAnsi", &face),
                        ("w:eastAsia", &face),
                        ("w:cs", &face),
                    ],
                );
                xml.value("w:sz", &profile.body.size.0);
                xml.value("w:szCs", &profile.body.size.0);
                let language = super::LANGUAGE;
                xml.empty(
                    "w:lang",
                    &[
                        ("w:val", &language),
                        ("w:eastAsia", &language),
                        ("w:bidi", &"ar-SA"),
                    ],
                );
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.empty("w:widowControl", &[]);
                let line = profile.body.line.0;
                xml.empty(
                    "w:spacing",
                    &[
                        ("w:before", &0),
                        ("w:after", &0),
                        ("w:line", &line),
                        ("w:lineRule", &"exact"),
                    ],
                );
            });
        });
    });
}

fn normal(xml: &mut Xml) {
    xml.element(
        "w:style",
        &[
            ("w:type", &"paragraph"),
            ("w:default", &1),
            ("w:styleId", &"Normal"),
        ],
        |xml| {
            xml.value("w:name", &"Normal");
            xml.empty("w:qFormat", &[]);
        },
    );
}

fn write_style(xml: &mut Xml, style: &Style) {
    let custom = u8::from(!BUILT_IN.contains(&style.id));
    let attributes: [(&str, &dyn std::fmt::Display); 3] = [
        ("w:type", &"paragraph"),
        ("w:customStyle", &custom),
        ("w:styleId", &style.id),
    ];
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", &style.name);
        xml.value("w:basedOn", &"Normal");
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
        paragraph: ParagraphProperties {
            align: Some(Align::Centre),
            ..ParagraphProperties::default()
        },
        run: RunProperties {
            size: Some(size),
            ..RunProperties::emphasised(emphasis)
        },
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
    let style = |id, name, paragraph, emphasis| Style {
        id,
        name,
        paragraph,
        run: RunProperties::emphasised(emphasis),
    };
    let listed = ParagraphProperties {
        listed: Some(super::parts::DASH_LIST),
        ..running.clone()
    };
    let cell_room = ParagraphProperties {
        before: Some(Twips::points(2)),
        after: Some(Twips::points(2)),
        ..ParagraphProperties::default()
    };
    let header_cell = ParagraphProperties {
        keep: Keep::WithNext,
        align: Some(Align::Centre),
        ..cell_room.clone()
    };
    let gap = ParagraphProperties {
        line: Some(body.after),
        ..ParagraphProperties::default()
    };
    vec![
        style(id::BODY, "Body Text", running.clone(), Emphasis::Plain),
        style(id::ITEM, "List Bullet", listed, Emphasis::Plain),
        style(id::HEADINGS[0], "heading 1", heading(0), Emphasis::Bold),
        style(id::HEADINGS[1], "heading 2", heading(1), Emphasis::Bold),
        style(
            id::HEADINGS[2],
            "heading 3",
            heading(2),
            Emphasis::BoldItalic,
        ),
        style(id::CELL, "Ô bảng", cell_room, Emphasis::Plain),
        style(id::HEADER_CELL, "Tiêu đề bảng", header_cell, Emphasis::Bold),
        style(id::GAP, "Khoảng sau bảng", gap, Emphasis::Plain),
    ]
}

fn head_styles(profile: &FormatProfile) -> Vec<Style> {
    let head = &profile.head;
    let column =
        profile.sheet.text_width().0 - head.left_column.0 - 2 * super::parts::CELL_MARGIN.0;
    let side = column.saturating_sub(head.motto.width_of(MOTTO_WIDTH).0) / 2;
    let mut rule = centred(
        id::MOTTO_RULE,
        "Đường kẻ dưới tiêu đề",
        head.motto,
        Emphasis::Plain,
    );
    rule.paragraph.rule = Rule::Above;
    rule.paragraph.sides = Some(Twips(side));
    rule.paragraph.line = Some(Twips::points(4));
    vec![
        centred(
            id::SUPERIOR,
            "Cơ quan cấp trên",
            head.superior,
            Emphasis::Plain,
        ),
        centred(id::ISSUER, "Cơ quan ban hành", head.issuer, Emphasis::Bold),
        centred(id::NUMBER, "Số và ký hiệu", head.number, Emphasis::Plain),
        centred(id::MOTTO, "Tiêu đề Đảng", head.motto, Emphasis::Bold),
        rule,
        centred(
            id::PLACE,
            "Địa danh, ngày tháng",
            head.place,
            Emphasis::Italic,
        ),
    ]
}

fn title_styles(profile: &FormatProfile) -> Vec<Style> {
    let title = &profile.title;
    let mut kind = centred(id::TITLE, "Title", title.kind, Emphasis::Bold);
    kind.paragraph.before = Some(Twips::points(24));
    let mut rule = centred(
        id::TITLE_RULE,
        "Gạch dưới trích yếu",
        title.subject,
        Emphasis::Plain,
    );
    rule.paragraph.after = Some(Twips::points(12));
    let mut notice = centred(
        id::NOTICE,
        "Lưu ý đầu trang",
        HalfPoints::points(12),
        Emphasis::BoldItalic,
    );
    notice.paragraph.after = Some(Twips::points(12));
    let mut styles = vec![
        kind,
        centred(id::SUBJECT, "Subtitle", title.subject, Emphasis::Bold),
        rule,
        notice,
        centred(
            id::PAGE_NUMBER,
            "header",
            profile.body.size,
            Emphasis::Plain,
        ),
        centred(
            id::PAGE_NOTICE,
            "Lưu ý trang sau",
            HalfPoints::points(9),
            Emphasis::Italic,
        ),
    ];
    if let Some(page) = styles.last_mut() {
        // number and warning together must fit between the edge and the text
        page.paragraph.line = Some(Twips::points(10));
    }
    styles[..4]
        .iter_mut()
        .for_each(|style| style.paragraph.keep = Keep::WithNext);
    styles
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
        paragraph: ParagraphProperties {
            align: Some(Align::Left),
            line,
            ..ParagraphProperties::default()
        },
        run: RunProperties {
            emphasis: Emphasis::Plain,
            size: Some(size),
            underline,
        },
    };
    let mut label = recipients(
        id::RECIPIENTS_LABEL,
        "Nơi nhận",
        title.recipients_label,
        Some("single"),
        None,
    );
    label.paragraph.keep = Keep::WithNext;
    let close = Some(Twips::points(15));
    vec![
        signature(id::CAPACITY, "Thẩm quyền ký", Emphasis::Bold),
        signature(id::OFFICE, "Chức vụ người ký", Emphasis::Plain),
        name,
        label,
        recipients(
            id::RECIPIENT,
            "Nơi nhận, từng dòng",
            title.recipients,
            None,
            close,
        ),
    ]
}

fn table_styles(xml: &mut Xml) {
    let normal: [(&str, &dyn std::fmt::Display); 3] = [
        ("w:type", &"table"),
        ("w:default", &1),
        ("w:styleId", &"TableNormal"),
    ];
    xml.element("w:style", &normal, |xml| {
        xml.value("w:name", &"Normal Table");
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", &0), ("w:type", &"dxa")]);
            super::parts::cell_margins(xml);
        });
    });
    xml.element(
        "w:style",
        &[("w:type", &"table"), ("w:styleId", &id::GRID)],
        |xml| {
            xml.value("w:name", &"Table Grid");
            xml.value("w:basedOn", &"TableNormal");
            xml.element("w:tblPr", &[], |xml| {
                xml.element("w:tblBorders", &[], |xml| {
                    for side in [
                        "w:top",
                        "w:left",
                        "w:bottom",
                        "w:right",
                        "w:insideH",
                        "w:insideV",
                    ] {
                        let solid = "single";
                        xml.empty(
                            side,
                            &[
                                ("w:val", &solid),
                                ("w:sz", &4),
                                ("w:space", &0),
                                ("w:color", &"auto"),
                            ],
                        );
                    }
                });
            });
        },
    );
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
            xml[from..]
                .split("</w:style>")
                .next()
                .map(str::to_owned)
                .expect("its end")
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
        // 9355 − 4422 − 2 × 57 = 4819 wide; 3857 for the words; 481 at each side
        assert!(styles(&QD_399).contains(r#"<w:ind w:left="481" w:right="481"/>"#));
    }
}
