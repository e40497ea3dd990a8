//! The styles of a filled template: the office's own where it has one of that name, ours beside them where it has none. Ours say
//! typeface, size and distance of lines themselves, for the office's normal text may be anything.

use crate::export::docx;
use crate::papers::format::FormatProfile;

/// The part with the styles, and under which id each of ours is found there.
#[derive(Debug, Clone)]
pub struct Joined {
    /// The part.
    pub xml: String,
    ids: Vec<(&'static str, String)>,
}

impl Joined {
    /// Markup of ours with the ids of the template.
    pub fn renamed(&self, xml: &str) -> String {
        let mut out = xml.to_owned();
        for element in ["w:pStyle", "w:tblStyle"] {
            let marked = |id: &str| format!("<{element} w:val=\"{id}\"");
            // through names nobody has, so that two ids may change places
            for (place, (id, _)) in self.ids.iter().enumerate() {
                out = out.replace(&marked(id), &marked(&format!("\u{1}{place}")));
            }
            for (place, (_, own)) in self.ids.iter().enumerate() {
                out = out.replace(&marked(&format!("\u{1}{place}")), &marked(own));
            }
        }
        out
    }
}

/// Joins our styles to a template's.
pub fn joined(own: &str, profile: &FormatProfile) -> Joined {
    let (mut ids, mut added) = (Vec::new(), String::new());
    let known = known(own);
    for style in docx::styles_for_templates(profile) {
        let same_name = known.iter().find(|(_, name)| name.eq_ignore_ascii_case(style.name) && style.shared);
        if let Some((id, _)) = same_name {
            ids.push((style.id, id.clone()));
            continue;
        }
        let taken = known.iter().any(|(id, _)| id == style.id);
        let id = if taken { format!("Daihoi{}", style.id) } else { style.id.to_owned() };
        let marked = |id: &str| format!("w:styleId=\"{id}\"");
        added.push_str(&style.xml.replace(&marked(style.id), &marked(&id)));
        ids.push((style.id, id));
    }
    let xml = own.replacen("</w:styles>", &format!("{added}</w:styles>"), 1);
    Joined { xml, ids }
}

/// Ids and names of the styles of a template.
fn known(xml: &str) -> Vec<(String, String)> {
    let value = |text: &str, attribute: &str| {
        let (_, rest) = text.split_once(&format!("{attribute}=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    let style = |piece: &str| {
        let id = value(piece.split('>').next()?, "w:styleId")?;
        let (_, rest) = piece.split_once("<w:name ")?;
        Some((id, value(rest.split('>').next()?, "w:val")?))
    };
    xml.split("<w:style ").skip(1).filter_map(style).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::format::QD_399;

    #[test]
    fn the_office_keeps_its_styles_and_ours_take_no_id_that_is_taken() {
        let own = r#"<w:styles><w:style w:type="paragraph" w:styleId="u1"><w:name w:val="Heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="TableText"><w:name w:val="Của cơ quan"/></w:style></w:styles>"#;
        let joined = joined(own, &QD_399);
        let markup = r#"<w:pStyle w:val="Heading1"/><w:pStyle w:val="TableText"/><w:pStyle w:val="BodyText"/>"#;
        assert_eq!(
            joined.renamed(markup),
            r#"<w:pStyle w:val="u1"/><w:pStyle w:val="DaihoiTableText"/><w:pStyle w:val="BodyText"/>"#
        );
        assert!(
            joined.xml.contains(r#"w:styleId="DaihoiTableText""#) && joined.xml.contains(r#"w:styleId="BodyText""#)
        );
        assert_eq!(joined.xml.matches("</w:styles>").count(), 1);
        assert!(!joined.xml.contains(r#"w:styleId="Heading1""#));
    }
}
