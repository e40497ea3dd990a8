//! The demo from its first key to its last, and what its minutes say: every fact of the event that belongs there.

use crate::world::sitting::Sitting;
use daihoi::domain::figures::grouped;
use daihoi::import::demo;
use daihoi::papers::minutes;

/// Finishes the item under way and starts the next, so many times.
fn go_on(sitting: Sitting, items: usize) -> Sitting {
    sitting.keys("F2").keys(&"Enter Enter ".repeat(items))
}

fn gathered() -> Sitting {
    let sitting =
        Sitting::of(demo::changes(), demo::START).keys("Enter Tab Ctrl-A Enter Ctrl-G Space Space Space Space Space");
    // from the gathering over the colours and the introduction to the working bodies
    let sitting = go_on(sitting, 3).keys("Tab Enter 'tien si' Space 'ngoc diep' Space Enter *");
    let sitting = sitting
        .keys("Down Enter 'thu ha' Space Enter * Down Enter 'gia han' Space 'van loi' Space 'lan anh' Space Enter *");
    let sitting = go_on(sitting, 1).keys("Tab * Down *");
    // the opening address and the attendance report, then the two reports
    let sitting = go_on(sitting, 3).keys("Tab *");
    go_on(go_on(sitting, 1).keys("Tab *"), 1)
}

fn discussed() -> Sitting {
    let spoken = |sitting: Sitting, who: &str, kind: &str, subject: &str, text: &str| {
        let sitting = sitting.keys(&format!("Insert '{who}' Enter '{kind}' Enter '{subject}' Ctrl-S"));
        sitting.keys("Home Enter Tab Tab").keys(&format!("'{text}' Ctrl-S Esc Enter"))
    };
    let sitting = gathered().keys("F4");
    let sitting = spoken(
        sitting,
        "van thinh",
        "goi y",
        "Nội dung thảo luận",
        "Gợi ý thảo luận về công tác phát triển đảng viên.",
    );
    let sitting = spoken(sitting, "duc thanh", "nhan xet", "Văn kiện", "Nhận xét văn kiện chuẩn bị thẳng thắn.");
    let sitting = spoken(sitting, "duy an", "de nghi", "Chỉ tiêu", "Đề nghị điều chỉnh chỉ tiêu phát triển đảng viên.");
    let sitting = sitting.keys("F5 PageDown PageDown PageDown PageDown");
    sitting.keys("+ 'duy an' Enter 'từ 03 đồng chí trở lên' Enter *")
}

/// Walks the election whose item is under way from its number to the announcement, with the names the committee prepared.
fn elected(sitting: Sitting, ballots: &str) -> Sitting {
    let sitting = sitting.keys("Tab Enter * Enter Enter Enter * Enter");
    // base, box, issued, collected, reported, the laptop to the counters, one bundle handed out and taken
    let sitting = sitting.keys("Enter Enter Enter Enter '25' Ctrl-S Enter '25' Ctrl-S Enter Enter Enter Ctrl-S Enter");
    // handed in, read back, closed
    let sitting = sitting.keys(ballots).keys("Enter Enter Enter Enter Enter Enter Enter");
    // the laptop back, confirmed, announced, the ballots handed over
    sitting.keys("Enter Enter Enter Enter Enter 'Văn phòng Đảng ủy' Ctrl-S F2")
}

fn closed() -> Sitting {
    // the superior's address and the reply, then the committee, counted and announced
    let sitting = elected(go_on(discussed(), 3), "5 Enter 1 4 * 4 Enter 5 * Enter 2 5 Enter 2 *");
    let sitting = elected(go_on(sitting, 3), "1 Enter Enter 2 3 *");
    let sitting = elected(go_on(sitting, 1), "Enter 2 4 *");
    // the debut, the resolution, the minutes read back
    let sitting = go_on(sitting, 2).keys("Tab *");
    go_on(sitting, 1).keys("F5 * F2 Enter")
}

#[test]
fn an_announced_result_stays_in_sight_until_its_ballots_are_handed_over() {
    let sitting = go_on(discussed(), 3).keys("Tab Enter * Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("► Enter: đưa 06 đồng chí"), "the hand votes lead back to the nominations: {screen}");
    let sitting = sitting.keys("Enter Enter * Enter Enter Enter Enter Enter '25' Ctrl-S Enter '25' Ctrl-S Enter Enter");
    let sitting = sitting.keys("Enter Ctrl-S Enter 5 Enter 2 4 * Enter Enter Enter Enter Enter");
    let sitting = sitting.keys("Enter Enter Enter Enter Enter Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("niêm phong, bàn giao phiếu") || screen.contains("► Enter: niêm phong"), "{screen}");
    assert!(screen.contains("trúng cử: 25 phiếu, cần 13"), "{screen}");
    // once they are, the screen opens on the next election
    let screen = sitting.keys("Enter 'Văn phòng Đảng ủy' Ctrl-S").text(80, 24);
    assert!(screen.contains("╮╭ Bí thư nhiệm kỳ 2022 – 2025"), "{screen}");
}

#[test]
fn the_demo_runs_from_the_first_key_to_the_last() {
    let sitting = closed();
    assert!(sitting.app.congress.is_closed(), "{}", sitting.text(120, 40));
    let screen = sitting.text(120, 40);
    assert!(screen.contains("F7"), "the end says where the minutes are: {screen}");
    insta::assert_snapshot!(minutes::compose(&sitting.app.congress).plain_text());
}

#[test]
fn the_minutes_carry_every_fact_of_the_event() {
    let paper = minutes::compose(&closed().app.congress).plain_text().replace('\u{a0}', " ");
    let facts = [
        "lần thứ VII",
        "2022 – 2025",
        "2020 – 2022",
        "Lê Đức Thanh",
        "Mai Thị Hồng Hoa",
        "Nguyễn Duy An",
        "Vũ Nguyễn Quang Vinh",
        "Bùi Văn Thịnh",
        "342 suất quà",
        "152.500.000 đồng",
        "04 thánh đường",
        "20 hộ",
        "400 cháu × 250.000 đồng",
        "259 suất quà",
        "196.900.000 đồng",
        "1.081.478 hồ sơ",
        "86.635 hồ sơ",
        "47 thủ tục",
        "Hoàn thành xuất sắc nhiệm vụ",
        "Đồng chí Lê Tiến Sĩ (tái cử)",
        "cần bầu là 05 đồng chí",
        "thành “từ 03 đồng chí trở lên”",
    ];
    for fact in facts {
        assert!(paper.contains(fact), "«{fact}» is not in the minutes:\n{paper}");
    }
    assert!(paper.contains(&format!("{} đồng", grouped(6_684_957_552_i64))));
    let order = ["Đồng chí Bùi Văn Thịnh –", "Đồng chí Lê Đức Thanh –", "Đồng chí Nguyễn Duy An –"];
    let discussion = paper.split("THẢO LUẬN").nth(1).unwrap();
    let places: Vec<usize> = order.iter().map(|name| discussion.find(name).unwrap()).collect();
    assert!(places.is_sorted(), "speeches stand in the order in which they were made");
}
