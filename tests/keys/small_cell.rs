//! A small cell's congress (S3, Quảng Nam 18/8/2022) from the start screen to the closing, made from the form alone: no plan, no
//! roster file. The keys are those the guide names at every step; the six unnamed members and all votes are invented.

use crate::world::sitting::Sitting;
use daihoi::app::effect::Effect;
use daihoi::app::start::Shelf;
use daihoi::domain::election::{Office, result};
use daihoi::papers::{minutes, missing};

fn go_on(sitting: Sitting, items: usize) -> Sitting {
    sitting.keys("F2").keys(&"Enter Enter ".repeat(items))
}

/// The screen's next step is the one expected, then its keys are pressed.
fn guided(sitting: Sitting, next: &str, keys: &str) -> Sitting {
    let screen = sitting.text(200, 40);
    let guide = screen.lines().rev().nth(2).unwrap_or_default().to_owned();
    assert!(guide.contains(next), "the guide says «{guide}», not «{next}»:\n{screen}");
    sitting.keys(keys)
}

fn founded() -> Sitting {
    let sitting = Sitting::starting(Shelf { folder: "/tmp/s3".into(), ..Shelf::default() });
    let sitting = guided(sitting, "Enter: mở đại hội mẫu", "Down Enter 'duoi 9' Enter");
    let sitting = sitting.keys("'Chi bộ Trung tâm Phục vụ hành chính công Quảng Nam' Enter");
    let sitting =
        sitting.keys("'Đảng ủy Văn phòng UBND tỉnh Quảng Nam' Enter 'Quảng Nam' Enter Enter '2022–2025' Enter");
    let sitting = sitting.keys("'18/8/2022' Enter 'Chiều' Enter");
    let form = sitting.text(120, 40);
    assert!(form.contains("Sẽ bầu: Bí thư, Phó bí thư") && form.contains("244-QĐ/TW"), "{form}");
    assert!(form.contains("/tmp/s3/chi-bo-trung-tam-phuc-vu-hanh-chinh-2022.daihoi"), "{form}");
    sitting.keys("Ctrl-S")
}

fn gathered() -> Sitting {
    let members = ["Phạm Quang Lâm", "Nguyễn Văn Phúc", "Trần Thị Mai", "Lê Văn Bình"];
    let others = ["Võ Thị Cúc", "Đặng Quốc Dũng", "Hồ Thị Giang", "Ngô Văn Hải"];
    let mut sitting = guided(founded(), "F3: nhập Excel, CSV (Ctrl-O) hoặc thêm người (Insert)", "F3");
    for name in members.into_iter().chain(others) {
        sitting = sitting.keys(&format!("Insert '{name}' Ctrl-S"));
    }
    let sitting = guided(sitting, "Còn 8 chưa gọi", "F2");
    let sitting = guided(sitting, "bắt đầu «Ổn định tổ chức, điểm danh»", "Enter");
    let sitting = guided(sitting, "F3: điểm danh (có mặt 0, cần 6)", "Tab Ctrl-A Enter Ctrl-G");
    let guest =
        "Insert 'Võ Văn Viên' Enter 'Phó Bí thư Đảng ủy; Phó Chánh Văn phòng UBND tỉnh' Enter 'tang' Space Enter";
    let sitting = guided(sitting, "Insert: thêm khách mời đầu tiên", guest).keys("'dai dien cap' Ctrl-S");
    let quang = "Insert 'Lê Ngọc Quảng' Enter 'Đảng ủy viên; Phó Chánh Văn phòng UBND tỉnh; Giám đốc Trung tâm; Chủ tịch Công đoàn'";
    let sitting = sitting.keys(quang).keys("Enter 'tang' Space Ctrl-S");
    let sitting =
        sitting.keys("Insert Enter 'Chi ủy các chi bộ bạn' Ctrl-S Insert Enter 'Ban Chấp hành Công đoàn' Ctrl-S");
    let sitting = sitting.keys("Insert Enter 'Chi đoàn' Ctrl-S Home Space Space Space Space Space");
    guided(sitting, "Khách mời đã đến đủ", "F2")
}

fn bodies_and_reports() -> Sitting {
    let sitting = guided(gathered(), "kết thúc «Ổn định tổ chức, điểm danh»", "Enter Enter Enter Enter");
    let sitting = guided(sitting, "kết thúc «Tuyên bố lý do, giới thiệu đại biểu»", "Enter Enter Tab");
    let sitting = guided(sitting, "đề xuất Đoàn chủ tịch", "Enter 'van binh' Space Enter *");
    let sitting = guided(sitting, "sang «Đoàn thư ký»", "Enter Enter 'thi mai' Space Enter *");
    let sitting = guided(go_on(sitting, 1), "«Thông qua chương trình", "Tab * Enter *");
    // the opening address, the attendance report
    let sitting = go_on(sitting, 2).keys("Enter Enter");
    let sitting = sitting.keys("Ctrl-S 'Tiết kiệm chi' Enter '12.500.000 đồng' Ctrl-S");
    assert!(sitting.text(80, 24).contains("Ghi số liệu: Tiết kiệm chi"), "{}", sitting.text(80, 24));
    let sitting = sitting.keys("Tab Ctrl-E 'quang lam' Enter");
    let sitting = sitting.keys("'Chi bộ thành lập ngày 14/5/2021 với 10 đảng viên, nay còn 08.' Ctrl-S *");
    let sitting = go_on(sitting, 1).keys("Tab Ctrl-E 'quang lam' Enter");
    sitting.keys("'Hạn chế: tự phê bình và phê bình còn yếu, còn nể nang, ngại va chạm.' Ctrl-S *")
}

fn targets(sitting: Sitting) -> Sitting {
    let targets = [
        ("Chi bộ được xếp loại", "Hoàn thành tốt nhiệm vụ trở lên"),
        ("Đảng viên hoàn thành tốt nhiệm vụ", "100 %"),
        ("Đảng viên hoàn thành xuất sắc nhiệm vụ", "15 %"),
    ];
    let sitting = sitting.keys("F5 PageDown PageDown PageDown");
    let sitting = guided(sitting, "nhập chỉ tiêu", "");
    targets
        .into_iter()
        .fold(sitting, |sitting, (text, value)| sitting.keys(&format!("Insert '{text}' Enter '{value}' Ctrl-S")))
}

/// Walks the election whose item is under way, with one name from the list the committee prepared.
fn elected(sitting: Sitting, name: &str) -> Sitting {
    let sitting = guided(sitting, "Tab: sang Bầu cử", "Tab");
    let sitting = guided(sitting, "biểu quyết số lượng", "Enter Enter '1' Ctrl-S *");
    let sitting = guided(sitting, "về F6 Bầu cử", &format!("Enter Enter '{name}' Space Ctrl-S"));
    guided(sitting, "biểu quyết danh sách", "Enter *")
}

fn counted(sitting: Sitting) -> Sitting {
    let sitting = guided(sitting, "xác nhận số căn cứ", "Enter Enter");
    let sitting = guided(sitting, "niêm phong hòm phiếu", "Enter");
    let sitting = guided(sitting, "ghi số phiếu phát ra", "Enter '8' Ctrl-S");
    let sitting = guided(sitting, "ghi số phiếu thu về", "Enter '8' Ctrl-S Enter");
    let sitting = guided(sitting, "chuyển máy cho ban kiểm phiếu", "Enter Enter");
    let sitting = guided(sitting, "chia tệp phiếu, chọn cách nhập", "Enter Ctrl-S");
    let sitting = guided(sitting, "nhận tệp 1 (8 phiếu) và nhập", "Enter");
    let sitting = guided(sitting, "Còn 8", "Enter 7 *");
    let sitting = guided(sitting, "nộp và khóa tệp", "Enter");
    let sitting = guided(sitting, "đọc soát tệp 1 với bản giấy", "Enter");
    let sitting = guided(sitting, "Enter khi cả tệp đã khớp", "Enter Enter");
    let sitting = guided(sitting, "Mọi tệp đã khớp", "Enter");
    let sitting = guided(sitting, "khóa kết quả", "Enter Enter");
    let sitting = guided(sitting, "chuyển máy lại cho thư ký", "Enter Enter Enter Enter");
    guided(sitting, "niêm phong, bàn giao phiếu", "Enter 'Đảng ủy Văn phòng UBND tỉnh' Ctrl-S F2")
}

fn closed() -> Sitting {
    let sitting = targets(bodies_and_reports());
    // the discussion, the superior's address, the reply
    let sitting = go_on(sitting, 4);
    let sitting = elected(sitting, "quang lam");
    let sitting = guided(sitting, "Ban kiểm phiếu", "Enter Enter 'van hai' Space 'thi cuc' Space Enter * Enter");
    let sitting = elected(go_on(counted(sitting), 1), "van phuc");
    let sitting = counted(guided(sitting, "F6", "Enter"));
    // the debut with its flowers, the resolution with its targets
    let sitting =
        go_on(sitting, 1).keys("Ctrl-K 'tang hoa' Enter Home * Enter Down Space Enter Enter 'trung cu' Ctrl-S F2");
    let sitting = go_on(sitting, 1).keys("Tab");
    let sitting = guided(sitting, "*: đưa ra và ghi nhất trí", "*");
    let sitting = guided(sitting, "sang «Thông qua nghị quyết»", "Enter *");
    let sitting = guided(sitting, "Xong việc của mục. F2", "");
    let sitting = go_on(sitting, 1);
    let sitting = guided(sitting, "F5: đọc lại", "F5 * F2");
    let sitting = guided(sitting, "kết thúc «Bế mạc", "Enter");
    guided(sitting, "F7 xem và xuất biên bản", "F7 Ctrl-S")
}

#[test]
fn a_small_cell_is_walked_from_the_form_to_the_closing() {
    let sitting = closed();
    let congress = &sitting.app.congress;
    assert!(congress.is_closed(), "{}", sitting.text(120, 40));
    assert!(matches!(sitting.effects.last(), Some(Effect::Export)), "{:?}", sitting.effects);
    for (office, name) in [(Office::Secretary, "Phạm Quang Lâm"), (Office::Deputy, "Nguyễn Văn Phúc")] {
        let election = congress.elections.iter().find(|election| election.office == office).unwrap();
        let elected = result::elected(congress, election).unwrap();
        let names: Vec<&str> = elected.iter().map(|person| congress.person(*person).unwrap().name.as_str()).collect();
        assert_eq!(names, [name]);
    }
    assert!(
        !congress.elections.iter().any(|election| election.office == Office::Committee),
        "two people are no chi ủy"
    );
    let paper = minutes::compose(congress).plain_text().replace('\u{a0}', " ");
    let facts = [
        "Chi bộ Trung tâm Phục vụ hành chính công Quảng Nam",
        "2022 – 2025",
        "Võ Văn Viên",
        "Lê Ngọc Quảng",
        "Ban Chấp hành Công đoàn",
        "10 đảng viên, nay còn 08",
        "nể nang, ngại va chạm",
        "Hoàn thành tốt nhiệm vụ trở lên",
        "15 %",
        "Phạm Quang Lâm",
        "Nguyễn Văn Phúc",
        "Tiết kiệm chi: 12.500.000 đồng",
        "Võ Văn Viên và đồng chí Lê Ngọc Quảng tặng hoa chúc mừng các đồng chí trúng cử",
    ];
    for fact in facts {
        assert!(paper.contains(fact), "«{fact}» is not in the minutes:\n{paper}");
    }
    assert!(missing::of(congress).len() < 6, "{:?}", missing::of(congress));
}

/// Everyone is appointed: no ballot at all, and the congress closes and locks.
#[test]
fn a_congress_that_elects_nobody_closes_from_the_form_alone() {
    let sitting = Sitting::starting(Shelf { folder: "/tmp/s3".into(), ..Shelf::default() });
    let sitting =
        sitting.keys("'dai hoi moi' Enter 'duoi 9' Enter 'Chi bộ Hoa Mai' Enter Tab Tab Tab Tab Tab Tab Tab Tab");
    let sitting = sitting.keys("'khong bau' Space Ctrl-S");
    assert!(sitting.app.congress.elections.is_empty(), "{}", sitting.text(120, 40));
    let mut sitting = sitting.keys("F3");
    for name in ["Phạm Quang Lâm", "Nguyễn Văn Phúc", "Trần Thị Mai"] {
        sitting = sitting.keys(&format!("Insert '{name}' Ctrl-S"));
    }
    let items = sitting.app.congress.items.len();
    let sitting = go_on(sitting.keys("Ctrl-A Enter"), items);
    assert!(sitting.app.congress.is_closed(), "{}", sitting.text(120, 40));
    let sitting = guided(sitting, "Ctrl-O xem việc còn mở", "Ctrl-O");
    let sitting = sitting.keys("Enter");
    assert!(sitting.app.congress.closing().is_some(), "{}", sitting.text(120, 40));
}
