//! One part of a template: its paragraphs with the fields in them, and the part with the fields filled. Word cuts a typed word into
//! several runs as it likes, so fields are looked for in the text of a whole paragraph.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::Event;

use super::fields::Field;

/// What parts two runs that are not one text: a tab, a line break, a picture.
const GAP: char = '\u{fffc}';

/// A text of a run: the place of its start tag and of what is inside.
#[derive(Debug, Clone)]
struct Chunk {
    tag: Range<usize>,
    inside: Range<usize>,
    text: String,
}

/// A paragraph with at least one field.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Where it stands in the part.
    place: Range<usize>,
    chunks: Vec<Chunk>,
    /// Its text.
    pub text: String,
    /// The fields in it: where they stand in the text, and their names as typed; none where a field is not closed.
    pub found: Vec<(Range<usize>, Option<String>)>,
    /// Whether another paragraph follows, so that this one may go.
    followed: bool,
}

impl Paragraph {
    /// Whether the paragraph holds nothing but one field.
    pub fn is_one_field(&self, xml: &str) -> bool {
        let whole = &xml[self.place.clone()];
        let drawn = ["<w:drawing", "<w:pict", "<w:object"].iter().any(|tag| whole.contains(tag));
        let alone = |(place, _): &(Range<usize>, Option<String>)| self.text[place.clone()] == *self.text.trim();
        !drawn && self.found.len() == 1 && self.found.first().is_some_and(alone)
    }
}

/// The paragraphs of a part that hold fields; none where the part is no well-formed XML.
pub fn paragraphs(xml: &str) -> Option<Vec<Paragraph>> {
    let mut reader = Reader::from_str(xml);
    let (mut open, mut done): (Vec<Paragraph>, Vec<Paragraph>) = (Vec::new(), Vec::new());
    let (mut text_tag, mut last_closed): (Option<Range<usize>>, Option<usize>) = (None, None);
    loop {
        let from = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let to = usize::try_from(reader.buffer_position()).ok()?;
        match &event {
            Event::Eof => break,
            Event::Start(tag) if tag.name().0 == "w:p" => {
                if let Some(paragraph) = last_closed.take().and_then(|index| done.get_mut(index)) {
                    paragraph.followed = true;
                }
                let place = from..to;
                let (chunks, text, found) = (Vec::new(), String::new(), Vec::new());
                open.push(Paragraph { place, chunks, text, found, followed: false });
            }
            Event::End(tag) if tag.name().0 == "w:p" => {
                let mut paragraph = open.pop()?;
                paragraph.place.end = to;
                paragraph.found = found(&paragraph.text);
                last_closed = (!paragraph.found.is_empty()).then_some(done.len());
                done.extend((!paragraph.found.is_empty()).then_some(paragraph));
            }
            Event::Start(tag) if tag.name().0 == "w:t" => text_tag = Some(from..to),
            Event::End(tag) if tag.name().0 == "w:t" => {
                if let (Some(paragraph), Some(tag)) = (open.last_mut(), text_tag.take()) {
                    let inside = tag.end..from;
                    let text = unescape(&xml[inside.clone()]).ok()?.into_owned();
                    paragraph.text.push_str(&text);
                    paragraph.chunks.push(Chunk { tag, inside, text });
                }
            }
            Event::Empty(tag) if tag.name().0 == "w:p" => {
                if let Some(paragraph) = last_closed.take().and_then(|index| done.get_mut(index)) {
                    paragraph.followed = true;
                }
            }
            Event::Empty(tag) if matches!(tag.name().0, "w:tab" | "w:br" | "w:cr") => gap(&mut open),
            Event::Start(tag) | Event::Empty(tag) if matches!(tag.name().0, "w:drawing" | "w:pict") => gap(&mut open),
            Event::Start(_) | Event::End(_) | Event::Empty(_) => last_closed = None,
            _ => {}
        }
    }
    Some(done)
}

/// Marks in the text of the paragraph that something else stands there.
fn gap(open: &mut [Paragraph]) {
    if let Some(paragraph) = open.last_mut() {
        let at = paragraph.chunks.last().map_or(0, |chunk| chunk.inside.end);
        paragraph.text.push(GAP);
        paragraph.chunks.push(Chunk { tag: at..at, inside: at..at, text: GAP.to_string() });
    }
}

/// The fields of a text: from `{{` to `}}`.
fn found(text: &str) -> Vec<(Range<usize>, Option<String>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(begin) = text[from..].find("{{").map(|at| from + at) {
        let inside = begin + 2;
        let end = text[inside..].find("}}").map(|at| inside + at);
        let name = end.map(|end| &text[inside..end]).filter(|name| !name.contains(['{', GAP]));
        let Some((name, end)) = name.zip(end) else {
            found.push((begin..inside, None));
            from = inside;
            continue;
        };
        found.push((begin..end + 2, Some(name.trim().to_owned())));
        from = end + 2;
    }
    found
}

/// A part with its fields filled: `words` gives the lines of a field in a line of text, `block` the XML of one that stands
/// alone.
pub fn filled(
    xml: &str,
    paragraphs: &[Paragraph],
    words: &dyn Fn(&Field) -> Vec<String>,
    block: &dyn Fn(&Field) -> String,
) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for paragraph in paragraphs {
        let fields: Vec<(Range<usize>, &Field)> = paragraph
            .found
            .iter()
            .filter_map(|(place, name)| Some((place.clone(), Field::named(name.as_deref()?)?)))
            .collect();
        if let Some((_, field)) = fields.first().filter(|(_, field)| field.is_block()) {
            let whole = &xml[paragraph.place.clone()];
            edits.push((paragraph.place.clone(), format!("{}{}", block(field), end_of_section(whole))));
            continue;
        }
        let values: Vec<(Range<usize>, Vec<String>)> =
            fields.into_iter().map(|(place, field)| (place, words(field))).collect();
        let whole = &xml[paragraph.place.clone()];
        if paragraph.followed
            && is_blank(paragraph, &values)
            && !whole.contains("<w:sectPr")
            && !whole.contains("<w:drawing")
        {
            // a line of the letterhead that this paper has no words for
            edits.push((paragraph.place.clone(), String::new()));
            continue;
        }
        edits.extend(in_line(paragraph, &values));
    }
    edits.sort_by_key(|(place, _)| place.start);
    let mut out = String::with_capacity(xml.len());
    let mut from = 0;
    for (place, text) in edits {
        out.push_str(&xml[from..place.start]);
        out.push_str(&text);
        from = place.end;
    }
    out.push_str(&xml[from..]);
    out
}

/// Whether nothing is left of a paragraph once its fields are filled.
fn is_blank(paragraph: &Paragraph, values: &[(Range<usize>, Vec<String>)]) -> bool {
    let mut rest = paragraph.text.clone();
    for (place, _) in values.iter().rev() {
        rest.replace_range(place.clone(), "");
    }
    rest.trim().is_empty() && values.iter().all(|(_, lines)| lines.iter().all(|line| line.trim().is_empty()))
}

/// The properties of a section that ends with a paragraph, in a paragraph of their own.
fn end_of_section(paragraph: &str) -> String {
    let properties = paragraph.find("<w:sectPr").zip(paragraph.find("</w:sectPr>"));
    properties
        .map_or(String::new(), |(from, to)| format!("<w:p><w:pPr>{}</w:sectPr></w:pPr></w:p>", &paragraph[from..to]))
}

/// The texts of the runs that change: the first run of a field takes its value, the others lose their part of it.
fn in_line(paragraph: &Paragraph, values: &[(Range<usize>, Vec<String>)]) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    let mut begin = 0;
    for chunk in &paragraph.chunks {
        let end = begin + chunk.text.len();
        let touched = values.iter().any(|(place, _)| place.start < end && place.end > begin);
        if touched {
            let mut text = String::new();
            let mut from = begin;
            for (place, lines) in values.iter().filter(|(place, _)| place.start < end && place.end > begin) {
                text.push_str(&escape(&paragraph.text[from..place.start.max(from)]));
                if place.start >= begin {
                    text.push_str(&broken(lines));
                }
                from = place.end.min(end);
            }
            text.push_str(&escape(&paragraph.text[from..end]));
            edits.push((chunk.tag.start..chunk.inside.end, format!("<w:t xml:space=\"preserve\">{text}")));
        }
        begin = end;
    }
    edits
}

/// Lines with the breaks of Word between them.
fn broken(lines: &[String]) -> String {
    let line = |line: &String| {
        let printed: String = line.chars().filter(|letter| !letter.is_control()).collect();
        escape(printed).into_owned()
    };
    lines.iter().map(line).collect::<Vec<_>>().join("</w:t><w:br/><w:t xml:space=\"preserve\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(xml: &str) -> String {
        let paragraphs = paragraphs(xml).expect("XML");
        filled(xml, &paragraphs, &|field| vec![field.name.to_uppercase(), "2 < 3".into()], &|_| "<khối/>".into())
    }

    #[test]
    fn a_field_cut_into_runs_is_filled_in_its_first_one() {
        let xml =
            "<w:p><w:r><w:t>Số {</w:t></w:r><w:proofErr/><w:r><w:t>{s</w:t></w:r><w:r><w:t>o}} hết</w:t></w:r></w:p>";
        assert_eq!(
            told(xml),
            "<w:p><w:r><w:t xml:space=\"preserve\">Số SO</w:t><w:br/><w:t xml:space=\"preserve\">2 &lt; 3</w:t></w:r><w:proofErr/>\
             <w:r><w:t xml:space=\"preserve\"></w:t></w:r><w:r><w:t xml:space=\"preserve\"> hết</w:t></w:r></w:p>"
        );
    }

    #[test]
    fn a_block_takes_the_place_of_its_paragraph_and_keeps_the_end_of_the_section() {
        let xml = "<a><w:p><w:pPr><w:sectPr><x/></w:sectPr></w:pPr><w:r><w:t> {{noi_dung}}</w:t></w:r></w:p></a>";
        assert!(paragraphs(xml).is_some_and(|found| found[0].is_one_field(xml)));
        assert_eq!(told(xml), "<a><khối/><w:p><w:pPr><w:sectPr><x/></w:sectPr></w:pPr></w:p></a>");
    }

    #[test]
    fn a_field_in_a_text_box_belongs_to_the_paragraph_inside() {
        let xml = "<w:p><w:r><w:t>ngoài</w:t><w:pict><w:p><w:r><w:t>{{so}}</w:t></w:r></w:p></w:pict></w:r></w:p>";
        let found = paragraphs(xml).expect("XML");
        assert_eq!((found.len(), found[0].text.as_str()), (1, "{{so}}"));
    }

    #[test]
    fn a_line_without_words_goes_only_where_another_follows() {
        let xml = "<w:tc><w:p><w:r><w:t>{{so}}</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>{{so}}</w:t></w:r></w:p></w:tc>";
        for between in ["<w:p/>", "<w:p></w:p>"] {
            let xml = xml.replace("<w:p/>", between);
            let found = paragraphs(&xml).expect("XML");
            let out = filled(&xml, &found, &|_| Vec::new(), &|_| String::new());
            let kept = "<w:p><w:r><w:t xml:space=\"preserve\"></w:t></w:r></w:p></w:tc>";
            assert_eq!(out, format!("<w:tc>{between}{kept}"));
        }
    }

    #[test]
    fn what_is_not_closed_or_cut_by_a_break_is_found_without_a_name() {
        let names = |text: &str| found(text).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(names("{{so và {{ so }}"), [None, Some("so".to_owned())]);
        assert_eq!(names("{{so"), [None]);
        assert!(names("giá { 5 } }}").is_empty());
        assert!(paragraphs("<w:p><w:t>").is_none_or(|found| found.is_empty()));
    }
}
