//! The file around the pages, as PDF/A-2 wants it for archives: language and title, structure, every letter embedded, what the
//! grey of the ink means, nothing that depends on clock or machine.

use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::writers::Catalog;
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, TextStr};

use super::PdfError;
use super::canvas::{FACES, Ink};
use super::grey;
use super::length::Length;
use super::tags::Tags;
use super::{embed, metadata};

/// Numbers of objects, one after another.
pub struct Numbers(i32);

impl Numbers {
    /// The next one.
    pub fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// A finished page.
pub struct Page {
    /// Its content stream.
    pub content: Vec<u8>,
}

/// How a printer is to treat the sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    /// As the person at the printer says.
    Asked,
    /// Each page on a sheet of its own.
    One,
    /// Two pages a sheet.
    Both,
}

/// What a file is made of.
pub struct File {
    /// Title of the document.
    pub title: String,
    /// Width and height of the sheets.
    pub sheet: (Length, Length),
    /// The pages of one copy.
    pub pages: Vec<Page>,
    /// How often the pages stand in the file, one copy after another.
    pub copies: u32,
    /// How they are printed.
    pub sides: Sides,
    /// The letters used.
    pub ink: Ink,
    /// The structure; none for a form that is printed and filled in by hand.
    pub tags: Option<Tags>,
}

impl File {
    /// The bytes.
    pub fn bytes(&self) -> Result<Vec<u8>, PdfError> {
        let mut pdf = Pdf::new();
        pdf.set_version(1, 7);
        let mut numbers = Numbers(0);
        let [catalog, tree, resources] = [(); 3].map(|()| numbers.next());
        let contents: Vec<Ref> = self.pages.iter().map(|_| numbers.next()).collect();
        for (number, page) in contents.iter().zip(&self.pages) {
            pdf.stream(*number, &packed(&page.content)?).filter(Filter::FlateDecode);
        }
        let pages = self.write_pages(&mut pdf, &mut numbers, (tree, resources), &contents);
        let fonts = embed::fonts(&mut pdf, &mut numbers, &self.ink)?;
        let mut shared = pdf.indirect(resources).start::<pdf_writer::writers::Resources<'_>>();
        let mut named = shared.fonts();
        for (face, font) in fonts {
            named.pair(FACES[face], font);
        }
        named.finish();
        shared.finish();
        let structure = self.tags.as_ref().map(|tags| tags.write(&mut pdf, &mut numbers, &pages));
        let [about, profile] = [(); 2].map(|()| numbers.next());
        let told = metadata::xmp(&self.title, structure.is_some());
        pdf.metadata(about, told.as_bytes()).finish();
        pdf.icc_profile(profile, &grey::profile()).n(1);
        self.write_catalog(pdf.catalog(catalog), [tree, about, profile], structure);
        let mut told = pdf.document_info(numbers.next());
        told.title(TextStr(&self.title)).producer(TextStr(metadata::PRODUCER));
        told.finish();
        let identity = identity(pdf.as_bytes());
        pdf.set_file_id((identity.clone(), identity));
        Ok(pdf.finish())
    }

    fn write_pages(
        &self,
        pdf: &mut Pdf,
        numbers: &mut Numbers,
        (tree, resources): (Ref, Ref),
        contents: &[Ref],
    ) -> Vec<Ref> {
        let copies = (0..self.copies.max(1)).flat_map(|_| contents.iter().copied());
        let mut pages = Vec::new();
        for (place, content) in (0_i32..).zip(copies) {
            let number = numbers.next();
            let mut page = pdf.page(number);
            page.parent(tree).contents(content);
            page.media_box(Rect::new(0.0, 0.0, self.sheet.0.pt(), self.sheet.1.pt()));
            page.pair(Name(b"Resources"), resources);
            if self.tags.is_some() {
                page.struct_parents(place).tab_order(pdf_writer::types::TabOrder::StructureOrder);
            }
            page.finish();
            pages.push(number);
        }
        let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
        pdf.pages(tree).kids(pages.iter().copied()).count(count);
        pages
    }

    fn write_catalog(&self, mut catalog: Catalog<'_>, [tree, about, profile]: [Ref; 3], structure: Option<Ref>) {
        catalog.pages(tree).lang(TextStr("vi-VN")).metadata(about);
        if let Some(structure) = structure {
            catalog.pair(Name(b"StructTreeRoot"), structure);
            catalog.mark_info().marked(true);
        }
        let mut intents = catalog.output_intents();
        let mut intent = intents.push();
        intent.subtype(OutputIntentSubtype::PDFA).output_condition_identifier(TextStr(grey::NAME));
        intent.info(TextStr(grey::NAME)).dest_output_profile(profile);
        intent.finish();
        intents.finish();
        let mut preferences = catalog.viewer_preferences();
        preferences.display_doc_title(true);
        // a form is printed as large as it was laid out, and a ballot of one page never on the back of another
        match self.sides {
            Sides::Asked => {}
            Sides::One | Sides::Both => {
                let duplex: &[u8] = if self.sides == Sides::One { b"Simplex" } else { b"DuplexFlipLongEdge" };
                preferences.pair(Name(b"PrintScaling"), Name(b"None"));
                preferences.pair(Name(b"Duplex"), Name(duplex));
            }
        }
        preferences.finish();
        catalog.finish();
    }
}

/// Packs a stream.
pub fn packed(bytes: &[u8]) -> Result<Vec<u8>, PdfError> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// What tells one file from another: a sum over its bytes (FNV-1a), twice 64 bits.
fn identity(bytes: &[u8]) -> Vec<u8> {
    let sum = |seed: u64, bytes: &mut dyn Iterator<Item = &u8>| {
        bytes.fold(seed, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
    };
    let forward = sum(0xcbf2_9ce4_8422_2325, &mut bytes.iter());
    let backward = sum(0x8422_2325_cbf2_9ce4, &mut bytes.iter().rev());
    [forward.to_be_bytes(), backward.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_their_bytes() {
        assert_eq!(identity(b"a"), identity(b"a"));
        assert_ne!(identity(b"ab"), identity(b"ba"));
        assert_eq!(identity(b"").len(), 16);
    }
}
