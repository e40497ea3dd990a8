//! A tiny writer of XML: elements close themselves, text and attributes are escaped.
//! It knows nothing of DOCX.

use std::fmt::{Display, Write as _};

/// The attributes of an element: names with values.
pub type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

/// An XML document being written.
#[derive(Debug)]
pub struct Xml {
    out: String,
}

impl Xml {
    /// A document with its declaration.
    pub fn new() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned() }
    }

    /// A piece of a document, without declaration.
    pub const fn fragment() -> Self {
        Self { out: String::new() }
    }

    /// An element with what `inside` writes.
    pub fn element(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.out.push('>');
        inside(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.open(name, attributes);
        self.out.push_str("/>");
    }

    /// An element whose only attribute is `w:val`, the most frequent shape in DOCX.
    pub fn value(&mut self, name: &str, value: &dyn Display) {
        self.empty(name, &[("w:val", value)]);
    }

    /// Text, escaped; characters that XML forbids are dropped.
    pub fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// The document.
    pub fn finish(self) -> String {
        self.out
    }

    fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        let mut value = String::new();
        for (attribute, content) in attributes {
            value.clear();
            // writing to a String cannot fail
            let _ = write!(value, "{content}");
            self.out.push(' ');
            self.out.push_str(attribute);
            self.out.push_str("=\"");
            escape(&value, &mut self.out);
            self.out.push('"');
        }
    }
}

/// Appends text with the five marks escaped and the characters outside XML's `Char` dropped.
fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped_and_control_characters_dropped() {
        let mut xml = Xml::new();
        xml.element("w:t", &[("a", &"\"<&'>")], |xml| {
            xml.text("Ủy\u{0}\u{1b}[1m <ban> & \u{fffe}«ế»\u{85}");
        });
        let body = xml.finish();
        assert!(body.ends_with("\n<w:t a=\"&quot;&lt;&amp;&apos;&gt;\">Ủy[1m &lt;ban&gt; &amp; «ế»</w:t>"));
    }

    #[test]
    fn elements_close_in_order() {
        let mut xml = Xml::new();
        xml.element("a", &[], |xml| {
            xml.value("b", &7);
            xml.element("c", &[], |_| {});
        });
        assert!(xml.finish().ends_with("<a><b w:val=\"7\"/><c></c></a>"));
    }
}
