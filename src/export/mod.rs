//! WRITES – a paper as DOCX or Markdown, a congress as JSON.

pub mod docx;
pub mod markdown;
#[cfg(test)]
pub(crate) mod outside;
