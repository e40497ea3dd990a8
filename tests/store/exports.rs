//! `export` and `fields` as a user runs them: which files come, and how a template of an office is taken or refused.

use super::commands::{daihoi, lines, made, said};
use crate::world::script;
use std::fs;
use std::path::Path;

/// A whole congress in its file.
fn held() -> (tempfile::TempDir, String) {
    let (dir, file) = made();
    let list = dir.path().join("changes.jsonl");
    fs::write(&list, lines(&script::whole())).unwrap();
    assert_eq!(said(&daihoi(&["apply", &file, list.to_str().unwrap()], "")).0, Some(0));
    (dir, file)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A DOCX whose text says something else.
fn changed(docx: &Path, from: &str, to: &str) {
    let mut container = zip::ZipArchive::new(fs::File::open(docx).unwrap()).unwrap();
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..container.len() {
        let mut part = container.by_index(index).unwrap();
        let (name, mut xml) = (part.name().unwrap().into_owned(), String::new());
        std::io::Read::read_to_string(&mut part, &mut xml).unwrap();
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut out, xml.replace(from, to).as_bytes()).unwrap();
    }
    fs::write(docx, out.finish().unwrap().into_inner()).unwrap();
}

#[test]
fn every_format_is_written_unless_told_otherwise() {
    let (dir, file) = held();
    let to = dir.path().join("ho-so");
    let (code, out, err) = said(&daihoi(&["export", &file, "--to", text(&to)], ""));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    for name in ["bien-ban-dai-hoi.docx", "bien-ban-dai-hoi.pdf", "bien-ban-dai-hoi.md", "dai-hoi.xlsx", "dai-hoi.json"]
    {
        assert!(to.join(name).is_file() && out.contains(name), "{name}");
    }
    assert!(fs::read(to.join("bien-ban-dai-hoi.pdf")).unwrap().starts_with(b"%PDF-1.7"));
    let two = dir.path().join("hai");
    let (code, out, _) =
        said(&daihoi(&["export", &file, "--to", text(&two), "--paper", "minutes", "--as", "pdf,md,pdf"], ""));
    assert_eq!((code, out.lines().count(), fs::read_dir(&two).unwrap().count()), (Some(0), 2, 2));
    let (code, _, err) = said(&daihoi(&["export", &file, "--to", text(&two), "--as", "doc"], ""));
    assert!(code == Some(2) && err.contains("docx, pdf, xlsx, md, json"), "{err}");
}

#[test]
fn the_fields_are_printed_and_the_template_to_start_from_is_filled() {
    let (dir, file) = held();
    let (code, out, _) = said(&daihoi(&["fields"], ""));
    assert!(code == Some(0) && out.lines().count() == 20 && out.contains("{{noi_dung}}"), "{out}");
    let template = dir.path().join("mau.docx");
    assert_eq!(said(&daihoi(&["fields", "--to", text(&template)], "")).0, Some(0));
    let (code, _, err) = said(&daihoi(&["fields", "--to", text(&template)], ""));
    assert!(code == Some(2) && err.contains("đã có tệp này"), "{err}");
    let to = dir.path().join("ho-so");
    let asked = ["export", &file, "--to", text(&to), "--paper", "minutes", "--template", text(&template)];
    let (code, _, err) = said(&daihoi(&[&asked[..], &["--as", "docx"]].concat(), ""));
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(to.join("bien-ban-dai-hoi.docx").is_file());
    let (code, _, err) = said(&daihoi(&[&asked[..], &["--as", "pdf"]].concat(), ""));
    assert!(code == Some(2) && err.contains("docx"), "{err}");
}

#[test]
fn a_template_with_an_unknown_field_is_refused_before_anything_is_written() {
    let (dir, file) = held();
    let template = dir.path().join("mau.docx");
    assert_eq!(said(&daihoi(&["fields", "--to", text(&template)], "")).0, Some(0));
    changed(&template, "{{trich_yeu}}", "{{trich_yeu_van_ban}}");
    let to = dir.path().join("ho-so");
    let (code, out, err) = said(&daihoi(&["export", &file, "--to", text(&to), "--template", text(&template)], ""));
    assert_eq!((code, out.as_str(), to.exists()), (Some(1), "", false));
    assert!(err.contains("thân văn bản, đoạn «{{trich_yeu_van_ban}}»: không có trường «trich_yeu_van_ban»"), "{err}");
    assert!(err.contains("{{trich_yeu}}") && err.contains("daihoi fields"), "{err}");
}

#[test]
fn what_was_keyed_leaves_the_file_only_through_the_head_of_counting() {
    let (dir, file) = held();
    let run = |to: &str, more: &[&str]| {
        let to = dir.path().join(to);
        let answer = said(&daihoi(&[&["export", &file, "--to", text(&to), "--as", "md,json"], more].concat(), ""));
        let logs = fs::read_dir(&to).map_or(0, |files| {
            let names = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
            names.filter(|name| name.starts_with("nhat-ky-nhap-phieu")).count()
        });
        (answer, logs, to)
    };
    let ((code, _, _), logs, to) = run("tat-ca", &[]);
    assert_eq!((code, logs), (Some(0), 0));
    let index = fs::read_to_string(to.join("muc-luc-ho-so.md")).unwrap();
    assert!(index.contains("do Trưởng ban kiểm phiếu giữ và xuất"), "{index}");
    assert_eq!(run("thu-ky", &["--role", "secretary"]).1, 0);
    assert!(run("truong-ban", &["--role", "head"]).1 > 0);
    // by name it is the head who asks
    assert!(run("theo-ten", &["--paper", "entry-log"]).1 > 0);
    assert_eq!(run("phieu", &["--paper", "ballots"]).0.0, Some(0));
    for asked in [["--paper", "entry-log", "--role", "secretary"], ["--paper", "ballots", "--role", "presidium"]] {
        let ((code, out, err), logs, _) = run("khong", &asked);
        assert_eq!((code, out.as_str(), logs), (Some(1), "", 0));
        assert!(err.contains("Trưởng ban kiểm phiếu giữ") && err.contains("--role head"), "{err}");
    }
    let ((code, _, err), ..) = run("man-hinh", &["--role", "hall"]);
    assert!(code == Some(1) && err.contains("--role secretary"), "{err}");
}
