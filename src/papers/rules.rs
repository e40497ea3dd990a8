//! The rules of a vote as they are read out before it (thể lệ bầu cử): from the same list, seats and regulation as its ballot.

use crate::domain::{
    Congress,
    election::{RoundKind, ballot::Invalid, form::Form},
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
    let sections = [
        ("Số lượng, danh sách bầu cử", list_of(&poll)),
        ("Người bầu cử", electors(&poll)),
        ("Phiếu bầu và cách bầu", paper(&poll)),
        ("Phiếu hợp lệ, phiếu không hợp lệ", validity(&poll, &regulation)),
        ("Người trúng cử", elected(&poll, &regulation)),
        ("Bỏ phiếu, kiểm phiếu", walk(&regulation)),
    ];
    let opening = format!("Căn cứ {}, Ban kiểm phiếu phổ biến thể lệ bầu cử như sau:", regulation.title());
    let head = dated(congress, head, poll.day());
    let composed = Paper::new(head.unnumbered(), poll.title("THỂ LỆ BẦU CỬ")).paragraph("basis", opening);
    let composed = (1..).zip(sections).fold(composed, |composed, (number, (title, blocks))| {
        composed.heading(Level::Section, format!("{number}. {title}")).with(blocks)
    });
    let signature = counting_head(congress, poll.election.id);
    Some(marked(congress, composed.signed(Signatures::one(signature))))
}

/// The article behind a rule, in brackets.
fn behind(regulation: &Regulation, rule: Rule) -> String {
    record::article(regulation, rule).map(|article| format!(" ({article})")).unwrap_or_default()
}

fn list_of(poll: &Poll<'_>) -> Vec<Block> {
    let names = count_of(&poll.names);
    let surplus = surplus(names, poll.seats);
    let told = list(&names_of(poll.congress, &poll.names));
    // a long list hangs on the wall and is not read twice
    let told = if poll.names.len() > 15 { ".".to_owned() } else { format!(": {told}.") };
    let text = format!("Bầu {} trong danh sách gồm {}{surplus}{told}", comrades(poll.seats), comrades(names));
    vec![Block::paragraph("list", text)]
}

fn electors(poll: &Poll<'_>) -> Vec<Block> {
    let words = Words::of(poll.congress.meeting().kind);
    let who = record::electors(poll.election, words);
    let others = match poll.congress.meeting().kind {
        Kind::Delegates if poll.is_of_congress() => {
            " Đại biểu dự khuyết chỉ bầu cử khi đã được công nhận thay thế đại biểu chính thức vắng mặt."
        }
        Kind::Cell | Kind::Members if poll.is_of_congress() => {
            " Đảng viên dự bị và đảng viên đến sinh hoạt tạm thời không bầu cử."
        }
        _ => "",
    };
    let text =
        format!("Người bầu cử là {who} có mặt lúc bỏ phiếu; mỗi người trực tiếp bỏ một phiếu, không bỏ thay.{others}");
    vec![Block::paragraph("electors", text)]
}

fn paper(poll: &Poll<'_>) -> Vec<Block> {
    let regulation = poll.congress.meeting().regulation();
    let seats = two_digits(poll.seats);
    let form = match (poll.form(), poll.names.len()) {
        (Form::StrikeOut, _) => format!(
            "Số người trong danh sách nhiều hơn số lượng cần bầu: phiếu in họ và tên theo thứ tự, không bầu người nào thì gạch \
             ngang cả họ và tên người đó; để lại không quá {seats} người."
        ),
        (Form::AgreeDisagree, 1) => {
            "Danh sách có một người: phiếu có hai ô “Đồng ý” và “Không đồng ý”, đánh dấu X vào một trong hai ô."
                .to_owned()
        }
        (Form::AgreeDisagree, _) => {
            "Số người trong danh sách bằng số lượng cần bầu: phiếu có hai ô “Đồng ý” và “Không đồng ý”, \
             đánh dấu X vào một trong hai ô bên phải họ và tên từng người."
                .to_owned()
        }
    };
    let seal = match poll.congress.meeting().kind {
        Kind::Members | Kind::Delegates => "đóng dấu của cấp ủy triệu tập ở góc trên, bên trái",
        Kind::Cell | Kind::Review => "do Ban kiểm phiếu phát ra",
    };
    let basis = behind(&regulation, Rule::BallotForms);
    vec![
        Block::paragraph("form", form),
        Block::paragraph(
            "issued",
            format!("Phiếu bầu {seal}; phiếu viết hỏng được đổi trước khi bỏ vào hòm phiếu{basis}."),
        ),
    ]
}

fn validity(poll: &Poll<'_>, regulation: &Regulation) -> Vec<Block> {
    let (form, one) = (poll.form(), poll.names.len() == 1);
    let valid = match (form, one) {
        (Form::StrikeOut, _) => "bầu đủ hoặc thiếu số lượng cần bầu",
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
        (format!("invalid.{place}"), record::why_invalid(*why).to_owned())
    }));
    [Block::paragraph("valid", lead)].into_iter().chain(items).collect()
}

fn elected(poll: &Poll<'_>, regulation: &Regulation) -> Vec<Block> {
    if poll.kind == RoundKind::TieRevote && regulation.rounds.tie_revote == TieRevote::HigherWins {
        let text = "Lần bầu này giữa những người có số phiếu bằng nhau: người có số phiếu cao hơn trúng cử, không cần quá một nửa.";
        return vec![Block::paragraph("elected", text)];
    }
    let base = poll.round.map(|round| round.base.value);
    let needed = base.map(|base| {
        let needed = counted(regulation.votes_needed(base), "phiếu");
        format!(" (số căn cứ là {}, phải được từ {needed} trở lên)", two_digits(base))
    });
    let who = record::electors(poll.election, Words::of(poll.congress.meeting().kind));
    let cite = behind(regulation, Rule::Majority);
    let mut blocks = vec![Block::paragraph(
        "elected",
        format!(
            "Người trúng cử phải được số phiếu bầu quá một nửa so với tổng số {who} được triệu tập, sau khi trừ các trường hợp \
             theo quy định{}{cite}.",
            needed.unwrap_or_default()
        ),
    )];
    let several = "Nếu số người được quá một nửa nhiều hơn số lượng cần bầu thì lấy người có số phiếu cao hơn; bằng phiếu ở vị trí \
                   cuối cùng thì bầu lại giữa những người bằng phiếu. Nếu bầu chưa đủ số lượng, có bầu tiếp hay không do đại \
                   hội quyết định.";
    let one = "Nếu chưa có người được quá một nửa, có bầu tiếp hay không do đại hội quyết định.";
    blocks.push(Block::paragraph("further", if poll.names.len() > 1 { several } else { one }));
    blocks
}

fn walk(regulation: &Regulation) -> Vec<Block> {
    let months = two_digits(regulation.rounds.ballots_kept_months);
    [
        ("box", "Ban kiểm phiếu kiểm tra, niêm phong hòm phiếu trước đại hội; phát phiếu trực tiếp cho từng người bầu cử.".to_owned()),
        (
            "report",
            format!(
                "Trước khi kiểm phiếu, Ban kiểm phiếu báo cáo số phiếu phát ra, số phiếu thu về; số phiếu thu về nhiều hơn số phiếu \
                 phát ra thì hủy toàn bộ số phiếu và bầu lại{}.",
                behind(regulation, Rule::CollectedExceedsIssued)
            ),
        ),
        ("sealed", format!("Kiểm phiếu xong, toàn bộ phiếu bầu được niêm phong, bàn giao và lưu giữ {months} tháng.")),
    ]
    .into_iter()
    .map(|(key, text)| Block::paragraph(key, text))
    .collect()
}
