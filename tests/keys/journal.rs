//! The journal screen, and changes told in one line.

use crate::world::cell;
use crate::world::sitting::Sitting;
use daihoi::app::effect::Effect;
use daihoi::app::telling::tell;
use daihoi::domain::attendance::Presence;
use daihoi::domain::election::ballot::{Defect, Marks};
use daihoi::domain::election::{Change as Election, KeyedBallot};
use daihoi::domain::id::{NoteId, PersonId, RoundId};
use daihoi::domain::notes::{Change as Notes, Note};
use daihoi::domain::{Change, Congress, Lang, Role};

fn morning() -> Sitting {
    Sitting::cell()
        .keys("F3 'an' Space 'lan' * 'Điều trị tại bệnh viện' Ctrl-S 'bich' - Ctrl-A Enter F2 Enter Enter F8")
}

#[test]
fn the_journal_lists_every_line_newest_last() {
    insta::assert_debug_snapshot!(morning().screen(80, 24));
}

#[test]
fn a_line_is_undone_by_name_and_struck_out() {
    let sitting = morning().keys("Up Up Up Delete");
    let asked = sitting.text(100, 30);
    assert!(asked.contains("Vắng: Trần Thị Bích (không lý do)?"), "{asked}");
    let sitting = sitting.keys("Enter");
    assert_eq!(sitting.app.congress.presence(PersonId(2)), None);
    insta::assert_debug_snapshot!(sitting.screen(120, 40));
    // it is not undone twice, and an undoing is not undone
    let again = sitting.keys("Delete").text(100, 30);
    assert!(again.contains("Dòng này đã hoàn tác"), "{again}");
}

#[test]
fn undoing_what_later_lines_rest_on_is_refused_with_the_line() {
    let sitting = Sitting::cell().keys("F3 'an' Space 'an' / F8 Up Ctrl-Z Enter");
    let screen = sitting.text(100, 30);
    assert!(screen.contains("Không hoàn tác được"), "{screen}");
    assert_eq!(sitting.app.congress.presence(PersonId(1)), Some(Presence::Left));
    // the founding stands for ever
    let founding = sitting.keys("Enter Home Delete").text(100, 30);
    assert!(founding.contains("Không hoàn tác được dòng lập tệp"), "{founding}");
}

#[test]
fn a_line_is_shown_whole_and_scrolls() {
    let sitting = Sitting::cell().keys("F8 Home Enter");
    let screen = sitting.text(80, 24);
    assert!(screen.contains("\"founded\": {") && screen.contains("20/11/2026 08:00:00 · Thư ký"), "{screen}");
    let sitting = sitting.keys("PageDown PageDown PageDown");
    let end = sitting.text(80, 24);
    assert!(end.lines().any(|line| line.starts_with("│ }")), "{end}");
    // scrolling past the end costs no key on the way back
    assert_ne!(sitting.keys("Up").text(80, 24), end);
    let closed = Sitting::cell().keys("F8 Home Enter Esc").text(80, 24);
    assert!(closed.contains("Nhật ký: "), "{closed}");
}

#[test]
fn older_lines_are_asked_for_and_joined_on_top() {
    let mut sitting = Sitting::cell();
    let all = sitting.app.entries.clone();
    sitting.app.entries.drain(..5);
    let mut sitting = sitting.keys("F8 Home");
    let asked = sitting.effects.iter().filter(|effect| matches!(effect, Effect::ReadJournal(6))).count();
    assert_eq!(asked, 2, "once when the screen opens with few lines, once at the top");
    sitting.app.older(all[..5].to_vec());
    assert_eq!(sitting.app.entries, all);
    // what came twice is in memory once, and nothing is left to ask for
    sitting.app.older(all[..5].to_vec());
    assert_eq!(sitting.app.entries, all);
    let sitting = sitting.keys("Home");
    assert!(!sitting.effects.iter().skip(2).any(|effect| matches!(effect, Effect::ReadJournal(_))));
}

#[test]
fn of_very_many_lines_the_newest_are_held_and_a_reader_keeps_theirs() {
    let note = |id| {
        let note = Note { id: NoteId(id), item: None, speech: None, at: cell::at(9, 0), text: "ghi".to_owned() };
        Change::Notes(Notes::Written(note))
    };
    let sitting = Sitting::cell().given(Role::Secretary, (1..=4_500).map(note));
    let (held, last) = (sitting.app.entries.len(), sitting.lines.len() as u64);
    assert!((2_000..=4_000).contains(&held), "{held}");
    assert_eq!(sitting.app.entries.last().unwrap().number, last);
    let first = sitting.app.entries[0].number;
    assert_eq!(sitting.app.entries, sitting.lines[usize::try_from(first).unwrap() - 1..], "none is left out between");
    let reading = sitting.keys("F8").given(Role::Secretary, (4_501..=7_000).map(note));
    assert_eq!(reading.app.entries[0].number, first);
    let reading = reading.keys("Home");
    assert!(matches!(reading.effects.last(), Some(Effect::ReadJournal(before)) if *before == first));
}

fn ballot() -> KeyedBallot {
    KeyedBallot {
        round: RoundId(1),
        bundle: 1,
        keying: 1,
        number: 12,
        times: 3,
        marks: Marks::Struck(vec![7]),
        defect: Some(Defect::Signed),
        set_aside: false,
    }
}

#[test]
fn no_mark_of_a_ballot_is_told_or_shown() {
    let mut sitting = Sitting::cell();
    let change = Change::Election(Election::BallotKeyed(ballot()));
    assert_eq!(tell(&change, &sitting.app.congress, Lang::Vi), "Nhập phiếu 12 (×3)");
    let mut line = sitting.lines[0].clone();
    (line.number, line.change) = (100, change);
    sitting.app.entries.push(line);
    let screen = sitting.keys("F8 Enter").text(120, 40);
    assert!(screen.contains("\"times\": 3"), "{screen}");
    assert!(!screen.contains("struck") && !screen.contains("signed") && !screen.contains("defect"), "{screen}");
}

/// Changes of every kind; those of the sample world name things that are in it.
const SAID: &str = r#"
{"people":{"replaced":{"absent":1,"by":2}}}
{"people":{"corrected":{"id":3,"name":"Lê Hoàng Dũng"}}}
{"guests":{"came":{"guest":1,"at":"2026-11-20T08:00:00"}}}
{"agenda":{"rewritten":{"item":6,"title":"Thảo luận, tham luận","minutes":40,"script":""}}}
{"agenda":{"reordered":{"session":1,"order":[]}}}
{"agenda":{"started":{"item":6,"at":"2026-11-20T08:00:00"}}}
{"agenda":{"finished":{"item":6,"at":"2026-11-20T08:00:00"}}}
{"agenda":{"skipped":{"item":6,"at":"2026-11-20T08:00:00","reason":"Không kịp thời gian"}}}
{"agenda":{"reopened":{"item":6,"at":"2026-11-20T08:00:00","reason":"Thêm ý kiến"}}}
{"attendance":{"arrived":{"session":1,"people":[1,2,3,4,5],"at":"2026-11-20T08:00:00"}}}
{"attendance":{"left":{"session":1,"person":4,"at":"2026-11-20T09:10:00"}}}
{"attendance":{"marked_absent":{"session":1,"person":8,"at":"2026-11-20T08:00:00","reason":"Điều trị tại bệnh viện"}}}
{"attendance":{"marked_absent":{"session":1,"person":9,"at":"2026-11-20T08:00:00"}}}
{"attendance":{"excuse_decided":{"id":8,"accepted":true,"ground":"Chi ủy"}}}
{"bodies":{"proposed":{"id":1,"kind":"presidium","members":[1]}}}
{"bodies":{"proposed":{"id":2,"kind":"counting","members":[7,8,9]}}}
{"floor":{"registered":{"id":1,"speaker":{"person":6}}}}
{"floor":{"registered":{"id":2,"speaker":{"guest":2}}}}
{"floor":{"called":{"speech":1,"at":"2026-11-20T09:00:00"}}}
{"floor":{"extended":{"speech":1,"minutes":5}}}
{"floor":{"ended":{"speech":1,"at":"2026-11-20T09:10:00"}}}
{"floor":{"withdrawn":{"speech":2}}}
{"floor":{"written":{"speech":1,"kind":"floor","subject":"","raw":"","minutes":"Nhất trí"}}}
{"notes":{"written":{"id":1,"at":"2026-11-20T08:20:00","text":"Hội trường còn thiếu ghế"}}}
{"notes":{"corrected":{"note":1,"text":"Hội trường đã đủ ghế"}}}
{"notes":{"drafted":{"role":"secretary","desk":0,"text":"đồng chí Hạnh đề ngh"}}}
{"notes":{"drafted":{"role":"secretary","desk":0,"text":""}}}
{"motions":{"put":{"id":1,"subject":"programme","text":"Thông qua chương trình đại hội"}}}
{"motions":{"voted":{"motion":1,"at":"2026-11-20T08:30:00","count":"unanimous"}}}
{"motions":{"voted":{"motion":1,"at":"2026-11-20T08:30:00","count":{"counted":{"agree":9,"disagree":1,"other":0}}}}}
{"targets":{"proposed":{"id":1,"text":"Kết nạp đảng viên mới","proposed":"01 đồng chí"}}}
{"targets":{"amendment_asked":{"target":1,"by":{"guest":1},"value":"02 đồng chí trở lên"}}}
{"reports":{"entered":{"id":1,"title":"Báo cáo tổng kết nhiệm kỳ 2023 – 2026"}}}
{"reports":{"fact_stated":{"id":1,"text":"Giải quyết","figures":[{"count":{"number":1250,"unit":"hồ sơ"}}]}}}
{"election":{"called":{"id":1,"office":"committee","title":"Chi ủy nhiệm kỳ 2026 – 2029"}}}
{"election":{"nominated":{"election":1,"person":5}}}
{"election":{"withdrawal_asked":{"election":1,"person":5,"reason":"Sức khỏe"}}}
{"election":{"base_confirmed":{"round":1,"election":1,"kind":"first","base":{"total":10,"deducted":[],"value":10},"at":"2026-11-20T09:30:00"}}}
{"election":{"box_sealed":{"round":1,"at":"2026-11-20T09:35:00"}}}
{"election":{"issued":{"round":1,"issued":9,"at":"2026-11-20T09:40:00"}}}
{"election":{"collected":{"round":1,"collected":9,"at":"2026-11-20T09:50:00"}}}
{"election":{"annulled":{"round":1,"collected":10,"at":"2026-11-20T09:50:00"}}}
{"election":{"reported":{"round":1,"at":"2026-11-20T09:52:00"}}}
{"election":{"count_closed":{"round":1,"at":"2026-11-20T10:00:00"}}}
{"election":{"result_confirmed":{"round":1,"at":"2026-11-20T10:02:00"}}}
{"election":{"announced":{"round":1,"at":"2026-11-20T10:05:00"}}}
{"election":{"handed_over":{"round":1,"to":"Văn phòng Đảng ủy","at":"2026-11-20T10:30:00"}}}
{"election":{"result_stated":{"election":1,"elected":[1,2,3]}}}
{"minutes":{"reworded":{"key":"minutes/opening.1","original":"","text":"Đại hội khai mạc trọng thể"}}}
{"minutes":{"reworded":{"key":"minutes/opening.1","original":""}}}
{"decisions":{"taken":{"id":1,"matter":"other","text":"Chủ tọa cho nghỉ giải lao","at":"2026-11-20T10:00:00"}}}
{"decisions":{"taken":{"id":2,"matter":{"further_round":1},"text":"Đại hội nhất trí","at":"2026-11-20T10:10:00"}}}
{"undone":{"number":7}}
"#;

/// The sample world with one of each thing the changes above speak of, put in without judging: telling asks no rule.
fn told(lang: Lang) -> Vec<String> {
    let mut congress: Congress = Sitting::cell().app.congress;
    let mut told: Vec<String> = cell::changes().iter().map(|change| tell(change, &congress, lang)).collect();
    for line in SAID.lines().filter(|line| !line.is_empty()) {
        let change: Change = serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        if !matches!(change, Change::People(_)) {
            congress.apply(&change);
        }
        told.push(tell(&change, &congress, lang));
    }
    told
}

#[test]
fn every_kind_of_change_is_told_by_name() {
    let told = told(Lang::Vi);
    for line in &told {
        assert!(!line.contains("số 1") && !line.contains(['{', '}', '\n']), "{line}");
        assert!(line.chars().count() <= 150, "too long for a line: {line}");
    }
    insta::assert_debug_snapshot!(told);
}

#[test]
fn every_kind_of_change_is_told_in_english_too() {
    let told = told(Lang::En);
    assert!(told.iter().all(|line| !line.contains("number 1")));
    insta::assert_debug_snapshot!(told);
}

#[test]
fn every_size_is_drawn() {
    for keys in ["F8", "F8 Home Enter", "F8 Up Delete"] {
        morning().given(Role::Secretary, []).keys(keys).at_every_size();
    }
}
