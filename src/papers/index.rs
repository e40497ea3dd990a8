//! The index of the dossier (mục lục hồ sơ): every paper there is now, with its number once it is issued.

use crate::domain::{Congress, Role, bodies::BodyKind, figures::two_digits};

use super::PaperName;
use super::issued::{Standing, standing};
use super::issuing::{body_in_charge, head, marked, sign, signed, title_of};
use super::paper::{Block, Column, Paper, PaperNumber, Signature, Signatures, Table};
use super::phrases::{count_of, counted, name_of};

/// The index of every paper but itself.
pub fn compose(congress: &Congress) -> Paper {
    let papers: Vec<PaperName> =
        PaperName::all(congress).into_iter().filter(|name| *name != PaperName::Index).collect();
    let columns = [
        Column::figures("TT", 1),
        Column::words("Số, ký hiệu", 4),
        Column::words("Tên văn bản", 12),
        Column::words("Tình trạng", 6),
    ];
    let table = (1..).zip(&papers).fold(Table::new(columns).small(), |table, (number, name)| {
        let (sign, state) = told(congress, *name);
        table.row([u32::to_string(&number), sign, name.title(congress), state])
    });
    let total = format!("Hồ sơ gồm {}.", counted(count_of(&papers), "văn bản"));
    let keeper = body_in_charge(congress, BodyKind::Secretariat).and_then(|body| body.members.first());
    let keeper = signed(Signature::new("NGƯỜI LẬP HỒ SƠ"), keeper.map(|member| name_of(congress, *member)));
    let paper = Paper::new(head(congress, "").unnumbered(), title_of(congress, "MỤC LỤC HỒ SƠ"))
        .table(table.keyed("papers"))
        .with([Block::paragraph("total", total)])
        .with(withheld(&papers))
        .signed(Signatures::one(keeper));
    marked(congress, paper)
}

/// Which papers are not in a dossier that anybody but the head of counting exports.
fn withheld(papers: &[PaperName]) -> Option<Block> {
    let logs = papers.iter().filter(|name| !name.is_open_to(Role::Secretary)).count();
    let number = counted(u64::try_from(logs).unwrap_or(u64::MAX), "văn bản");
    let text = format!(
        "Nhật ký nhập phiếu bầu ({number}) do Trưởng ban kiểm phiếu giữ và xuất; hồ sơ do người khác xuất không kèm văn bản này."
    );
    (logs > 0).then(|| Block::paragraph("withheld", text))
}

/// Number and sign, and whether it is issued.
fn told(congress: &Congress, name: PaperName) -> (String, String) {
    let Some(code) = name.code() else {
        let held =
            if name.is_open_to(Role::Secretary) { "không đánh số" } else { "Trưởng ban kiểm phiếu giữ" };
        return (String::new(), held.to_owned());
    };
    match standing(congress, name) {
        Standing::Issued(issue) => {
            let number = PaperNumber::given(issue.id.0, sign(congress, name, code)).sign();
            let version =
                if issue.version > 1 { format!(", bản {}", two_digits(issue.version)) } else { String::new() };
            (number, format!("đã phát hành{version}"))
        }
        Standing::MovedOn(issue) => {
            let number = PaperNumber::given(issue.id.0, sign(congress, name, code)).sign();
            (number, "đã phát hành; số liệu nay đã đổi".to_owned())
        }
        Standing::Open => (String::new(), "chưa phát hành".to_owned()),
    }
}
