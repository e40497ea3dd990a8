//! The whole dossier of a congress of 300 delegates, written by us and by what an office would take instead, in one run: our DOCX
//! against pandoc's from our Markdown, our PDF against LibreOffice's from our DOCX. `cargo bench --bench papers`.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench that meets what it does not expect stops")]

use chrono::{NaiveDate, NaiveDateTime};
use daihoi::domain::agenda::{Change as Agenda, Item, ItemKind, Session, SessionKind};
use daihoi::domain::attendance::Change as Attendance;
use daihoi::domain::bodies::{Body, BodyKind, Change as Bodies};
use daihoi::domain::election::ballot::Marks;
use daihoi::domain::election::list::Voters;
use daihoi::domain::election::{Candidate, Change as Elections, Election, KeyedBallot, Office, RoundKind, base};
use daihoi::domain::floor::{Change as Floor, Speaker, Speech, SpeechKind};
use daihoi::domain::id::{BodyId, ElectionId, ItemId, MotionId, PersonId, RoundId, SessionId, SpeechId};
use daihoi::domain::meeting::{Change as Meetings, Kind, Meeting, Term};
use daihoi::domain::motions::{Change as Motions, Count, Motion, Subject};
use daihoi::domain::people::{Change as People, Origin, Person, Record, Sex, Standing};
use daihoi::domain::{Change, Congress};
use daihoi::export::{Format, export};
use daihoi::papers::PaperName;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

const DELEGATES: u32 = 300;
const SPEECHES: u32 = 24;
const ITEM: ItemId = ItemId(1);
const SESSION: SessionId = SessionId(1);

fn main() {
    let congress = congress();
    let dir = tempfile::tempdir().expect("a folder");
    let papers = PaperName::all(&congress);
    let markdown = files(&export(&congress, &dir.path().join("md"), &papers, &[Format::Markdown]).expect("written"));
    let words: usize =
        markdown.iter().map(|file| std::fs::read_to_string(file).unwrap().split_whitespace().count()).sum();
    println!("the dossier: {} papers, {words} words, {DELEGATES} delegates", markdown.len());
    let ours = |format: Format, name: &str| {
        let begun = Instant::now();
        let written = export(&congress, &dir.path().join(name), &papers, &[format]).expect("written");
        (begun.elapsed(), files(&written))
    };
    let (docx, documents) = ours(Format::Docx, "docx");
    let (pdf, _) = ours(Format::Pdf, "pdf");
    let pandoc = timed("pandoc", "pandoc", |pandoc| {
        for file in &markdown {
            let mut command = Command::new(&pandoc);
            run(command.args(["-f", "gfm", "-o"]).arg(file.with_extension("docx")).arg(file));
        }
    });
    told("DOCX", docx, "pandoc", pandoc, 10);
    let profile = format!("-env:UserInstallation=file://{}", dir.path().join("profile").display());
    let office = timed("soffice", "LibreOffice", |soffice| {
        // one start for all of them, which is the kindest to it
        let mut command = Command::new(soffice);
        command.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(dir.path().join("theirs"));
        run(command.args(&documents));
    });
    told("PDF", pdf, "LibreOffice", office, 3);
}

fn files(written: &[PathBuf]) -> Vec<PathBuf> {
    let own = |file: &&PathBuf| file.file_stem().is_none_or(|name| name != "dai-hoi");
    written.iter().filter(own).cloned().collect()
}

/// Times another program; says so and gives nothing where it is missing.
fn timed(command: &str, name: &str, work: impl FnOnce(PathBuf)) -> Option<Duration> {
    let path = std::env::var_os("PATH")?;
    let Some(program) = std::env::split_paths(&path).map(|dir| dir.join(command)).find(|file| file.is_file()) else {
        println!("skipped: {name} ({command}) is not installed");
        return None;
    };
    let begun = Instant::now();
    work(program);
    Some(begun.elapsed())
}

fn run(command: &mut Command) {
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn told(format: &str, ours: Duration, name: &str, theirs: Option<Duration>, goal: u32) {
    let seconds = |took: Duration| took.as_secs_f64();
    match theirs {
        Some(theirs) => println!(
            "{format:<5} ours {:>8.3} s   {name} {:>8.3} s   ratio {:>6.1} (goal {goal})",
            seconds(ours),
            seconds(theirs),
            seconds(theirs) / seconds(ours)
        ),
        None => println!("{format:<5} ours {:>8.3} s", seconds(ours)),
    }
}

fn at(minutes: u32) -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2025, 8, 5).unwrap();
    day.and_hms_opt(7 + minutes / 60, minutes % 60, 0).unwrap()
}

/// A congress of delegates that was held: speeches, bodies, hand votes, four elections with every ballot keyed.
fn congress() -> Congress {
    let mut congress = Congress::default();
    let mut does = |change: Change| congress.apply(&change);
    does(Change::Meeting(Meetings::Founded(meeting())));
    does(Change::People(People::Enrolled { people: (1..=DELEGATES).map(delegate).collect() }));
    let session = Session {
        id: SESSION,
        kind: SessionKind::Official,
        date: at(0).date(),
        starts: Some(at(0).time()),
        part_of_day: None,
        opened_at: Some(at(30)),
        closed_at: None,
    };
    does(Change::Agenda(Agenda::SessionCalled(session)));
    does(Change::Agenda(Agenda::Added(item(1, ItemKind::Discussion, "Thảo luận, tham luận"))));
    does(Change::Agenda(Agenda::Added(item(2, ItemKind::Closing, "Bế mạc"))));
    does(Change::Agenda(Agenda::Started { item: ITEM, at: at(30) }));
    let people = (1..=DELEGATES - 4).map(PersonId).collect();
    does(Change::Attendance(Attendance::Arrived { session: SESSION, people, at: at(20) }));
    for (id, kind, members) in [
        (1, BodyKind::Presidium, 5),
        (2, BodyKind::Secretariat, 3),
        (3, BodyKind::Credentials, 5),
        (4, BodyKind::Counting, 9),
    ] {
        let members = (200 + id * 10..200 + id * 10 + members).map(PersonId).collect();
        let id = BodyId(id);
        does(Change::Bodies(Bodies::Proposed(Body { id, kind, election: None, members, elected_by: None })));
        votes(&mut does, id.0, Subject::Body(id));
    }
    (1..=SPEECHES).for_each(|id| speaks(&mut does, id));
    let elections = [
        (Office::Committee, "Ban Chấp hành Đảng bộ thành phố khóa XII", 39_u16, 45_u16),
        (Office::Inspection, "Ủy ban Kiểm tra Thành ủy", 11, 14),
        (Office::Secretary, "Bí thư Thành ủy", 1, 2),
        (Office::Delegates, "Đại biểu dự Đại hội đại biểu cấp trên", 20, 26),
    ];
    for (id, (office, title, seats, names)) in (1..).zip(elections) {
        elects(&mut congress, ElectionId(id), (office, title), (seats, names));
    }
    congress
}

fn meeting() -> Meeting {
    Meeting {
        id: 1,
        kind: Kind::Delegates,
        unit: "Đảng bộ thành phố Hoa Mai".into(),
        superior: "Tỉnh ủy".into(),
        ordinal: Some(12),
        term: Some(Term { from: 2025, to: 2030 }),
        locality: "Hoa Mai".into(),
        venue: Some("Nhà Văn hóa thành phố".into()),
        regulation: "190-QĐ/TW".into(),
        ..Meeting::default()
    }
}

fn delegate(id: u32) -> Person {
    let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ"];
    let middle = ["Thị Thúy", "Văn", "Hoàng Ngọc", "Quốc", "Thị Kim", "Minh", "Phúc Vĩnh"];
    let given = ["An", "Bình", "Chi", "Đạt", "Hương", "Khánh", "Lan", "Nghĩa", "Phương", "Quỳnh", "Thắng", "Yến", "Ẩn"];
    let place = usize::try_from(id).unwrap();
    let name = format!("{} {} {}", family[place % 11], middle[place % 7], given[place % 13]);
    let born = NaiveDate::from_ymd_opt(1962 + i32::try_from(place % 36).unwrap(), 1 + id % 12, 1 + id % 28);
    let record = Record {
        born,
        joined: born.and_then(|born| NaiveDate::from_ymd_opt(chrono::Datelike::year(&born) + 24, 2, 3)),
        ethnicity: Some("Kinh".into()),
        religion: Some("Không".into()),
        education: Some("Đại học".into()),
        theory: Some("Cao cấp".into()),
    };
    Person {
        id: PersonId(id),
        sex: Some(if name.contains("Thị") { Sex::Female } else { Sex::Male }),
        name,
        standing: Standing::Full,
        origin: Some(if id <= 40 { Origin::ExOfficio } else { Origin::Elected }),
        replaces: None,
        office: Some("Bí thư Chi bộ, Trưởng phòng Tổ chức – Hành chính".into()),
        unit: Some(format!("Đảng bộ phường {}", id % 24 + 1)),
        incumbent: None,
        record,
    }
}

fn item(id: u32, kind: ItemKind, title: &str) -> Item {
    Item { minutes: 60, ..Item::planned(ItemId(id), SESSION, kind, title) }
}

fn votes(does: &mut impl FnMut(Change), id: u32, subject: Subject) {
    let motion = Motion {
        id: MotionId(id),
        subject,
        text: "Biểu quyết".into(),
        item: Some(ITEM),
        voters: Voters::Congress,
        vote: None,
    };
    does(Change::Motions(Motions::Put(motion)));
    does(Change::Motions(Motions::Voted { motion: MotionId(id), at: at(40), count: Count::Unanimous }));
}

fn speaks(does: &mut impl FnMut(Change), id: u32) {
    let speech = SpeechId(id);
    let (subject, kind) = ("Nâng cao chất lượng sinh hoạt chi bộ".to_owned(), SpeechKind::Contribution);
    let minutes = "Trong nhiệm kỳ đã tiếp nhận 1.081.478 hồ sơ, trong đó 86.635 hồ sơ trực tuyến; rút ngắn thời gian giải quyết \
        đối với 47 thủ tục; tiết kiệm 6.684.957.552 đồng chi thường xuyên. Đề nghị phân công đảng viên phụ trách từng nhóm \
        thủ tục, báo cáo kết quả hằng quý, lấy sự hài lòng của người dân làm thước đo."
        .to_owned();
    does(Change::Floor(Floor::Registered(Speech {
        item: Some(ITEM),
        kind,
        subject: subject.clone(),
        limit: 10,
        ..Speech::registered(speech, Speaker::Person(PersonId(100 + id)))
    })));
    does(Change::Floor(Floor::Called { speech, item: Some(ITEM), at: at(60 + id * 5) }));
    does(Change::Floor(Floor::Ended { speech, at: at(63 + id * 5) }));
    does(Change::Floor(Floor::Written { speech, kind, subject, raw: String::new(), minutes }));
}

/// One election, from its list to the sealing of its ballots.
fn elects(congress: &mut Congress, id: ElectionId, (office, title): (Office, &str), (seats, names): (u16, u16)) {
    let motion = 10 * id.0;
    let election = Election { item: Some(ITEM), seats: Some(seats), ..Election::new(id, office, title) };
    congress.apply(&Change::Election(Elections::Called(election)));
    votes(&mut |change| congress.apply(&change), motion + 100, Subject::Seats { election: id, seats, size: None });
    for person in 1..=u32::from(names) {
        let candidate = Candidate::new(id, PersonId(person));
        congress.apply(&Change::Election(Elections::Nominated(candidate)));
    }
    votes(&mut |change| congress.apply(&change), motion + 101, Subject::List(id));
    let round = RoundId(id.0);
    let base = base::propose(congress, congress.election(id).unwrap());
    let issued = DELEGATES - 4;
    let mut does = |change: Elections| congress.apply(&Change::Election(change));
    does(Elections::BaseConfirmed { round, election: id, kind: RoundKind::First, base, at: at(240) });
    does(Elections::BoxSealed { round, at: at(241) });
    does(Elections::Issued { round, printed: Some(issued), issued, at: at(242) });
    does(Elections::Collected { round, collected: issued, spoiled: 0, at: at(260) });
    does(Elections::Reported { round, at: at(262) });
    for number in 1..=issued {
        // each strikes as many names as there are too many, beginning at another place
        let surplus = names - seats;
        let first = u16::try_from(number % 7).unwrap();
        let struck = (0..surplus).map(|next| (first + next * 2) % names + 1).collect();
        let ballot = KeyedBallot {
            round,
            bundle: u16::try_from(number / 50).unwrap() + 1,
            keying: 1,
            number,
            times: 1,
            marks: Marks::Struck(struck),
            defect: None,
            set_aside: false,
        };
        does(Elections::BallotKeyed(ballot));
    }
    does(Elections::CountClosed { round, at: at(300) });
    does(Elections::ResultConfirmed { round, at: at(301) });
    does(Elections::Announced { round, at: at(302) });
    does(Elections::HandedOver { round, to: "Ban Thường vụ Thành ủy".into(), at: at(320) });
}
