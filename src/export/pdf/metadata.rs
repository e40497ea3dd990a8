//! What a file says of itself, in XMP: title, language, and which archive standard it keeps. No clock and no user's name.

use std::fmt::Write as _;

/// What made the file.
pub const PRODUCER: &str = "daihoi";

/// The packet; a document with structure keeps PDF/A-2a, a form PDF/A-2u.
pub fn xmp(title: &str, structured: bool) -> String {
    let level = if structured { 'A' } else { 'U' };
    let mut escaped = String::with_capacity(title.len());
    for letter in title.chars().filter(|letter| !letter.is_control()) {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            other => escaped.push(other),
        }
    }
    let mut out = String::new();
    // writing to a String cannot fail
    let _ = write!(
        out,
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escaped}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>{level}</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{feff}'
    );
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_escaped_and_the_level_follows_the_structure() {
        let told = xmp("BIÊN BẢN <1> & \u{1}2", true);
        assert!(told.contains(">BIÊN BẢN &lt;1&gt; &amp; 2<") && told.contains("conformance>A<"));
        assert!(xmp("", false).contains("conformance>U<"));
    }
}
