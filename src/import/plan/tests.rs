//! Plans: the fixtures of the five events that are congresses of cells, and faults with their places.

use super::*;
use crate::domain::agenda::{ItemKind, SessionKind};
use crate::domain::election::Office;
use crate::domain::figures::roman;
use crate::domain::guests::Part;
use crate::domain::id::{ElectionId, ItemId, PersonId};
use crate::domain::meeting::{Kind, Roster};
use crate::domain::people::Standing;
use crate::domain::reports::Figure;
use crate::domain::{Congress, Role};
use crate::papers::script::fill;
use proptest::prelude::{prop_assert, proptest};

/// The folders of plans: the example of the README, and the five real events.
fn directories() -> [PathBuf; 2] {
    ["plans", "events"].map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name))
}

/// The congress that changes found, each judged as the store will judge it.
fn founded(changes: &[Change]) -> Congress {
    let mut congress = Congress::default();
    for change in changes {
        congress.judge(Role::Secretary.into(), change).unwrap();
        change.canonical().unwrap();
        congress.apply(change);
    }
    congress
}

fn event(name: &str) -> Congress {
    let [_, events] = directories();
    planned(&events.join(name))
}

fn planned(folder: &Path) -> Congress {
    let plan = load(&folder.join("plan.toml")).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(plan.warnings, Vec::<String>::new());
    founded(&plan.changes)
}

fn figures(congress: &Congress) -> Vec<String> {
    congress.facts.iter().flat_map(|fact| fact.figures.iter().map(Figure::printed)).collect()
}

/// A plan that is sound, for tests that spoil it.
const SOUND: &str = r#"[congress]
kind = "cell"
unit = "Chi bộ 1"
superior = "Đảng ủy"

[[session]]
date = 2026-03-01

[[person]]
name = "Lê Văn An"

[[person]]
name = "Trần Thị Bình"
standing = "probationary"

[[election]]
office = "secretary"
title = "Bí thư"
prepared = ["Lê Văn An"]
"#;

fn faults(text: &str) -> Vec<(usize, usize, String)> {
    let faults = read(text, Vec::new()).unwrap_err().faults;
    faults.into_iter().map(|fault| (fault.line, fault.column, format!("{} {}", fault.what, fault.remedy))).collect()
}

/// The only fault of the sound plan after one replacement.
fn fault(from: &str, to: &str) -> (usize, usize, String) {
    assert!(SOUND.contains(from), "{from}");
    let mut faults = faults(&SOUND.replacen(from, to, 1));
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.remove(0)
}

#[test]
fn every_plan_of_the_fixtures_founds_a_congress() {
    let mut plans = 0;
    for entry in directories().iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()) {
        let name = entry.unwrap().path();
        let congress = planned(&name);
        let offices: Vec<_> = congress.elections.iter().map(|election| election.item).collect();
        assert!(!offices.contains(&None), "every election has its item: {name:?}");
        for item in congress.items.iter() {
            assert!(!fill(&congress, &item.script).contains('{'), "{}", item.title);
        }
        plans += 1;
    }
    assert!(plans >= 4);
}

#[test]
fn s0_has_every_published_fact_and_no_count() {
    let congress = event("s0");
    let meeting = congress.meeting();
    assert_eq!((meeting.kind, meeting.roster, meeting.ordinal), (Kind::Cell, Roster::NamedOnly, None));
    assert_eq!(meeting.superior, "Đảng ủy Cơ quan chính quyền thành phố Móng Cái");
    assert_eq!(congress.full_members(), None);
    let decisions: Vec<_> =
        meeting.about.founded.iter().map(|one| (one.number.as_deref(), one.date.as_deref())).collect();
    let expected = [(Some("1649/QĐ-UBND"), Some("29/6/2013")), (Some("13-QĐ/ĐU"), Some("15/5/2014"))];
    assert_eq!(decisions, expected);
    assert!(meeting.about.theme.as_deref().is_some_and(|theme| theme.contains("Chi bộ 4 tốt")));
    let guest = congress.guests.iter().next().unwrap();
    assert_eq!((guest.name.as_deref(), guest.offices.len(), guest.superior), (Some("Dương Thị Huệ"), 3, true));
    assert_eq!(guest.parts, [Part::Attends, Part::Congratulates]);
    assert_eq!(figures(&congress), ["2/13", "3/13", "4/13", "6/13"]);
    let shared = congress.facts.iter().find(|fact| fact.figures == [Figure::Pair { a: 6, b: 13 }]).unwrap();
    assert!(shared.text.contains("DDCI") && shared.text.contains("SIPAS"));
    let offices: Vec<_> = congress.elections.iter().map(|election| (election.office, election.seats)).collect();
    assert_eq!(offices, [(Office::Committee, None), (Office::Secretary, Some(1))]);
    assert_eq!(congress.people.get(&PersonId(1)).unwrap().incumbent.as_deref(), Some("Bí thư"));
    assert_eq!(fill(&congress, "{present}/{summoned}"), "(không nêu)/(không nêu)");
}

#[test]
fn s1_has_every_published_fact() {
    let congress = event("s1");
    let meeting = congress.meeting();
    assert_eq!(meeting.ordinal.map(|ordinal| roman(u32::from(ordinal))).as_deref(), Some("VII"));
    assert_eq!(meeting.about.previous_term.map(|term| (term.from, term.to)), Some((2020, 2022)));
    let guests: Vec<_> = congress.guests.iter().map(crate::domain::guests::Guest::label).collect();
    let expected = ["Lê Đức Thanh", "Mai Thị Hồng Hoa", "Nguyễn Duy An", "Vũ Nguyễn Quang Vinh", "Bùi Văn Thịnh"];
    assert_eq!(guests, expected);
    let printed = [
        "6.684.957.552 đồng",
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
        "100 %",
    ];
    assert_eq!(figures(&congress), printed);
    assert!(congress.facts.iter().any(|fact| fact.text.contains("Hoàn thành xuất sắc nhiệm vụ")));
    assert!(meeting.about.remark.as_deref().is_some_and(|remark| remark.contains("không phải số liệu thật")));
    let counted = |standing| congress.people.iter().filter(|person| person.standing == standing).count();
    let standings = [Standing::Full, Standing::Probationary, Standing::Exempted].map(counted);
    assert_eq!(standings, [25, 2, 1]);
    let committee = congress.committee_election().unwrap();
    assert_eq!(committee.seats, Some(5));
    let script = fill(&congress, &congress.item(committee.item.unwrap()).unwrap().script);
    assert!(script.contains("06 đồng chí: Trần Quốc Bảo, Nguyễn Thị Ngọc Diệp, Phạm Thị Thu Hà"), "{script}");
    assert_eq!(congress.elections.len(), 3);
    assert_eq!(congress.targets.len(), 3);
    assert_eq!(congress.whole_agenda().first().map(|item| item.kind), Some(ItemKind::Gathering));
    assert_eq!(congress.whole_agenda().last().map(|item| item.kind), Some(ItemKind::Closing));
}

#[test]
fn s3_is_a_cell_without_a_committee() {
    let congress = event("s3");
    assert_eq!(congress.full_members(), Some(8));
    assert!(congress.committee_election().is_none());
    let session = congress.session_now().unwrap();
    assert_eq!((session.part_of_day.as_deref(), session.starts), (Some("Chiều"), None));
    let about = &congress.meeting().about;
    assert_eq!(about.outgoing.as_deref(), Some("03 đồng chí (01 Bí thư, 01 Phó Bí thư, 01 Ủy viên)"));
    assert_eq!(about.founded[0].date.as_deref(), Some("14/5/2021"));
    let groups = congress.guests.iter().filter(|guest| guest.name.is_none()).count();
    let flowers = congress.guests.iter().filter(|guest| guest.parts.contains(&Part::GivesFlowers)).count();
    assert_eq!((congress.guests.len(), groups, flowers), (5, 3, 2));
    let values: Vec<_> = congress.targets.iter().map(|target| target.proposed.as_str()).collect();
    assert_eq!(values[..3], ["Hoàn thành tốt nhiệm vụ trở lên", "100 %", "15 %"]);
    assert_eq!(figures(&congress), ["10 đảng viên", "08 đảng viên", "03 đồng chí"]);
    let titles: Vec<_> = congress.whole_agenda().iter().map(|item| item.title.clone()).collect();
    assert!(
        titles.contains(&"Bầu Bí thư".to_owned()) && !titles.iter().any(|title| title.contains("chi ủy")),
        "{titles:?}"
    );
}

#[test]
fn a_short_plan_gets_the_typical_programme() {
    let congress = founded(&read(SOUND, Vec::new()).unwrap());
    let secretary = congress.elections.get(&ElectionId(1)).unwrap();
    let item = congress.item(secretary.item.unwrap()).unwrap();
    assert_eq!(item.title, "Bầu Bí thư");
    let script = fill(&congress, &item.script);
    assert!(script.contains("trước giới thiệu 01 đồng chí: Lê Văn An."), "{script}");
    assert!(!congress.items.iter().any(|item| item.title == "Bầu Phó Bí thư"), "no deputy is elected");
    assert_eq!(congress.meeting().regulation, "190-QĐ/TW");
}

#[test]
fn a_congress_of_delegates_nominates_at_once() {
    let text = r#"
[congress]
kind = "delegates"
unit = "Đảng bộ phường 1"

[[session]]
kind = "preparatory"
date = 2026-03-01

[[session]]
date = 2026-03-02
starts = 08:00:00

[[person]]
name = "Lê Văn An"
origin = "elected"

[[person]]
name = "Trần Thị Bình"
origin = "ex_officio"
born = "1/5/1980"

[[election]]
office = "delegates"
title = "Đoàn đại biểu"
seats = 1
item = 17
prepared = ["Trần Thị Bình", "Lê Văn An"]

[[report]]
title = "Báo cáo chính trị"
item = "Báo cáo chính trị"
reader = { name = "Đỗ Cường", office = "Phó Bí thư" }
"#;
    let congress = founded(&read(text, Vec::new()).unwrap_or_else(|faults| panic!("{faults}")));
    assert_eq!(congress.elections.get(&ElectionId(1)).unwrap().prepared, [PersonId(2), PersonId(1)]);
    assert!(congress.candidates.is_empty(), "nobody is nominated before the congress sits");
    let script = fill(&congress, &congress.item(ItemId(17)).unwrap().script);
    assert!(script.contains("02 đồng chí: Lê Văn An và Trần Thị Bình"), "{script}");
    assert_eq!(congress.item(ItemId(17)).unwrap().title, "Bầu đại biểu dự đại hội cấp trên");
    let kinds: Vec<_> = congress.sessions_in_order().map(|session| session.kind).collect();
    assert_eq!(kinds, [SessionKind::Preparatory, SessionKind::Official]);
    let bodies = congress.whole_agenda().into_iter().filter(|item| item.kind == ItemKind::Bodies).count();
    assert_eq!(bodies, 1, "the bodies are elected in the preparatory session only");
}

#[test]
fn unknown_keys_and_words_are_refused_where_they_stand() {
    let (line, column, text) = fault("superior = \"Đảng ủy\"", "superio = \"Đảng ủy\"");
    assert_eq!((line, column), (4, 1));
    assert!(
        text.contains("«superio»") && text.contains("Có phải «superior»?") && text.contains("roster_scope"),
        "{text}"
    );
    let (line, column, text) = fault("kind = \"cell\"", "kind = \"sell\"");
    assert_eq!((line, column), (2, 8));
    assert!(text.contains("cell, members, delegates, review"), "{text}");
    let (line, _, text) = fault("title = \"Bí thư\"", "title = \"Bí thư\"\nseat = 1");
    assert_eq!(line, 19);
    assert!(text.contains("[[election]]") && text.contains("seats"), "{text}");
    let (line, _, text) = fault("[congress]", "rooster = \"a.csv\"\n[congress]");
    assert_eq!(line, 1);
    assert!(text.contains("Có phải «roster»?"), "{text}");
}

#[test]
fn names_that_nobody_bears_are_refused_with_near_ones() {
    let (line, column, text) = fault("prepared = [\"Lê Văn An\"]", "prepared = [\"Lê Văn Ân\"]");
    assert_eq!((line, column), (19, 13));
    assert!(text.contains("Có phải: Lê Văn An?"), "{text}");
    let report = "[[report]]\ntitle = \"Báo cáo\"\nreader = \"Trần Bình\"\n";
    let found = faults(&format!("{SOUND}\n{report}"));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].0, found[0].1), (23, 10));
    let twice = format!("{SOUND}\n[[person]]\nname = \"Lê Văn An\"\n");
    assert!(faults(&twice)[0].2.contains("Lê Văn An #1"));
    assert!(read(&twice.replace("prepared = [\"Lê Văn An\"]", "prepared = [\"Lê Văn An #3\"]"), Vec::new()).is_ok());
}

#[test]
fn what_the_domain_refuses_is_told_where_it_stands() {
    let (line, column, text) = fault("prepared = [\"Lê Văn An\"]", "prepared = [\"Trần Thị Bình\"]");
    assert_eq!((line, column), (19, 13));
    assert!(text.contains("đảng viên dự bị, không có quyền ứng cử") && text.contains("(Điều lệ Đảng.)"), "{text}");
    let (line, _, text) = fault("office = \"secretary\"", "office = \"committee\"");
    assert_eq!(line, 16);
    assert!(text.contains("không bầu chi ủy"), "{text}");
    let (line, _, text) = fault("superior = \"Đảng ủy\"", "regulation = \"04-HD/TW\"");
    assert_eq!(line, 1);
    assert!(text.contains("04-HD/TW"), "{text}");
    let (line, _, text) = fault("standing = \"probationary\"", "origin = \"elected\"");
    assert_eq!(line, 12);
    assert!(text.contains("đại hội đảng viên"), "{text}");
    let (line, _, _) = fault("superior = \"Đảng ủy\"", "term = [2025, 2022]");
    assert_eq!(line, 1);
}

#[test]
fn agendas_that_cannot_be_run_are_refused() {
    let item = "[[session.item]]\ntitle = \"Thảo luận\"\nkind = \"discussion\"\n";
    let (line, _, text) = fault("date = 2026-03-01\n", &format!("date = 2026-03-01\n{item}"));
    assert_eq!(line, 6);
    assert!(text.contains("closing"), "{text}");
    let closing = "[[session.item]]\ntitle = \"Bế mạc\"\nkind = \"closing\"\nscript = \"Có mặt {presen}.\"\n";
    let (line, _, text) = fault("date = 2026-03-01\n", &format!("date = 2026-03-01\n{closing}"));
    assert_eq!(line, 8);
    assert!(text.contains("{presen}") && text.contains("present"), "{text}");
    let (line, _, text) = fault("date = 2026-03-01", "date = \"31/2/2026\"");
    assert_eq!(line, 7);
    assert!(text.contains("28/9/2022"), "{text}");
    let (_, _, text) = fault("[[session]]\ndate = 2026-03-01\n", "");
    assert!(text.contains("[[session]]"), "{text}");
    let (line, _, text) = fault("prepared = [", "item = \"Bầu Bi thư\"\nprepared = [");
    assert_eq!(line, 19);
    assert!(text.contains("Có: Bầu Bí thư"), "{text}");
}

#[test]
fn several_faults_are_told_at_once_in_their_order() {
    let text = SOUND.replace("\"cell\"", "3").replace("2026-03-01", "\"x\"").replace("standing", "standin");
    let found = faults(&text);
    assert!(found.len() == 1, "without a kind the rest cannot be judged: {found:?}");
    let text = SOUND.replace("superior", "superio").replace("2026-03-01", "\"x\"").replace("standing", "standin");
    let lines: Vec<usize> = faults(&text).into_iter().map(|(line, _, _)| line).collect();
    assert_eq!(lines, [4, 7, 14]);
    let error = read(&text, Vec::new()).unwrap_err();
    assert!(error.to_string().contains("kế hoạch:7:8:"), "{error}");
    let broken = faults("[congress]\nunit = \"x\nkind = 1\n");
    assert!(broken.iter().all(|(line, _, text)| *line == 2 && text.contains("TOML")), "{broken:?}");
}

#[test]
fn a_roster_must_be_somewhere_and_in_one_place() {
    let (line, _, text) = fault(
        "[[person]]\nname = \"Lê Văn An\"\n\n[[person]]\nname = \"Trần Thị Bình\"\nstanding = \"probationary\"\n\n[[election]]\noffice = \"secretary\"\ntitle = \"Bí thư\"\nprepared = [\"Lê Văn An\"]\n",
        "",
    );
    assert_eq!(line, 1);
    assert!(text.contains("named_only"), "{text}");
    let roster = crate::import::roster::read_csv("a.csv", "Họ và tên\nLê Văn An\n".as_bytes()).unwrap();
    let error = read(SOUND, roster.people).unwrap_err();
    assert!(error.faults.iter().any(|fault| fault.what.contains("[[person]]")), "{error}");
}

#[test]
fn a_roster_beside_the_plan_is_found() {
    let directory = tempfile::tempdir().unwrap();
    let plan = directory.path().join("dai-hoi.toml");
    let text = "[congress]\nkind = \"cell\"\nunit = \"Chi bộ 1\"\n[[session]]\ndate = 2026-03-01\n";
    std::fs::write(&plan, format!("\u{feff}{text}")).unwrap();
    let error = load(&plan).unwrap_err().to_string();
    assert!(error.contains("dai-hoi.toml:1:1:") && error.contains("danh-sach.csv"), "{error}");
    std::fs::write(plan.with_extension("csv"), "Họ và tên;Số ghế\nLê Văn An;\n").unwrap();
    let read = load(&plan).unwrap();
    assert_eq!(founded(&read.changes).people.len(), 1);
    assert_eq!(read.warnings, ["Cột không dùng đến: Số ghế."]);
    std::fs::write(&plan, format!("roster = \"khac.csv\"\n{text}")).unwrap();
    assert!(matches!(load(&plan), Err(PlanError::Roster(RosterError::File { .. }))));
    assert!(matches!(load(&directory.path().join("x.toml")), Err(PlanError::File { .. })));
}
proptest! {
    #[test]
    fn a_spoiled_plan_is_read_or_refused_inside_its_text(at in 0..SOUND.chars().count(), cut in 0..20usize, put in "[a-zđ\"\\[\\]=#\n]{0,4}") {
        let text: String = SOUND.chars().take(at).chain(put.chars()).chain(SOUND.chars().skip(at + cut)).collect();
        if let Err(error) = read(&text, Vec::new()) {
            prop_assert!(error.faults.iter().all(|fault| fault.line <= text.matches('\n').count() + 1));
            prop_assert!(error.faults.is_sorted_by_key(|fault| fault.line));
        }
    }
}
