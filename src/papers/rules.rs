//! The rules of a vote as they are read out before it (thể lệ bầu cử, thể lệ lấy phiếu): from the same list, seats and regulation as its ballot.

use crate::domain::{
    Congress,
    election::{RoundKind, ballot::Invalid, form::Form, purpose::Purpose},
    figures::two_digits,
    meeting::Kind,
    regulation::{Doubtful, Regulation, Rule, TieRevote},
};

use super::issuing::{counting_head, dated, head_of_vote, marked};
use super::paper::{Block, Level, Paper, Signatures};
use super::phrases::{Words, comrades, count_of, counted, list, names_of, surplus};
use super::poll::{Poll, PollId};
use super::record;

/// The rules; none where the vote is neither held nor due.
pub fn compose(congress: &Congress, poll: PollId) -> Option<Paper> {
    let poll = Poll::of(congress, poll)?;
    let head = head_of_vote(congress, poll.election, "");
    let regulation = congress.meeting().regulation();
    let wording = Wording::of(poll.election.purpose);
    let sections = [
        (wording.list, list_of(&poll)),
        (wording.who, electors(&poll)),
        (wording.how, paper(&poll, &wording)),
        ("Phiếu hợp lệ, phiếu không hợp lệ", validity(&poll, &regulation, &wording)),
        (wording.outcome, outcome(&poll, &regulation)),
        ("Bỏ phiếu, kiểm phiếu", walk(&poll, &regulation)),
    ];
    let opening =
        format!("Căn cứ {}, Ban kiểm phiếu phổ biến {} như sau:", regulation.title(), wording.title.to_lowercase());
    let head = dated(congress, head, poll.day());
    let composed = Paper::new(head.unnumbered(), poll.title(wording.title)).paragraph("basis", opening);
    let composed = (1..).zip(sections).fold(composed, |composed, (number, (title, blocks))| {
        composed.heading(Level::Section, format!("{number}. {title}")).with(blocks)
    });
    let signature = counting_head(congress, poll.election.id);
    Some(marked(congress, composed.signed(Signatures::one(signature))))
}

/// What a vote by secret ballot is called in its rules, by what it is for.
struct Wording {
    /// The rules themselves, in capitals.
    title: &'static str,
    /// The heading over number and list.
    list: &'static str,
    /// The heading over those who vote.
    who: &'static str,
    /// One of those who vote.
    voter: &'static str,
    /// The heading over the paper.
    how: &'static str,
    /// What a voter does with a name left standing.
    does: &'static str,
    /// How many may be left.
    number: &'static str,
    /// The heading over what the result means.
    outcome: &'static str,
}

impl Wording {
    const fn of(purpose: Purpose) -> Self {
        let asking = Self {
            title: "THỂ LỆ LẤY PHIẾU",
            list: "Mục đích, danh sách lấy phiếu",
            who: "Người ghi phiếu",
            voter: "Người ghi phiếu",
            how: "Phiếu và cách ghi phiếu",
            does: "giới thiệu",
            number: "số lượng được giới thiệu",
            outcome: "Sử dụng kết quả",
        };
        match purpose {
            Purpose::Elect => Self {
                title: "THỂ LỆ BẦU CỬ",
                list: "Số lượng, danh sách bầu cử",
                who: "Người bầu cử",
                voter: "Người bầu cử",
                how: "Phiếu bầu và cách bầu",
                does: "bầu",
                number: "số lượng cần bầu",
                outcome: "Người trúng cử",
            },
            Purpose::Introduction(_) => asking,
            Purpose::Opinion(_) => Self { does: "giữ lại", number: "số lượng được giữ lại", ..asking },
        }
    }
}

/// The article behind a rule, in brackets.
fn behind(regulation: &Regulation, rule: Rule) -> String {
    record::article(regulation, rule).map(|article| format!(" ({article})")).unwrap_or_default()
}

fn list_of(poll: &Poll<'_>) -> Vec<Block> {
    let names = count_of(&poll.names);
    let told = list(&names_of(poll.congress, &poll.names));
    // a long list hangs on the wall and is not read twice
    let told = if poll.names.len() > 15 { ".".to_owned() } else { format!(": {told}.") };
    let served = poll.election.purpose.serves().and_then(|election| poll.congress.elections.get(&election));
    let served = served.map(|election| record::small(&record::title(election))).unwrap_or_default();
    let text = match poll.election.purpose {
        Purpose::Elect => {
            let surplus = surplus(names, poll.seats);
            format!("Bầu {} trong danh sách gồm {}{surplus}{told}", comrades(poll.seats), comrades(names))
        }
        Purpose::Opinion(_) => format!(
            "Lấy phiếu xin ý kiến đối với {}, để giữ lại không quá {} trong danh sách {served}{told}",
            comrades(names),
            comrades(poll.seats)
        ),
        Purpose::Introduction(_) => format!(
            "Lấy phiếu giới thiệu {} trong số {}, để {} tham khảo trước khi {served}{told}",
            comrades(poll.seats),
            comrades(names),
            words(poll).meeting
        ),
    };
    vec![Block::paragraph("list", text)]
}

/// The words of those who vote.
fn words(poll: &Poll<'_>) -> Words {
    Words::of_vote(poll.congress.meeting().kind, poll.election)
}

fn electors(poll: &Poll<'_>) -> Vec<Block> {
    let wording = Wording::of(poll.election.purpose);
    let who = record::electors(poll.election, words(poll));
    let does = if poll.election.elects() { "bầu cử" } else { "ghi phiếu" };
    let others = match poll.congress.meeting().kind {
        Kind::Delegates if poll.is_of_congress() => {
            format!(" Đại biểu dự khuyết chỉ {does} khi đã được công nhận thay thế đại biểu chính thức vắng mặt.")
        }
        Kind::Cell | Kind::Members if poll.is_of_congress() => {
            format!(" Đảng viên dự bị và đảng viên đến sinh hoạt tạm thời không {does}.")
        }
        _ => String::new(),
    };
    let text = format!(
        "{} là {who} có mặt lúc bỏ phiếu; mỗi người trực tiếp bỏ một phiếu, không bỏ thay.{others}",
        wording.voter
    );
    vec![Block::paragraph("electors", text)]
}

fn paper(poll: &Poll<'_>, wording: &Wording) -> Vec<Block> {
    let regulation = poll.congress.meeting().regulation();
    let (does, number, seats) = (wording.does, wording.number, two_digits(poll.seats));
    let form = match (poll.form(), poll.names.len()) {
        (Form::StrikeOut, _) => format!(
            "Số người trong danh sách nhiều hơn {number}: phiếu in họ và tên theo thứ tự, không {does} người nào thì gạch \
             ngang cả họ và tên người đó; để lại không quá {seats} người."
        ),
        (Form::AgreeDisagree, 1) => {
            "Danh sách có một người: phiếu có hai ô “Đồng ý” và “Không đồng ý”, đánh dấu X vào một trong hai ô."
                .to_owned()
        }
        (Form::AgreeDisagree, _) => format!(
            "Số người trong danh sách bằng {number}: phiếu có hai ô “Đồng ý” và “Không đồng ý”, đánh dấu X vào một \
             trong hai ô bên phải họ và tên từng người."
        ),
    };
    let seal = match poll.congress.meeting().kind {
        Kind::Members | Kind::Delegates => "đóng dấu của cấp ủy triệu tập ở góc trên, bên trái",
        Kind::Cell | Kind::Review => "do Ban kiểm phiếu phát ra",
    };
    let named = if poll.election.elects() { "Phiếu bầu" } else { "Phiếu" };
    let basis = behind(&regulation, Rule::BallotForms);
    vec![
        Block::paragraph("form", form),
        Block::paragraph(
            "issued",
            format!("{named} {seal}; phiếu viết hỏng được đổi trước khi bỏ vào hòm phiếu{basis}."),
        ),
    ]
}

fn validity(poll: &Poll<'_>, regulation: &Regulation, wording: &Wording) -> Vec<Block> {
    let (form, one) = (poll.form(), poll.names.len() == 1);
    let valid = match (form, one) {
        (Form::StrikeOut, _) => &format!("{} đủ hoặc thiếu {}", wording.does, wording.number),
        (Form::AgreeDisagree, true) => "đánh dấu vào một trong hai ô, kể cả ô “Không đồng ý”",
        (Form::AgreeDisagree, false) => {
            "đánh dấu vào một trong hai ô đối với từng người; người bị đánh dấu cả hai ô hoặc không đánh dấu ô nào thì \
             không tính phiếu cho người đó"
        }
    };
    let lead = format!("Phiếu hợp lệ là phiếu do Ban kiểm phiếu phát ra, {valid}. Phiếu không hợp lệ là:");
    let counts = |why: &Invalid| match why {
        Invalid::OverVote => form == Form::StrikeOut,
        Invalid::NoVote => form == Form::StrikeOut || (!one && regulation.ballots.nobody_agreed == Doubtful::Invalid),
        Invalid::BothBoxes => form == Form::AgreeDisagree && one,
        Invalid::NoBox => {
            form == Form::AgreeDisagree && one && regulation.ballots.single_name_unmarked == Doubtful::Invalid
        }
        Invalid::NotIssued | Invalid::OutsideName | Invalid::Signed | Invalid::Marked => true,
    };
    let reasons = Invalid::ALL.iter().filter(|why| counts(why));
    let items = Block::items((1..).zip(reasons).map(|(place, why)| {
        let place: u32 = place;
        (format!("invalid.{place}"), record::why_invalid(poll.election.purpose, *why).to_owned())
    }));
    [Block::paragraph("valid", lead)].into_iter().chain(items).collect()
}

/// What the result means.
fn outcome(poll: &Poll<'_>, regulation: &Regulation) -> Vec<Block> {
    let meeting = words(poll).meeting;
    let text = match poll.election.purpose {
        Purpose::Elect => return elected(poll, regulation),
        Purpose::Opinion(_) => format!(
            "Giữ lại trong danh sách bầu cử những người được nhiều phiếu hơn, lấy từ cao xuống thấp, không cần quá một nửa; bằng \
             phiếu ở vị trí cuối cùng thì do {meeting} quyết định."
        ),
        Purpose::Introduction(_) => format!(
            "Kết quả lấy phiếu không quyết định người trúng cử; danh sách bầu cử do {meeting} biểu quyết thông qua sau khi \
             nghe công bố kết quả."
        ),
    };
    vec![Block::paragraph("outcome", text)]
}

fn elected(poll: &Poll<'_>, regulation: &Regulation) -> Vec<Block> {
    if poll.kind == RoundKind::TieRevote && regulation.rounds.tie_revote == TieRevote::HigherWins {
        let text = "Lần bầu này giữa những người có số phiếu bằng nhau: người có số phiếu cao hơn trúng cử, không cần quá một nửa.";
        return vec![Block::paragraph("elected", text)];
    }
    let base = poll.round.map(|round| round.base.value);
    let needed = base.map(|base| {
        let needed = counted(regulation.votes_needed(base), "phiếu");
        format!("số căn cứ là {}, phải được từ {needed} trở lên", two_digits(base))
    });
    let (who, meeting) = (record::electors(poll.election, words(poll)), words(poll).meeting);
    let article = record::article(regulation, Rule::Majority);
    let remarks: Vec<String> = needed.into_iter().chain(article).collect();
    let remarks = if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join("; ")) };
    let mut blocks = vec![Block::paragraph(
        "elected",
        format!(
            "Người trúng cử phải được số phiếu bầu quá một nửa so với tổng số {who} được triệu tập, sau khi trừ các trường hợp \
             theo quy định{remarks}."
        ),
    )];
    let further = if poll.names.len() > 1 {
        format!(
            "Nếu số người được quá một nửa nhiều hơn số lượng cần bầu thì lấy người có số phiếu cao hơn; bằng phiếu ở vị trí \
             cuối cùng thì bầu lại giữa những người bằng phiếu. Nếu bầu chưa đủ số lượng, có bầu tiếp hay không do {meeting} \
             quyết định."
        )
    } else {
        format!("Nếu chưa có người được quá một nửa, có bầu tiếp hay không do {meeting} quyết định.")
    };
    blocks.push(Block::paragraph("further", further));
    blocks
}

fn walk(poll: &Poll<'_>, regulation: &Regulation) -> Vec<Block> {
    let months = two_digits(regulation.rounds.ballots_kept_months);
    let (voter, again, papers) = if poll.election.elects() {
        ("người bầu cử", "bầu lại", "phiếu bầu")
    } else {
        ("người ghi phiếu", "lấy phiếu lại", "phiếu")
    };
    [
        (
            "box",
            format!(
                "Ban kiểm phiếu kiểm tra, niêm phong hòm phiếu trước {}; phát phiếu trực tiếp cho từng {voter}.",
                words(poll).meeting
            ),
        ),
        (
            "report",
            format!(
                "Trước khi kiểm phiếu, Ban kiểm phiếu báo cáo số phiếu phát ra, số phiếu thu về; số phiếu thu về nhiều hơn số phiếu \
                 phát ra thì hủy toàn bộ số phiếu và {again}{}.",
                behind(regulation, Rule::CollectedExceedsIssued)
            ),
        ),
        ("sealed", format!("Kiểm phiếu xong, toàn bộ {papers} được niêm phong, bàn giao và lưu giữ {months} tháng.")),
    ]
    .into_iter()
    .map(|(key, text)| Block::paragraph(key, text))
    .collect()
}
