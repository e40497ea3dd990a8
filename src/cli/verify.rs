//! `daihoi verify`: what was proved of a file, and what is wrong with it, where.

use super::report::{Exit, Failure, visible};
use crate::domain::lang::Lang;
use crate::store::verify::{Report, verify as prove};
use std::io::Write;
use std::path::Path;

/// Proves a file and prints what was found; a file with findings is a failure of exit code 3.
pub fn verify(file: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let report = prove(file)?;
    write!(out, "{}", told(&report)).map_err(|error| Failure::trouble("stdout", &error))?;
    match report.findings.len() {
        0 => Ok(()),
        findings => Err(Failure {
            exit: Exit::Trouble,
            what: format!("{}: tệp không nguyên vẹn, {findings} chỗ sai", file.display()),
            cause: None,
            hint: Some("Giữ nguyên tệp làm bằng chứng; tiếp tục trên bản sao dự phòng gần nhất.".to_owned()),
            places: Vec::new(),
        }),
    }
}

/// The report, one line for each finding.
fn told(report: &Report) -> String {
    let mut lines = vec![
        format!("Tệp {}, lược đồ phiên bản {}", visible(&report.name), report.version),
        format!("Nhật ký {} dòng", report.lines),
    ];
    lines.extend(report.findings.iter().map(|finding| format!("SAI {}", visible(&finding.told(Lang::Vi)))));
    if report.findings.is_empty() {
        let sound = if report.is_older() {
            "Chuỗi băm và sổ phiếu đều khớp. Tệp do chương trình cũ hơn lập: mở một lần bằng `daihoi open` để các bảng được lập lại, rồi \
             kiểm tra lại là đối chiếu cả các bảng."
        } else {
            "Chuỗi băm, các bảng, các liên kết và sổ phiếu đều khớp."
        };
        lines.push(sound.to_owned());
    }
    lines.push(String::new());
    lines.join("\n")
}
