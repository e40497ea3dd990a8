//! The minutes of an invented congress of a cell, long enough for more than two pages: what writers are tested on.
//! Only tests read it; the real minutes are composed elsewhere.

use super::{
    Align, Block, Column, Head, Level, Paper, PaperNumber, Recipients, Signature, Signatures, Table, Text, Title,
    place_and_date,
};
use chrono::NaiveDate;

/// The nine names of the ballot: name, votes, percentage of the base of 29.
pub const BALLOT: [(&str, &str, &str); 9] = [
    ("Nguyễn Thị Thúy An", "27", "93,10"),
    ("Phạm Văn Bình", "14", "48,28"),
    ("Lê Thị Kim Chi", "26", "89,66"),
    ("Trần Quốc Đạt", "25", "86,21"),
    ("Hoàng Văn Hải", "11", "37,93"),
    ("Vũ Văn Hoan", "24", "82,76"),
    ("Đỗ Thị Hương", "22", "75,86"),
    ("Nguyễn Hoàng Ngọc Lan", "21", "72,41"),
    ("Huỳnh Quang Minh", "19", "65,52"),
];

/// The minutes, signed by two, with a notice.
pub fn minutes() -> Paper {
    let issuer = ["ĐẠI HỘI CHI BỘ TRUNG TÂM HÀNH CHÍNH CÔNG", "LẦN THỨ VII", "NHIỆM KỲ 2022 – 2025"];
    let date = place_and_date("Móng Cái", NaiveDate::from_ymd_opt(2022, 7, 3));
    let head =
        Head::new(issuer, PaperNumber::given(5, "BB/ĐH"), date).under("ĐẢNG BỘ CƠ QUAN CHÍNH QUYỀN THÀNH PHỐ MÓNG CÁI");
    let title = Title::new("BIÊN BẢN", "Đại hội Chi bộ Trung tâm Hành chính công thành phố Móng Cái")
        .line("lần thứ VII, nhiệm kỳ 2022 – 2025");
    Paper::new(head, title)
        .notice("Danh sách và số phiếu trong tài liệu này là dữ liệu minh hoạ")
        .with(opening())
        .with(bodies())
        .with(floor())
        .with(election())
        .with(closing())
        .signed(Signatures::two(
            Signature::new("NGƯỜI GHI BIÊN BẢN").name("Đỗ Thị Hương"),
            Signature::new("T/M ĐOÀN CHỦ TỊCH").office("Bí thư Chi bộ").name("Vũ Văn Hoan"),
        ))
        .sent_to(Recipients::new(
            ["Đảng ủy Cơ quan chính quyền thành phố (để báo cáo)", "Các đồng chí chi ủy viên"],
            "hồ sơ đại hội",
        ))
}

fn opening() -> Vec<Block> {
    vec![
        Block::paragraph(
            "opening",
            "Đại hội Chi bộ Trung tâm Hành chính công thành phố Móng Cái lần thứ VII, nhiệm kỳ 2022 – 2025 được tiến \
             hành từ 08 giờ 05 phút đến 11 giờ 45 phút, ngày 03 tháng 7 năm 2022 tại Phòng họp tầng 2, Trung tâm Hành \
             chính công thành phố Móng Cái.",
        ),
        Block::paragraph(
            "attendance",
            Text::new()
                .plain("Số đảng viên có mặt: ")
                .bold("29 đồng chí")
                .plain(
                    " trên tổng số 30 đồng chí được triệu tập, trong đó 28 đảng viên chính thức, 01 đảng viên dự bị; vắng \
                     mặt 01 đồng chí, có lý do. Số đảng viên có mặt đạt 96,67 % (29/30), đại hội đủ điều kiện tiến hành \
                     theo quy định của Điều lệ Đảng.",
                ),
        ),
        Block::paragraph("guests", "Đại biểu khách mời:"),
        Block::item(
            "Đồng chí Dương Thị Huệ – Ủy viên Ban Thường vụ Thành ủy, Phó Chủ tịch Thường trực Hội đồng nhân dân thành \
             phố, Bí thư Đảng ủy Cơ quan chính quyền thành phố, dự và chúc mừng đại hội;",
        )
        .keyed("guests.1"),
        Block::item("Đại diện chi ủy các chi bộ trực thuộc và Ban Chấp hành Công đoàn cơ quan.").keyed("guests.2"),
    ]
}

fn bodies() -> Vec<Block> {
    vec![
        Block::heading(Level::Part, "I. BẦU CÁC CƠ QUAN ĐIỀU HÀNH ĐẠI HỘI"),
        Block::heading(Level::Section, "1. Đoàn chủ tịch"),
        Block::paragraph(
            "bodies.presidium",
            "Đại hội biểu quyết bằng hình thức giơ tay, bầu Đoàn chủ tịch gồm 03 đồng chí: Vũ Văn Hoan, Lê Thị Kim Chi, \
             Trần Quốc Đạt. Kết quả: 28/28 đồng chí đồng ý, đạt 100 %.",
        ),
        Block::heading(Level::Section, "2. Thư ký đại hội"),
        Block::paragraph(
            "bodies.secretariat",
            "Đại hội bầu 01 đồng chí làm thư ký: Đỗ Thị Hương. Kết quả: 28/28 đồng chí đồng ý, đạt 100 %.",
        ),
        Block::heading(Level::Part, "II. CÁC BÁO CÁO TRÌNH ĐẠI HỘI"),
        Block::item(
            "Đồng chí Lê Thị Kim Chi trình bày Báo cáo tổng kết nhiệm kỳ 2020 – 2022 và phương hướng, nhiệm vụ nhiệm kỳ \
             2022 – 2025; đại hội biểu quyết thông qua với 27/28 đồng chí đồng ý, đạt 96,43 %;",
        )
        .keyed("reports.1"),
        Block::item("Đồng chí Trần Quốc Đạt trình bày Báo cáo kiểm điểm của chi ủy nhiệm kỳ 2020 – 2022.")
            .keyed("reports.2"),
    ]
}

fn floor() -> Vec<Block> {
    vec![
        Block::heading(Level::Part, "III. THẢO LUẬN, THAM LUẬN"),
        Block::paragraph("floor.intro", "Có 03 đồng chí phát biểu tại đại hội:"),
        Block::heading(Level::Point, "a) Tham luận chuẩn bị trước"),
        Block::paragraph(
            "floor.1",
            "Đồng chí Nguyễn Thị Thúy An (Tổ tiếp nhận hồ sơ) tham luận về gắn cải cách hành chính với chuyển đổi số: \
             trong nhiệm kỳ đã tiếp nhận 1.081.478 hồ sơ, trong đó 86.635 hồ sơ trực tuyến mức độ 3, mức độ 4; rút ngắn \
             thời gian giải quyết đối với 47 thủ tục; tiết kiệm 6.684.957.552 đồng chi thường xuyên.\nĐề nghị chi bộ phân \
             công đảng viên phụ trách từng nhóm thủ tục và báo cáo kết quả hằng quý.",
        ),
        Block::paragraph(
            "floor.2",
            "Đồng chí Phạm Văn Bình (Tổ trả kết quả) tham luận về nâng cao chất lượng sinh hoạt chi bộ: chuẩn bị nội dung \
             ngắn gọn, đầy đủ; mỗi quý có ít nhất một buổi sinh hoạt chuyên đề; thực hiện mô hình “Chi bộ 4 tốt”.",
        ),
        Block::heading(Level::Point, "b) Phát biểu tại hội trường"),
        Block::paragraph(
            "floor.3",
            "Đồng chí Huỳnh Quang Minh đề nghị điều chỉnh chỉ tiêu phát triển đảng viên từ 02 lên 03 đồng chí; đại hội \
             biểu quyết thông qua với 26/28 đồng chí đồng ý, đạt 92,86 %.",
        ),
        Block::heading(Level::Part, "IV. PHÁT BIỂU CHỈ ĐẠO CỦA CẤP TRÊN"),
        Block::paragraph(
            "superior",
            "Đồng chí Dương Thị Huệ phát biểu chúc mừng và chỉ đạo đại hội: ghi nhận kết quả của nhiệm kỳ qua; yêu cầu \
             chi bộ xác định cải cách hành chính gắn với chuyển đổi số là khâu đột phá, xây dựng Đảng là nhiệm vụ then \
             chốt. Đồng chí Vũ Văn Hoan thay mặt Đoàn chủ tịch tiếp thu ý kiến chỉ đạo.",
        ),
    ]
}

fn election() -> Vec<Block> {
    let columns = [
        Column::figures("TT", 1),
        Column::words("Họ và tên", 9),
        Column::figures("Số phiếu bầu", 4),
        Column::figures("Tỷ lệ %", 3),
        Column::figures("Kết quả", 4),
    ];
    let table = BALLOT.iter().enumerate().fold(Table::new(columns), |table, (index, (name, votes, percent))| {
        let elected = votes.parse::<u32>().is_ok_and(|votes| votes >= 15);
        let outcome = if elected { "Trúng cử" } else { "" };
        table.row([(index + 1).to_string(), (*name).into(), (*votes).into(), (*percent).into(), outcome.into()])
    });
    vec![
        Block::heading(Level::Part, "V. BẦU CỬ"),
        Block::heading(Level::Section, "1. Bầu chi ủy nhiệm kỳ 2022 – 2025"),
        Block::paragraph(
            "election.1.list",
            "Đại hội biểu quyết số lượng chi ủy là 07 đồng chí; danh sách bầu cử gồm 09 đồng chí, số dư 02 đồng chí. Ban \
             kiểm phiếu gồm 03 đồng chí.",
        ),
        Block::paragraph(
            "election.1.ballots",
            "Số phiếu phát ra: 28 phiếu; số phiếu thu về: 28 phiếu; số phiếu hợp lệ: 27 phiếu; số phiếu không hợp lệ: 01 \
             phiếu (bầu quá số lượng quy định). Kết quả cụ thể:",
        ),
        Block::Table(table.keyed("election.1.result")),
        Block::paragraph(
            "election.1.elected",
            "Tỷ lệ tính trên 29 đảng viên chính thức được triệu tập; đồng chí trúng cử phải đạt từ 15 phiếu trở lên.",
        ),
    ]
}

fn closing() -> Vec<Block> {
    vec![
        Block::heading(Level::Part, "VI. BẾ MẠC"),
        Block::paragraph(
            "closing",
            "Đại hội bế mạc vào lúc 11 giờ 45 phút, ngày 03 tháng 7 năm 2022. Biên bản đã được đọc lại trước đại hội và \
             được 28/28 đồng chí nhất trí thông qua.",
        ),
        Block::text(Text::new().italic("(Biên bản được lập thành 02 bản)")).aligned(Align::Centre),
    ]
}
