//! The faces in the file: only the letters used, their widths, and which character each is – so that text can be searched and
//! copied letter for letter.

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};

use super::PdfError;
use super::canvas::{Ink, Used};
use super::file::{Numbers, packed};
use super::font::{FILES, Faces, NAMES};
use super::length::UNITS_PER_EM;

const IDENTITY: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Writes the faces that are used; each with its place.
pub fn fonts(pdf: &mut Pdf, numbers: &mut Numbers, ink: &Ink) -> Result<Vec<(usize, Ref)>, PdfError> {
    let mut written = Vec::new();
    for (face, used) in ink.faces.iter().enumerate().filter(|(_, used)| !used.characters.is_empty()) {
        written.push((face, font(pdf, numbers, face, used)?));
    }
    Ok(written)
}

fn font(pdf: &mut Pdf, numbers: &mut Numbers, face: usize, used: &Used) -> Result<Ref, PdfError> {
    let [font, cid, descriptor, cmap, file] = [(); 5].map(|()| numbers.next());
    // a part of a face carries six letters before its name; the place of the face is enough to tell ours apart
    let name = format!("DAIHO{}+{}", ["A", "B", "C", "D"][face], NAMES[face]);
    let name = Name(name.as_bytes());
    let mut outer = pdf.type0_font(font);
    outer.base_font(name).encoding_predefined(Name(b"Identity-H")).descendant_font(cid).to_unicode(cmap);
    outer.finish();

    let parsed = Faces::bundled()?.face(face);
    let width = |glyph: u16| per_mille(i32::from(parsed.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0)));
    let mut inner = pdf.cid_font(cid);
    inner.subtype(CidFontType::Type2).base_font(name).system_info(IDENTITY).font_descriptor(descriptor);
    inner.default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
    inner.widths().consecutive(0, used.glyphs.remapped_gids().map(width));
    inner.finish();

    let mut flags = FontFlags::SERIF | FontFlags::SYMBOLIC;
    flags.set(FontFlags::ITALIC, face > 1);
    let bounds = parsed.global_bounding_box();
    let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|side| per_mille(i32::from(side)));
    let mut about = pdf.font_descriptor(descriptor);
    about.name(name).flags(flags).bbox(Rect::new(bounds[0], bounds[1], bounds[2], bounds[3]));
    about.italic_angle(parsed.italic_angle()).stem_v(if face % 2 == 1 { 140.0 } else { 80.0 });
    about.ascent(per_mille(i32::from(parsed.ascender()))).descent(per_mille(i32::from(parsed.descender())));
    about.cap_height(per_mille(i32::from(parsed.capital_height().unwrap_or(1341)))).font_file2(file);
    about.finish();

    let mut map = UnicodeCmap::<u16>::new(Name(b"daihoi"), IDENTITY);
    for (number, (character, _)) in &used.characters {
        map.pair(*number, *character);
    }
    pdf.stream(cmap, &packed(&map.finish().into_vec())?).filter(Filter::FlateDecode);

    let part = subsetter::subset(FILES[face], 0, &used.glyphs).map_err(|_| PdfError::Typeface)?;
    let length = i32::try_from(part.len()).map_err(|_| PdfError::Typeface)?;
    let bytes = packed(&part)?;
    let mut stream = pdf.stream(file, &bytes);
    stream.filter(Filter::FlateDecode);
    stream.pair(Name(b"Length1"), length);
    stream.finish();
    Ok(font)
}

/// Units of the typeface in thousandths of an em, as a file counts.
fn per_mille(units: i32) -> f32 {
    // a unit is 0.48828125 thousandths: exact in the narrow number of the file
    let units = i16::try_from(units).unwrap_or(0);
    f32::from(units) * 1000.0 / f32::from(UNITS_PER_EM)
}
