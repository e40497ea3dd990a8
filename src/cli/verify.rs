//! `daihoi verify`: what was proved of a file, and what is wrong with it, where.

use super::report::{Exit, Failure, visible};
use crate::domain::Regulation;
use crate::domain::lang::Lang;
use crate::store::verify::{Finding, How, Report, verify as prove};
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
    lines.extend(report.findings.iter().map(|finding| format!("SAI {}", visible(&sentence(finding)))));
    if report.findings.is_empty() {
        lines.push("Chuỗi băm, các bảng, các liên kết và sổ phiếu đều khớp.".to_owned());
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What is wrong, in one line.
pub(super) fn sentence(finding: &Finding) -> String {
    match finding {
        Finding::Damaged { what } => format!("dữ liệu hỏng: {what}"),
        Finding::Dangling { table, parent } => format!("bảng {table}: có hàng chỉ đến hàng không tồn tại của {parent}"),
        Finding::Gap { expected, found } => format!("nhật ký: sau dòng {} là dòng {found}", expected.saturating_sub(1)),
        Finding::Unchained { number } => format!("nhật ký dòng {number}: không nối với dòng trước"),
        Finding::Altered { number } => format!("nhật ký dòng {number}: nội dung đã bị sửa, mã băm không khớp"),
        Finding::Unreadable { number, what } => format!("nhật ký dòng {number}: không đọc được ({what})"),
        Finding::Unlawful { number, because } => {
            let because = because.told(Lang::Vi, Regulation::default_profile()).what;
            format!("nhật ký dòng {number}: không đúng quy tắc. {because}")
        }
        Finding::Row { table, key, how } => {
            let how = match how {
                How::Missing => "thiếu hàng mà nhật ký có ghi",
                How::Extra => "thừa hàng mà nhật ký không ghi",
                How::Differs => "giá trị khác với nhật ký",
            };
            format!("bảng {table}, {key}: {how}")
        }
        Finding::Ledger { round, counted, collected } => {
            format!(
                "vòng bầu {round}: các phiếu cộng lại {counted}, thu về {collected}, hoặc kết quả không phải của các phiếu này"
            )
        }
    }
}
