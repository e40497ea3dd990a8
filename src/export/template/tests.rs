//! Templates filled and read back: ours, one that went through LibreOffice, and those that are refused.

use super::*;
use crate::export::outside::{converted, words_by_pandoc};
use crate::papers::format::QD_399;
use crate::papers::paper::sample::minutes;

fn saved(dir: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

/// A template whose document holds these paragraphs.
fn made(dir: &Path, paragraphs: &[&str]) -> Result<Template, TemplateError> {
    let parts = parts(&starter(&QD_399).expect("a template")).expect("parts");
    let run = |text: &&str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let body: String = paragraphs.iter().map(run).collect();
    let document =
        format!("<w:document xmlns:w=\"{}\"><w:body>{body}<w:sectPr/></w:body></w:document>", docx::NAMESPACE);
    let changed = parts.into_iter().map(|(name, bytes)| {
        let bytes = if name == DOCUMENT { document.clone().into_bytes() } else { bytes };
        (name, bytes)
    });
    let changed: Vec<(String, Vec<u8>)> = changed.collect();
    Template::open(&saved(dir, "mau.docx", &packed(&changed).expect("packed")))
}

#[test]
fn the_template_to_start_from_gives_the_paper_itself() {
    let dir = tempfile::tempdir().expect("a directory");
    let path = saved(dir.path(), "mau.docx", &starter(&QD_399).expect("a template"));
    let filled = Template::open(&path).expect("in order").fill(&minutes(), &QD_399).expect("filled");
    let filled = saved(dir.path(), "qua-mau.docx", &filled);
    let plain = saved(dir.path(), "thuong.docx", &docx::docx(&minutes(), &QD_399).expect("a file"));
    let Some(words) = words_by_pandoc(&filled, "docx") else { return };
    assert_eq!(Some(words), words_by_pandoc(&plain, "docx"));
}

#[test]
fn a_template_another_program_saved_is_filled_and_prints() {
    let dir = tempfile::tempdir().expect("a directory");
    let inside = dir.path().join("vao");
    std::fs::create_dir(&inside).expect("made");
    let path = saved(&inside, "mau.docx", &starter(&QD_399).expect("a template"));
    let Some(again) = converted(&[path], "docx", dir.path()) else { return };
    let template = Template::open(&again[0]).expect("in order");
    let filled = saved(dir.path(), "qua-mau.docx", &template.fill(&minutes(), &QD_399).expect("filled"));
    let plain = saved(dir.path(), "thuong.docx", &docx::docx(&minutes(), &QD_399).expect("a file"));
    let Some(words) = words_by_pandoc(&filled, "docx") else { return };
    assert_eq!(Some(words), words_by_pandoc(&plain, "docx"));
    assert!(converted(&[filled], "pdf", dir.path()).is_some());
}

#[test]
fn fields_that_cannot_be_filled_are_all_told_with_their_places() {
    let dir = tempfile::tempdir().expect("a directory");
    let paragraphs = ["Kính gửi {{nguoi_nhan}}", "Số {{so", "nội dung: {{noi_dung}}", "{{NOI_DUNG}}"];
    let Err(TemplateError::Fields { places, .. }) = made(dir.path(), &paragraphs) else { panic!("refused") };
    assert_eq!(
        places,
        [
            "thân văn bản, đoạn «Kính gửi {{nguoi_nhan}}»: không có trường «nguoi_nhan»",
            "thân văn bản, đoạn «Số {{so»: có {{ mà không có }} trong cùng một dòng",
            "thân văn bản, đoạn «nội dung: {{noi_dung}}»: {{noi_dung}} phải đứng riêng một đoạn",
        ]
    );
    let Err(TemplateError::Fields { places, .. }) = made(dir.path(), &["Số {{so}}"]) else { panic!("refused") };
    assert_eq!(places, ["thân văn bản: phải có đúng một {{noi_dung}}, mẫu này có 0"]);
}

#[test]
fn the_notice_of_a_paper_is_printed_even_where_the_template_forgot_it() {
    let dir = tempfile::tempdir().expect("a directory");
    let text = |paragraphs: &[&str]| {
        let filled = made(dir.path(), paragraphs).expect("in order").fill(&minutes(), &QD_399).expect("filled");
        let parts = parts(&filled).expect("parts");
        let document = parts.into_iter().find(|(name, _)| name == DOCUMENT).expect("a document");
        String::from_utf8(document.1).expect("UTF-8")
    };
    let notice = minutes().notice.expect("a notice");
    assert_eq!(text(&["{{noi_dung}}"]).matches(&notice).count(), 1);
    assert_eq!(text(&["{{noi_dung}}", "({{luu_y}})"]).matches(&notice).count(), 1);
}

#[test]
fn what_is_no_word_document_is_refused() {
    let dir = tempfile::tempdir().expect("a directory");
    for bytes in
        [b"{{noi_dung}}".to_vec(), crate::export::xlsx::xlsx(&crate::domain::Congress::default()).expect("a workbook")]
    {
        let refused = Template::open(&saved(dir.path(), "mau.docx", &bytes));
        assert!(matches!(refused, Err(TemplateError::NotWord(_))), "{refused:?}");
    }
    assert!(matches!(Template::open(&dir.path().join("khong-co.docx")), Err(TemplateError::Disk { .. })));
}
