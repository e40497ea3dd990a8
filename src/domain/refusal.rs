//! Refusals: why a change is not in order, as a sentence that can be read aloud, what to do instead, and the article.
//!
//! One row for each refusal, in both languages; a row that lacks one does not compile.

mod say;

pub use say::Noun;

use super::election::RoundState;
use super::lang::Lang;
use super::regulation::{Regulation, Rule};
use super::role::Role;
use say::Say;

/// A refusal as it is shown: the sentence, the remedy, the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is refused, and why.
    pub what: String,
    /// What to do instead.
    pub instead: String,
    /// The article and document behind it, where a rule stands behind it.
    pub article: Option<String>,
}

macro_rules! refusals {
    ($($name:ident $({ $($field:ident: $ty:ty),* })? $([$rule:ident])?
        vi $vi:literal, $vi_do:literal;
        en $en:literal, $en_do:literal;)*) => {
        /// Why a change is not in order.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the fields are the gaps in the sentence above them")]
        pub enum Refusal {$(
            #[doc = $vi]
            $name $({ $($field: $ty),* })?,
        )*}

        impl Refusal {
            /// The name of the refusal, stable for scripts.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name $({ $($field: _),* })? => stringify!($name),)* }
            }

            /// The refusal in a language, with the article of a regulation.
            pub fn told(&self, lang: Lang, regulation: Regulation) -> Told {
                match self {$(
                    Self::$name $({ $($field),* })? => {
                        $($(let $field = $field.say(lang);)*)?
                        let (what, instead) = match lang {
                            Lang::Vi => (format!($vi), format!($vi_do)),
                            Lang::En => (format!($en), format!($en_do)),
                        };
                        $($(let _ = &$field;)*)?
                        let article: Option<String> = None $(.or(Some(regulation.cite(Rule::$rule))))?;
                        Told { what, instead, article }
                    }
                )*}
            }
        }
    };
}

refusals! {
    Unknown { what: Noun, number: u32 }
        vi "Không có {what} số {number}.", "Xem lại số; `daihoi show` liệt kê những gì đang có.";
        en "There is no {what} number {number}.", "Check the number; `daihoi show` lists what there is.";
    NumberTaken { what: Noun, number: u32 }
        vi "Số {number} đã dùng cho một {what} khác.", "Dùng số kế tiếp còn trống.";
        en "Number {number} is taken by another {what}.", "Use the next free number.";
    Blank { what: Noun }
        vi "Còn thiếu {what}.", "Nhập {what} rồi nhấn Enter.";
        en "The {what} is missing.", "Type the {what}, then press Enter.";
    NumberPassed { what: Noun, next: u32 }
        vi "Số của {what} phải tăng dần.", "Dùng số {next}.";
        en "The numbers of this kind ({what}) only go up.", "Use number {next}.";
    SeveralLines { what: Noun }
        vi "Chỉ viết {what} trên một dòng.", "Bỏ dấu xuống dòng.";
        en "The {what} must stand on one line.", "Take the line break out.";
    Unreadable { what: String }
        vi "Không đọc được thay đổi: {what}.", "Xem từ vựng bằng `daihoi changes --schema`.";
        en "The change cannot be read: {what}.", "See the vocabulary with `daihoi changes --schema`.";
    ControlCharacter
        vi "Nội dung có ký tự điều khiển ẩn.", "Gõ lại đoạn đó, hoặc dán qua một trình soạn thảo văn bản thuần.";
        en "The text holds hidden control characters.", "Type it again, or paste it through a plain text editor.";
    NotComposed
        vi "Nội dung dùng dấu tổ hợp (NFD), không phải Unicode dựng sẵn.", "Chuyển văn bản sang Unicode dựng sẵn (NFC).";
        en "The text uses decomposed letters (NFD).", "Convert the text to composed Unicode (NFC).";
    NotThisRole { role: Role, needed: Role }
        vi "Việc này không thuộc vai {role}.", "Nhấn F9 đổi sang vai {needed}.";
        en "This is not the part of the {role}.", "Press F9 and take the role of {needed}.";
    NotFounded
        vi "Tệp này chưa có đại hội nào.", "Tạo bằng `daihoi new FILE --plan PLAN.toml`.";
        en "This file holds no congress yet.", "Make one with `daihoi new FILE --plan PLAN.toml`.";
    AlreadyFounded
        vi "Tệp này đã có một đại hội.", "Dùng một tệp mới cho đại hội khác.";
        en "This file holds a congress already.", "Use a new file for another congress.";
    TermBackwards
        vi "Nhiệm kỳ kết thúc trước khi bắt đầu.", "Sửa năm đầu và năm cuối của nhiệm kỳ.";
        en "The term ends before it begins.", "Correct the first and last year of the term.";
    MeetingUnderWay
        vi "Đã khai mạc: loại đại hội, quy chế bầu cử và phạm vi danh sách không đổi được nữa.", "Hoàn tác đến trước khi khai mạc, hoặc lập tệp mới.";
        en "The congress has opened: its kind, its regulation and the extent of its roster stay.", "Undo to before the opening, or make a new file.";
    RegulationUnknown { number: String }
        vi "Chương trình không biết quy chế bầu cử {number}.", "Dùng 190-QĐ/TW hoặc 244-QĐ/TW.";
        en "The program does not know the election regulation {number}.", "Use 190-QĐ/TW or 244-QĐ/TW.";
    NothingToUndo
        vi "Không có thay đổi nào hoàn tác được.", "Xem F8 Nhật ký để biết việc nào đã ghi.";
        en "There is nothing that can be undone.", "See F8 Journal for what is recorded.";
    UndoBreaks { line: u64, because: Box<Refusal> }
        vi "Không hoàn tác được: việc ghi sau ở dòng {line} sẽ không còn đúng. {because}", "Hoàn tác việc ở dòng {line} trước.";
        en "It cannot be undone: line {line}, recorded later, would no longer hold. {because}", "Undo line {line} first.";

    NotDelegates { name: String }
        vi "Đồng chí {name} được ghi là đại biểu, nhưng đây là đại hội đảng viên.", "Bỏ cột đại biểu, hoặc đổi loại đại hội.";
        en "{name} is entered as a delegate, but this is a congress of members.", "Drop the delegate column, or change the kind of congress.";
    NotAlternate { name: String }
        vi "Đồng chí {name} không phải đại biểu dự khuyết còn trống.", "Chọn một đại biểu dự khuyết chưa thay ai.";
        en "{name} is not a free alternate delegate.", "Choose an alternate who replaces nobody yet.";
    DelegatePresent { name: String }
        vi "Đồng chí {name} đang có mặt nên không ai thay được.", "Chỉ thay đại biểu chính thức vắng mặt.";
        en "{name} is present, and nobody takes the place.", "An alternate sits only for an absent official delegate.";
    DelegateReplaced { name: String }
        vi "Đồng chí {name} đã có đại biểu dự khuyết thay.", "Nếu ghi nhầm, hoàn tác việc thay thế ở F8.";
        en "An alternate sits in the place of {name} already.", "If that was a slip, undo the replacement (F8).";
    NotSummoned { name: String }
        vi "Đồng chí {name} đang bị đình chỉ sinh hoạt, khởi tố hoặc tạm giam nên không được triệu tập.", "Nếu tình trạng đã đổi, sửa ở danh sách (F3).";
        en "{name} is suspended, prosecuted or detained, and not summoned.", "If that has changed, correct the roster (F3).";
    AlreadyPresent { name: String }
        vi "{name} đã có mặt.", "Nếu ghi nhầm, nhấn Ctrl-Z để hoàn tác.";
        en "{name} is present already.", "If that was a slip, undo it with Ctrl-Z.";
    NotPresent { name: String }
        vi "{name} không có mặt trong hội trường.", "Điểm danh ở F3 trước.";
        en "{name} is not in the room.", "Mark the person present (F3) first.";
    CameAndLeft { name: String }
        vi "Đồng chí {name} đã đến rồi ra về, không phải vắng.", "Nếu đồng chí trở lại, nhấn Space.";
        en "{name} came and left, and is not absent.", "If the person came back, press Space.";
    MarkBeforeLast { name: String, at: String, last: String }
        vi "{name}: giờ ghi {at} sớm hơn lần ghi trước ({last}).", "Xem lại giờ; nếu lần ghi trước sai, hoàn tác lần đó ở F8.";
        en "{name}: {at} is earlier than the mark before ({last}).", "Check the hour; if the mark before is wrong, undo it (F8).";
    NotATime { text: String }
        vi "«{text}» không phải là giờ.", "Gõ giờ và phút, ví dụ 08:15 hoặc 815.";
        en "«{text}» is not an hour.", "Type hour and minutes, such as 08:15 or 815.";
    NotADate { text: String }
        vi "«{text}» không phải là ngày hoặc năm.", "Gõ năm (1975) hoặc ngày (09/5/1975).";
        en "«{text}» is neither a day nor a year.", "Type a year (1975) or a day (09/5/1975).";

    SessionOpensByItem
        vi "Giờ khai mạc và bế mạc chỉ ghi khi phiên họp diễn ra.", "Bỏ hai giờ đó; phiên họp khai mạc khi bắt đầu mục đầu tiên cần đủ số người.";
        en "The hours of opening and closing are recorded when they come.", "Leave both out; the session opens with its first item that needs a quorum.";
    SessionOpen
        vi "Phiên họp đã khai mạc, không đổi ngày giờ được nữa.", "Ghi thay đổi vào ghi chú.";
        en "The session has opened; its day and hour stay.", "Put the change in a note.";
    SessionClosed
        vi "Phiên họp đã bế mạc.", "Nếu bế mạc nhầm, nhấn Ctrl-Z để hoàn tác.";
        en "The session is closed.", "If it was closed by mistake, undo it with Ctrl-Z.";
    EarlierSessionOpen
        vi "Phiên họp trước chưa bế mạc.", "Kết thúc mục bế mạc của phiên trước.";
        en "The session before is not closed.", "Finish the closing of the session before.";
    NoQuorum { present: u32, summoned: u32, needed: u32 } [Quorum]
        vi "Chưa đủ hai phần ba: có mặt {present} trên {summoned} được triệu tập, cần {needed}.", "Điểm danh thêm ở F3; nếu giữa phiên mất số cần thiết, ghi quyết định của chủ tọa ở F2 (Ctrl-D).";
        en "No quorum: {present} present of {summoned} summoned, {needed} needed.", "Mark more people present (F3); if the quorum was lost in session, record the chair's decision on F2 (Ctrl-D).";
    QuorumBeforeOpening
        vi "Chưa khai mạc thì không quyết định họp tiếp khi thiếu số cần thiết được.", "Chờ đủ hai phần ba rồi khai mạc.";
        en "Before the opening nobody can decide to go on without a quorum.", "Wait for two thirds, then open.";
    ItemNotWaiting { title: String }
        vi "Mục «{title}» không còn ở trạng thái chờ.", "Chọn một mục chưa bắt đầu, hoặc mở lại mục này.";
        en "The item «{title}» is not waiting.", "Choose one that has not started, or reopen this one.";
    ItemNotRunning { title: String }
        vi "Mục «{title}» chưa bắt đầu.", "Nhấn Enter để bắt đầu mục này trước.";
        en "The item «{title}» is not under way.", "Press Enter to start it first.";
    ItemNotFinished { title: String }
        vi "Mục «{title}» chưa kết thúc.", "Chỉ mở lại mục đã xong hoặc đã bỏ qua.";
        en "The item «{title}» is not finished.", "Only finished or skipped items can be reopened.";
    ItemStillOpen { title: String }
        vi "Chưa bế mạc được: mục «{title}» còn mở.", "Kết thúc hoặc bỏ qua mục đó (có lý do) rồi bế mạc.";
        en "It cannot be closed yet: the item «{title}» is open.", "Finish it or skip it with a reason, then close.";
    CountUnderWay { title: String }
        vi "Chưa bế mạc được: cuộc bầu «{title}» còn dở.", "Đi hết các bước ở F6 đến khi công bố kết quả rồi bế mạc.";
        en "It cannot be closed yet: the election «{title}» is under way.", "Take the steps on F6 until the result is announced, then close.";
    OrderIncomplete
        vi "Thứ tự mới không gồm đúng các mục của phiên họp.", "Xếp lại bằng phím + và - ở F2.";
        en "The new order does not hold exactly the items of the session.", "Move items with + and - on F2.";

    BodyElected
        vi "Ban này đã được bầu.", "Đề xuất một ban mới nếu phải thay người.";
        en "This body is elected already.", "Propose a new one if somebody must be replaced.";
    BodyNeedsVote [ShowOfHands]
        vi "Ban chỉ được bầu bằng biểu quyết giơ tay.", "Đề xuất danh sách, rồi biểu quyết ở F5.";
        en "A working body is elected by show of hands only.", "Propose it, then vote on F5.";
    NoCredentialsCommittee
        vi "Đại hội đảng viên không bầu ban thẩm tra tư cách đại biểu.", "Dùng báo cáo tình hình đảng viên tham dự.";
        en "A congress of members has no credentials committee.", "Use the plain attendance report.";
    NamedTwice { name: String }
        vi "Đồng chí {name} đã có trong danh sách.", "Chọn người khác.";
        en "{name} is on the list already.", "Choose somebody else.";
    CounterProbationary { name: String } [CountingCommitteeNotCandidate]
        vi "Đồng chí {name} là đảng viên dự bị, không được vào ban kiểm phiếu.", "Chọn một đảng viên chính thức không có tên trong danh sách bầu cử.";
        en "{name} is a probationary member and cannot be in the counting committee.", "Choose a full member who is not a candidate.";
    CounterNoVote { name: String } [CountingCommitteeNotCandidate]
        vi "Đồng chí {name} không có quyền bầu cử nên không được vào ban kiểm phiếu.", "Chọn một người có quyền bầu cử không có tên trong danh sách.";
        en "{name} has no vote here and cannot be in the counting committee.", "Choose a voter who is not a candidate.";
    CandidateCounts { name: String } [CountingCommitteeNotCandidate]
        vi "Đồng chí {name} không thể vừa có tên trong danh sách bầu cử vừa ở trong ban kiểm phiếu.", "Thay người trong ban kiểm phiếu, hoặc rút tên khỏi danh sách.";
        en "{name} cannot be a candidate and a member of the counting committee.", "Replace the member of the committee, or take the name off the list.";

    AlreadyQueued { name: String }
        vi "{name} đã đăng ký phát biểu.", "Mời phát biểu khi đến lượt.";
        en "{name} is in the queue already.", "Call the speaker when the turn comes.";
    NotQueued { name: String }
        vi "{name} không ở trong danh sách chờ phát biểu.", "Đăng ký lại trước khi mời.";
        en "{name} is not in the queue.", "Register the speaker first.";
    NotSpeaking { name: String }
        vi "{name} không đang phát biểu.", "Mời phát biểu bằng Enter trước.";
        en "{name} is not speaking.", "Call the speaker with Enter first.";

    MotionVoted { text: String }
        vi "Nội dung «{text}» đã biểu quyết.", "Đưa ra một nội dung mới nếu phải biểu quyết lại.";
        en "«{text}» has been voted.", "Put a new motion if it must be voted again.";
    MoreHandsThanVoters { hands: u64, voters: u32 } [ShowOfHands]
        vi "Tổng số tay giơ là {hands}, nhiều hơn {voters} người có quyền biểu quyết đang có mặt.", "Đếm lại, hoặc sửa điểm danh ở F3.";
        en "{hands} hands, but only {voters} with a vote are in the room.", "Count again, or correct the attendance (F3).";
    NoAmendment
        vi "Chỉ tiêu này chưa có đề nghị điều chỉnh.", "Nhập đề nghị điều chỉnh trước.";
        en "Nobody has asked to change this target.", "Enter the amendment first.";
    AmendmentDecided { text: String }
        vi "Đại hội đã biểu quyết đề nghị điều chỉnh chỉ tiêu «{text}».", "Hoàn tác biểu quyết nếu phải quyết định lại.";
        en "The congress has voted on the change of «{text}».", "Undo the vote if it must be decided again.";
    TargetNeedsVote [HandVoteMajority]
        vi "Mức được thông qua chỉ ghi bằng biểu quyết.", "Biểu quyết ở F5.";
        en "The adopted value is recorded by a vote only.", "Vote on F5.";
    TargetAdopted { text: String }
        vi "Chỉ tiêu «{text}» đã thông qua.", "Hoàn tác biểu quyết nếu phải sửa.";
        en "The target «{text}» is adopted.", "Undo the vote if it must be changed.";
    ReportNeedsVote [HandVoteMajority]
        vi "Báo cáo chỉ được thông qua bằng biểu quyết.", "Biểu quyết ở F5.";
        en "A report is accepted by a vote only.", "Vote on F5.";

    SmallCell { members: u32, from: u32 } [SmallCell]
        vi "Chi bộ có {members} đảng viên chính thức, dưới {from}: không bầu chi ủy.", "Bầu trực tiếp bí thư và, nếu cần, một phó bí thư.";
        en "The cell has {members} full members, fewer than {from}: it elects no committee.", "Elect the secretary and, if needed, one deputy directly.";
    OneDeputy { from: u32 } [SmallCell]
        vi "Chi bộ dưới {from} đảng viên chính thức chỉ bầu một phó bí thư.", "Biểu quyết số lượng là 1.";
        en "A cell of fewer than {from} full members elects one deputy only.", "Vote the number 1.";
    OfficeCalled { title: String }
        vi "Đã có cuộc bầu «{title}» cho chức danh này.", "Tiếp tục cuộc bầu đó; nếu bầu thiếu, đại hội quyết định bầu thêm.";
        en "The election «{title}» is for this office already.", "Go on with it; if seats stay open, the congress decides on a further round.";
    MoreElectedThanSeats { names: u16, seats: u16 }
        vi "Nêu {names} người trúng cử, nhiều hơn số lượng {seats}.", "Xem lại danh sách trúng cử hoặc số lượng.";
        en "{names} are named as elected for {seats} seats.", "Check the names or the number.";
    CommitteeTooLarge { seats: u16, largest: u16 } [CommitteeSize]
        vi "Chi ủy {seats} người là quá nhiều: tối đa {largest}.", "Biểu quyết số lượng từ {largest} trở xuống.";
        en "A cell committee of {seats} is too large: at most {largest}.", "Vote a number of {largest} or fewer.";
    OneSecretary
        vi "Chỉ bầu một bí thư.", "Biểu quyết số lượng là 1.";
        en "One secretary only is elected.", "Vote the number 1.";
    NoSeats
        vi "Số lượng bầu phải từ 1 trở lên.", "Nhập số lượng cần bầu.";
        en "The number to elect must be at least 1.", "Type the number to elect.";
    SeatsAllotted
        vi "Số lượng đại biểu do cấp trên phân bổ, không biểu quyết.", "Nhập số được phân bổ khi lập cuộc bầu cử.";
        en "The number of delegates is allotted from above and not voted.", "Enter the allotted number with the election.";
    SeatsNotVoted [NumberBeforeList]
        vi "Chưa biểu quyết số lượng cần bầu.", "Biểu quyết số lượng trước, rồi mới lập danh sách.";
        en "The number to elect has not been voted.", "Vote the number first, then make the list.";
    ElectionUnderWay { title: String }
        vi "Cuộc bầu «{title}» đã tiến hành, không sửa được nữa.", "Hoàn tác từng bước nếu ghi nhầm.";
        en "The election «{title}» is under way and cannot be changed.", "Undo step by step if there was a slip.";
    ElectionSettled { title: String }
        vi "Cuộc bầu «{title}» đã xong.", "Không còn gì phải quyết định.";
        en "The election «{title}» is over.", "Nothing is left to decide.";
    CommitteeFirst [OrderOfElections]
        vi "Phải bầu xong và công bố kết quả bầu chi ủy (cấp ủy) trước.", "Công bố kết quả bầu cấp ủy, rồi bầu chức danh này trong số đã trúng cử.";
        en "The committee's result must be closed and announced first.", "Announce the committee's result, then elect this office from among it.";
    SecretaryFirst [OrderOfElections]
        vi "Phải bầu xong bí thư trước khi bầu phó bí thư.", "Hoàn thành cuộc bầu bí thư.";
        en "The secretary must be elected before the deputy.", "Finish the secretary's election.";
    NotInCommittee { name: String } [OrderOfElections]
        vi "Đồng chí {name} không trúng cử cấp ủy nên không vào danh sách này.", "Chọn trong số cấp ủy viên vừa trúng cử.";
        en "{name} was not elected to the committee.", "Choose from those just elected.";
    AlreadySecretary { name: String }
        vi "Đồng chí {name} đã trúng cử bí thư.", "Chọn người khác cho chức phó bí thư.";
        en "{name} has been elected secretary.", "Choose somebody else as deputy.";
    CandidateProbationary { name: String } [ProbationaryCannotStand]
        vi "Đồng chí {name} là đảng viên dự bị, không có quyền ứng cử.", "Chọn một đảng viên chính thức.";
        en "{name} is a probationary member and cannot stand.", "Choose a full member.";
    CandidateTemporary { name: String } [ProbationaryCannotStand]
        vi "Đồng chí {name} sinh hoạt tạm thời ở đây, không ứng cử tại chi bộ này.", "Chọn một đảng viên chính thức của chi bộ.";
        en "{name} is here on temporary activity and cannot stand.", "Choose a full member of the cell.";
    CandidateAlternate { name: String }
        vi "Đồng chí {name} là đại biểu dự khuyết chưa thay ai.", "Ghi việc thay thế đại biểu trước.";
        en "{name} is an alternate who sits for nobody yet.", "Record the replacement first.";
    SupportMissing { name: String, support: u32, needed: u32 } [FloorSupport]
        vi "Đồng chí {name} được đề cử tại đại hội với {support} người tán thành; cần {needed} (trên 30 % số có mặt).", "Lấy ý kiến hội trường và nhập số người tán thành.";
        en "{name} has the support of {support}; a name from the floor needs {needed} (more than 30 % of those attending).", "Ask the hall, and enter how many support.";
    MoreSupportThanPresent { support: u32, present: u32 } [FloorSupport]
        vi "{support} người tán thành, nhiều hơn {present} người đang có mặt.", "Đếm lại, hoặc sửa điểm danh ở F3.";
        en "{support} support the name, but only {present} are in the room.", "Count again, or correct the attendance (F3).";
    ListVoted
        vi "Danh sách bầu cử đã biểu quyết.", "Chỉ thêm tên khi đại hội quyết định bầu thêm một lần nữa.";
        en "The list has been voted.", "Names join only when the congress decides on a further round.";
    ListNotVoted [ListOrder]
        vi "Danh sách bầu cử chưa được biểu quyết.", "Biểu quyết danh sách trước.";
        en "The list has not been voted.", "Vote the list first.";
    ListTooShort { names: u16, seats: u16 }
        vi "Danh sách có {names} người, ít hơn số lượng cần bầu {seats}.", "Đề cử thêm, hoặc biểu quyết lại số lượng.";
        en "The list has {names} names, fewer than the {seats} to elect.", "Nominate more, or vote the number again.";
    NoSurplus { names: u16, seats: u16 } [SurplusRequired]
        vi "Danh sách có {names} người để bầu {seats}: phải có số dư.", "Đề cử thêm ít nhất một người.";
        en "{names} names for {seats} seats: a surplus is required.", "Nominate at least one more.";
    SurplusOverCap { surplus: u16, seats: u16, cap: u16 } [Surplus]
        vi "Số dư {surplus} vượt mức tối đa {cap} khi bầu {seats} người (không quá 30 %).", "Cho rút bớt tên, hoặc lấy phiếu xin ý kiến.";
        en "A surplus of {surplus} is over the cap of {cap} for {seats} seats (at most 30 %).", "Allow withdrawals, or hold an opinion ballot.";
    NotCandidate { name: String }
        vi "Đồng chí {name} không có trong danh sách bầu cử.", "Chọn một người trong danh sách.";
        en "{name} is not a candidate.", "Choose one on the list.";
    NoWithdrawal { name: String } [Withdrawal]
        vi "Đồng chí {name} không có đề nghị xin rút đang chờ.", "Ghi đề nghị xin rút trước.";
        en "{name} has no open request to withdraw.", "Enter the request first.";
    WithdrawalOpen { name: String } [Withdrawal]
        vi "Đồng chí {name} xin rút, đại hội chưa quyết định.", "Biểu quyết cho rút hay không, rồi biểu quyết danh sách.";
        en "{name} asks to withdraw; the congress has not decided.", "Vote on the request, then on the list.";
    WithdrawalRefused { name: String } [Withdrawal]
        vi "Đại hội đã không đồng ý cho đồng chí {name} rút.", "Giữ tên trong danh sách; hoàn tác biểu quyết nếu ghi nhầm.";
        en "The congress has not allowed {name} to withdraw.", "Keep the name on the list; undo the vote if it was a slip.";
    WithdrawalNeedsVote [Withdrawal]
        vi "Việc cho rút tên do đại hội quyết định.", "Ghi đề nghị xin rút, rồi biểu quyết ở F5.";
        en "A withdrawal is decided by the congress.", "Enter the request, then vote on F5.";

    NoCountingCommittee [CountingCommitteeNotCandidate]
        vi "Chưa bầu ban kiểm phiếu.", "Đề xuất và biểu quyết ban kiểm phiếu ở F5.";
        en "There is no counting committee.", "Propose and vote one on F5.";
    BaseUnknown [Base]
        vi "Danh sách đảng viên không đầy đủ nên không xác định được số căn cứ.", "Ghi kết quả đã biết, không nêu số phiếu.";
        en "The roster is not everybody, so the base is unknown.", "Record the known result without votes.";
    BaseMoved { base: u32 } [Base]
        vi "Số căn cứ vừa thay đổi thành {base}.", "Xem lại các khoản trừ rồi xác nhận lại.";
        en "The base has just changed to {base}.", "Look at the deductions and confirm again.";
    RoundNotDue [FurtherRound]
        vi "Chưa đến lúc mở vòng bầu này.", "Công bố kết quả vòng trước và ghi quyết định của đại hội.";
        en "This round is not due.", "Announce the round before and record the congress's decision.";
    WrongStep { now: RoundState, needed: RoundState }
        vi "Chưa đúng bước: vòng bầu {now}, cần {needed}.", "Làm bước còn thiếu theo danh mục ở F6.";
        en "Not in order: the round is at «{now}», it must be at «{needed}».", "Take the missing step on F6.";
    IssuedExceedsVoters { issued: u32, voters: u32 } [BallotForms]
        vi "Phát ra {issued} phiếu, nhiều hơn {voters} người có quyền bầu cử đang có mặt.", "Đếm lại số phiếu, hoặc sửa điểm danh ở F3.";
        en "{issued} ballots issued, but only {voters} voters are in the room.", "Count again, or correct the attendance (F3).";
    IssuedExceedsPrinted { issued: u32, printed: u32 }
        vi "Phát ra {issued} phiếu, nhiều hơn {printed} phiếu đã in.", "Kiểm tra lại hai số.";
        en "{issued} ballots issued of {printed} printed.", "Check both numbers.";
    CollectedExceedsIssued { collected: u32, issued: u32 } [CollectedExceedsIssued]
        vi "Thu về {collected} phiếu, nhiều hơn {issued} phiếu phát ra: phải dừng lại.", "Đếm lại; nếu đúng, hủy toàn bộ phiếu và bầu lại. Không được bỏ bớt phiếu.";
        en "{collected} ballots collected, more than the {issued} issued: stop.", "Count again; if it is so, annul every ballot and vote again. Taking ballots out is a violation.";
    NothingToAnnul { collected: u32, issued: u32 }
        vi "Thu về {collected} phiếu, không nhiều hơn {issued} phiếu phát ra: không có căn cứ hủy.", "Ghi số phiếu thu về và đi tiếp.";
        en "{collected} collected is not more than {issued} issued: nothing to annul.", "Record the number collected and go on.";
    MoreKeyedThanCollected { keyed: u32, collected: u32 }
        vi "Đã nhập {keyed} phiếu, nhiều hơn {collected} phiếu thu về.", "Xem lại số lần của phiếu vừa nhập.";
        en "{keyed} ballots keyed of {collected} collected.", "Check how often the last ballot was repeated.";
    KeyedOnce
        vi "Phiếu của vòng này chỉ nhập một lượt, tệp đánh số từ 1.", "Nhập ở lượt 1; phiếu nhập nhầm thì sửa lại chính phiếu đó.";
        en "The ballots of this round are keyed once, in bundles numbered from 1.", "Key them in keying 1; correct a wrong ballot where it stands.";
    NotOnBallot { fault: String, names: u16 }
        vi "Phiếu này không thể có: chỉ có {names} tên trên phiếu ({fault}).", "Gõ lại số thứ tự trên phiếu.";
        en "No ballot can be so: {fault} ({names} names on the ballot).", "Type the number on the ballot again.";
    SetAsideOpen { ballots: u32 }
        vi "Còn {ballots} phiếu để riêng chưa kết luận.", "Trưởng ban kiểm phiếu xem từng phiếu và kết luận.";
        en "{ballots} ballots set aside are not decided.", "The head looks at each and decides.";
    CountNotComplete { keyed: u32, collected: u32 }
        vi "Mới nhập {keyed} trên {collected} phiếu thu về.", "Nhập tiếp cho đủ số phiếu.";
        en "{keyed} of {collected} ballots are keyed.", "Key the rest.";
    ResultNotAnnounced { title: String }
        vi "Kết quả bầu «{title}» chưa đến bước đại hội quyết định.", "Công bố kết quả trước.";
        en "The result of «{title}» does not call for a decision yet.", "Announce the result first.";
    FurtherRoundDecided [FurtherRound]
        vi "Đại hội đã quyết định bầu thêm, vòng đó chưa tiến hành.", "Xác nhận số căn cứ để mở vòng bầu.";
        en "A further round is decided and not opened yet.", "Confirm the base to open it.";
    ThreeRounds [ThreeRounds]
        vi "Đã bầu ba vòng không được bí thư.", "Cấp ủy cấp trên chỉ định: ghi quyết định để trống chức danh.";
        en "Three rounds elected no secretary.", "The superior committee appoints: record that the seat stays open.";
}

impl std::fmt::Display for Refusal {
    /// The sentence and the remedy in Vietnamese, under the default regulation.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told = self.told(Lang::Vi, Regulation::default_profile());
        write!(f, "{} {}", told.what, told.instead)
    }
}

impl std::error::Error for Refusal {}
