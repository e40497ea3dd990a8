//! The named fields (trường) of a template: what an office may write between `{{` and `}}`, and what each becomes. The one list
//! that filling, refusing, the command and the README read.

use crate::papers::format::MOTTO;
use crate::papers::paper::{Paper, PaperNumber, Recipients, Signature};

/// What a field becomes.
#[derive(Debug, Clone, Copy)]
pub enum Becomes {
    /// Words within a line; of several lines, each on its own.
    Words(fn(&Paper) -> Vec<String>),
    /// The whole content: paragraphs, headings, tables. It stands alone in its paragraph.
    Content,
    /// Signatures and recipients in their two columns. It stands alone in its paragraph.
    Signatures,
}

/// A field.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it is, in Vietnamese.
    pub about: &'static str,
    /// What it becomes.
    pub becomes: Becomes,
}

impl Field {
    /// The field as it is typed.
    pub fn typed(&self) -> String {
        format!("{{{{{}}}}}", self.name)
    }

    /// Whether it must stand alone in its paragraph.
    pub const fn is_block(&self) -> bool {
        !matches!(self.becomes, Becomes::Words(_))
    }

    /// The field of a name; small and capital letters are the same.
    pub fn named(name: &str) -> Option<&'static Self> {
        let name = name.to_lowercase();
        FIELDS.iter().find(|field| field.name == name)
    }
}

const fn words(name: &'static str, about: &'static str, value: fn(&Paper) -> Vec<String>) -> Field {
    Field { name, about, becomes: Becomes::Words(value) }
}

/// Every field, in the order of a paper.
pub static FIELDS: [Field; 20] = [
    words(
        "luu_y",
        "lời lưu ý phải in (ví dụ DIỄN TẬP); không đặt trường này thì in ở đầu văn bản",
        |paper| paper.notice.iter().cloned().collect(),
    ),
    words("co_quan_cap_tren", "cơ quan cấp trên", |paper| paper.head.superior.iter().cloned().collect()),
    words("co_quan_ban_hanh", "cơ quan ban hành, có thể nhiều dòng", |paper| paper.head.issuer.clone()),
    words("tieu_de_dang", "ĐẢNG CỘNG SẢN VIỆT NAM", |_| vec![MOTTO.to_owned()]),
    words("so_ky_hieu", "số và ký hiệu: Số 05-BB/ĐH", |paper| {
        paper.head.number.iter().map(PaperNumber::label).collect()
    }),
    words("so", "riêng số: 05", |paper| {
        let number = paper.head.number.as_ref().and_then(|number| number.sequence);
        number.map(|number| format!("{number:02}")).into_iter().collect()
    }),
    words("ky_hieu", "riêng ký hiệu: BB/ĐH", |paper| {
        paper.head.number.iter().map(|number| number.code.clone()).collect()
    }),
    words("dia_danh_ngay_thang", "địa danh và ngày, tháng, năm", |paper| {
        vec![paper.head.place_and_date.clone()]
    }),
    words("tieu_de", "tên loại: BIÊN BẢN", |paper| vec![paper.title.kind.clone()]),
    words("trich_yeu", "trích yếu, có thể nhiều dòng", |paper| paper.title.subject.clone()),
    Field {
        name: "noi_dung", about: "toàn bộ nội dung; phải có, đứng riêng một đoạn", becomes: Becomes::Content
    },
    Field {
        name: "chu_ky",
        about: "chữ ký hai bên và nơi nhận, trình bày sẵn; đứng riêng một đoạn",
        becomes: Becomes::Signatures,
    },
    words("quyen_han_trai", "thẩm quyền ký bên trái: NGƯỜI GHI BIÊN BẢN", |paper| left(paper, capacity)),
    words("chuc_vu_trai", "chức vụ người ký bên trái", |paper| left(paper, office)),
    words("ho_ten_trai", "họ tên người ký bên trái", |paper| left(paper, name)),
    words("quyen_han_phai", "thẩm quyền ký bên phải: T/M ĐOÀN CHỦ TỊCH", |paper| right(paper, capacity)),
    words("chuc_vu_phai", "chức vụ người ký bên phải", |paper| right(paper, office)),
    words("ho_ten_phai", "họ tên người ký bên phải", |paper| right(paper, name)),
    words("noi_nhan", "các nơi nhận, mỗi nơi một dòng", |paper| {
        paper.recipients.as_ref().map(Recipients::entries).unwrap_or_default()
    }),
    words("ten_van_ban", "tên loại và trích yếu trên một dòng", |paper| vec![paper.title.name()]),
];

fn left(paper: &Paper, part: fn(&Signature) -> Vec<String>) -> Vec<String> {
    let signature = paper.signatures.as_ref().and_then(|signatures| signatures.left.as_ref());
    signature.map(part).unwrap_or_default()
}

fn right(paper: &Paper, part: fn(&Signature) -> Vec<String>) -> Vec<String> {
    paper.signatures.as_ref().map(|signatures| part(&signatures.right)).unwrap_or_default()
}

fn capacity(signature: &Signature) -> Vec<String> {
    signature.capacity.clone()
}

fn office(signature: &Signature) -> Vec<String> {
    signature.office.iter().cloned().collect()
}

fn name(signature: &Signature) -> Vec<String> {
    signature.name.iter().cloned().collect()
}
