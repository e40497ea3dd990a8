//! WRITES – a paper as DOCX or Markdown, a congress as JSON.
