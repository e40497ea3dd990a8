//! The stages of an election in words: Vietnamese for people, one stable word for programs.

use crate::domain::Congress;
use crate::domain::election::Election;
use crate::domain::election::outcome::Next;
use crate::domain::election::steps::{self, Stage, Step};

/// The stage of an election in Vietnamese.
pub(super) fn stage(congress: &Congress, election: &Election) -> String {
    match steps::stage(congress, election) {
        Stage::At(step) => format!("đến bước {}", of_step(step).1),
        Stage::Decide(next) => of_next(next).to_owned(),
        Stage::Annulled => "đã hủy phiếu, phải bầu lại".to_owned(),
        Stage::Over => "đã xong".to_owned(),
        Stage::Stated => "kết quả ghi theo nguồn, không có số phiếu".to_owned(),
    }
}

/// The stage of an election as two words: the stage, and the step or what comes next.
pub(super) fn stage_code(congress: &Congress, election: &Election) -> (&'static str, Option<String>) {
    match steps::stage(congress, election) {
        Stage::At(step) => ("at", Some(of_step(step).0.to_owned())),
        Stage::Decide(next) => {
            ("decide", serde_json::to_value(next).ok().and_then(|word| word.as_str().map(str::to_owned)))
        }
        Stage::Annulled => ("annulled", None),
        Stage::Over => ("over", None),
        Stage::Stated => ("stated", None),
    }
}

fn of_step(step: Step) -> (&'static str, &'static str) {
    match step {
        Step::Seats => ("seats", "biểu quyết số lượng"),
        Step::Nominations => ("nominations", "đề cử, ứng cử"),
        Step::Withdrawals => ("withdrawals", "xét đề nghị xin rút"),
        Step::List => ("list", "biểu quyết danh sách"),
        Step::CountingCommittee => ("counting_committee", "bầu ban kiểm phiếu"),
        Step::Base => ("base", "xác nhận số căn cứ"),
        Step::Box => ("box", "phổ biến thể lệ, niêm phong hòm phiếu"),
        Step::Issue => ("issue", "phát phiếu"),
        Step::Collect => ("collect", "thu phiếu"),
        Step::Report => ("report", "báo cáo số phiếu phát ra, thu về"),
        Step::Bundles => ("bundles", "chia tệp, giao bàn kiểm phiếu"),
        Step::Count => ("count", "kiểm phiếu"),
        Step::Close => ("close", "khóa kết quả"),
        Step::Confirm => ("confirm", "đoàn chủ tịch xác nhận"),
        Step::Announce => ("announce", "công bố kết quả"),
        Step::HandOver => ("hand_over", "niêm phong, bàn giao phiếu"),
    }
}

fn of_next(next: Next) -> &'static str {
    match next {
        Next::Complete => "đã bầu đủ",
        Next::TieRevote => "bầu lại giữa những người bằng phiếu",
        Next::CongressDecides => "chờ đại hội quyết định",
        Next::SuperiorAppoints => "chờ cấp trên chỉ định",
        Next::Annul => "hủy phiếu, bầu lại",
    }
}
