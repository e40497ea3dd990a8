//! The refusals of the hall: file and door, people, agenda, attendance, floor, hand votes, targets. Rows only.

/// Hands the rows of this file on to those of the elections.
macro_rules! rows {
    () => { $crate::domain::refusal::ballot::rows! {
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
    NoFigure { text: String, examples: String }
        vi "«{text}» không phải là một số liệu.", "Ghi như {examples}; chữ để ở dòng nội dung.";
        en "«{text}» is no figure.", "Write it like {examples}; words belong into the line of the text.";
    ShareOverHundred
        vi "Tỷ lệ đảng viên theo mức không vượt quá 100 %.", "Kiểm tra lại tỷ lệ.";
        en "A share of the members is never more than 100 %.", "Check the share.";
    LevelNeedsBallot
        vi "Mức xếp loại do bỏ phiếu kín quyết định, không ghi tay.", "Ghi số phiếu của từng mức.";
        en "A level is adopted by secret ballot, not typed in.", "Enter the ballots for each level.";
    RatingVoted
        vi "Việc xếp loại này đã có kết quả.", "Ghi nhầm thì hoàn tác lượt ghi đó (Ctrl-Z).";
        en "This classification has its result.", "If it was entered wrongly, undo that entry (Ctrl-Z).";
    RatedTwice { name: String }
        vi "{name} đã có trong danh sách xếp loại.", "Ghi kết quả vào mục đã có.";
        en "{name} is on the list of classifications already.", "Enter the result there.";
    LevelsDoNotAddUp { told: u64, collected: u32 }
        vi "Số phiếu các mức và phiếu không hợp lệ cộng lại là {told}, thu về {collected}.", "Đếm lại: tổng bốn mức cộng phiếu không hợp lệ phải bằng số phiếu thu về.";
        en "The ballots of the levels and the invalid ones add up to {told}, {collected} were collected.", "Count again: the four levels and the invalid ballots make up those collected.";
    UnitInTwoGroups { unit: String, name: String }
        vi "{unit} đã ở {name}.", "Bỏ đoàn này khỏi một trong hai tổ.";
        en "{unit} sits in {name} already.", "Take the delegation out of one of the two groups.";
    Unreadable { what: String }
        vi "Không đọc được thay đổi: {what}.", "Xem từ vựng bằng `daihoi changes --schema`.";
        en "The change cannot be read: {what}.", "See the vocabulary with `daihoi changes --schema`.";
    ControlCharacter
        vi "Nội dung có ký tự điều khiển ẩn.", "Gõ lại đoạn đó, hoặc dán qua một trình soạn thảo văn bản thuần.";
        en "The text holds hidden control characters.", "Type it again, or paste it through a plain text editor.";
    NotComposed
        vi "Nội dung dùng dấu tổ hợp (NFD), không phải Unicode dựng sẵn.", "Chuyển văn bản sang Unicode dựng sẵn (NFC).";
        en "The text uses decomposed letters (NFD).", "Convert the text to composed Unicode (NFC).";
    PassphraseShort { least: u16 }
        vi "Mật khẩu quá ngắn.", "Đặt ít nhất {least} ký tự.";
        en "The passphrase is too short.", "Type {least} letters or more.";
    PassphraseWrong { role: Role }
        vi "Mật khẩu của vai {role} không đúng.", "Gõ lại; nếu quên, người đã đặt hoàn tác dòng đặt mật khẩu ở F8.";
        en "This is not the passphrase of the {role}.", "Type it again; if it is forgotten, whoever set it undoes that line on F8.";
    HallNeedsNone
        vi "Màn hình hội trường không ghi được gì nên không có mật khẩu.", "Đặt mật khẩu cho vai khác.";
        en "The screen of the hall writes nothing and has no passphrase.", "Set one for another role.";
    NotThisRole { role: Role, needed: Role }
        vi "Việc này không thuộc vai {role}.", "Nhấn F9 đổi sang vai {needed}.";
        en "This is not the part of the {role}.", "Press F9 and take the role of {needed}.";
    NotThisLine { number: u64, writer: Role, needed: Role }
        vi "Dòng {number} do {writer} ghi; hoàn tác là việc của {needed}.", "Nhấn F9 đổi sang vai {needed}.";
        en "Line {number} was written by the {writer}; undoing it is for the {needed}.", "Press F9 and take the role of {needed}.";
    TextMoved
        vi "Đoạn này vừa được sửa ở máy khác trong khi đồng chí gõ.", "Xem cả hai bản, chọn hoặc sửa thành một bản rồi ghi lại.";
        en "Another screen changed this text while you typed.", "Look at both versions, choose or make them one, and record again.";
    NotThisDraft { role: Role }
        vi "Đây là bản nháp của {role}.", "Mỗi vai, mỗi bàn chỉ giữ bản nháp của mình.";
        en "This draft belongs to the {role}.", "Each role and desk keeps only its own.";
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
        vi "Đã khai mạc: loại cuộc họp, quy chế bầu cử và phạm vi danh sách không đổi được nữa.", "Hoàn tác đến trước khi khai mạc, hoặc lập tệp mới.";
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

    RecordClosed { hour: String, day: String }
        vi "Hồ sơ đã khóa lúc {hour} ngày {day}.", "Chỉ còn đính chính có lý do (F2, Ctrl-O) và phát hành, xuất văn bản (F7).";
        en "The record of the congress was closed at {hour} on {day}.", "What is left is a correction with its reason (F2, Ctrl-O), and issuing and exporting papers (F7).";
    RecordOpen
        vi "Hồ sơ chưa khóa nên chưa cần đính chính.", "Sửa trực tiếp ở màn hình của việc đó, hoặc hoàn tác ở F8.";
        en "The record is not closed: there is nothing to correct yet.", "Change it on its own screen, or undo it (F8).";
    NoCorrection
        vi "Việc này là việc của hội trường, không phải đính chính.", "Ghi đính chính bằng lời (F2, Ctrl-O): ghi sai thế nào, nay đọc lại là gì.";
        en "This is an act of the hall, not a correction.", "Correct it in words (F2, Ctrl-O): what stands there, and how it is to be read.";
    CorrectionStands
        vi "Đính chính đã nằm trong phụ lục biên bản, không hoàn tác được.", "Nếu đính chính sai, ghi một đính chính nữa (F2, Ctrl-O).";
        en "A correction stands in the annex of the minutes and is not undone.", "If it was wrong, make another correction (F2, Ctrl-O).";
    NothingToClose
        vi "Chưa phiên họp nào khai mạc nên chưa có gì để khóa.", "Khai mạc ở F2 trước.";
        en "No session has opened: there is nothing to close.", "Open the congress first (F2).";
    ClosingNeedsReason { open: u32 }
        vi "Còn {open} việc mở khi khóa hồ sơ.", "Làm nốt, hoặc ghi lý do chủ tọa vẫn kết thúc.";
        en "{open} matters are still open.", "Finish them, or record why the chair closes all the same.";
    Interrupted { since: String }
        vi "Phiên họp đang tạm dừng từ {since}.", "Ghi họp tiếp ở F2 (Ctrl-T), rồi làm việc này.";
        en "The session has been interrupted since {since}.", "Resume it on F2 (Ctrl-T), then do this.";
    NotInterrupted
        vi "Lần tạm dừng này đã kết thúc.", "Ghi một lần tạm dừng mới nếu cần (F2, Ctrl-T).";
        en "This interruption is over.", "Record a new one if need be (F2, Ctrl-T).";
    SessionNotOpen
        vi "Phiên họp chưa khai mạc.", "Bắt đầu mục đầu tiên cần đủ số người ở F2.";
        en "The session has not opened.", "Start the first item that needs a quorum (F2).";

    AlreadyIssued { number: u32 }
        vi "Văn bản này đã phát hành mang số {number} và nội dung chưa thay đổi.", "Xuất lại bản đã phát hành; chỉ phát hành bản mới khi nội dung thay đổi.";
        en "This paper was issued as number {number} and says the same now.", "Export the issued one again; issue anew only when its content has changed.";
    IssuedBeforeLast { number: u32 }
        vi "Giờ phát hành sớm hơn bản số {number} mà nó thay thế.", "Xem lại đồng hồ của hội trường.";
        en "It would be issued before number {number}, whose place it takes.", "Check the clock of the hall.";
    AgeEdges
        vi "Mốc nhóm tuổi phải tăng dần, từ 1 đến 8 mốc.", "Ghi ví dụ 30, 40, 50, 60.";
        en "The edges of the age bands must rise, one to eight of them.", "Write for example 30, 40, 50, 60.";

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
        vi "{name} đã có mặt.", "Nếu ghi nhầm: ở F3 nhấn - hoặc * để ghi lại là vắng.";
        en "{name} is present already.", "If that was a slip, press - or * on F3 to record the absence.";
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
    RosterRowsOpen { rows: u32 }
        vi "Còn {rows} dòng của danh sách chưa rõ là ai.", "Đến từng dòng có dấu ?, nhấn Space để chọn: cập nhật, thêm mới hay bỏ qua.";
        en "Rows of the roster that are not certain yet: {rows}.", "On each row marked ?, press Space to choose: update, add or leave out.";
    RosterUnchanged
        vi "Danh sách này không thêm và không đổi gì.", "Không cần nhập: mọi người đã có, đúng như trong tệp.";
        en "This roster adds and changes nothing.", "There is no need to import it: everybody is there as in the file.";
    FoundNobody { text: String }
        vi "Không có ai hoặc mục nào khớp với «{text}».", "Gõ vài chữ khác của tên; người ngoài danh sách thì ghi ở ô dành riêng, hoặc thêm vào danh sách ở F3.";
        en "Nobody and nothing fits «{text}».", "Type other letters of the name; somebody on no list goes into the field for that, or onto the roster (F3).";
    NotATerm { text: String }
        vi "«{text}» không phải một nhiệm kỳ.", "Gõ hai năm, ví dụ 2025–2027; một năm cho hội nghị tổng kết; để trống nếu chưa biết.";
        en "\"{text}\" is no term.", "Type two years, as in 2025–2027; one for a review meeting; leave it blank if unknown.";
    NotADate { text: String }
        vi "«{text}» không phải là ngày hoặc năm.", "Gõ năm (1975) hoặc ngày (09/5/1975).";
        en "«{text}» is neither a day nor a year.", "Type a year (1975) or a day (09/5/1975).";

    NotADay { text: String }
        vi "«{text}» không phải là ngày.", "Gõ đủ ngày, tháng, năm: 18/8/2025.";
        en "«{text}» is no day.", "Type day, month and year: 18/8/2025.";

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
    PlenumNoQuorum { present: u32, summoned: u32, needed: u32 } [Quorum]
        vi "Hội nghị cấp ủy chưa đủ hai phần ba: có mặt {present} trên {summoned} cấp ủy viên, cần {needed}.", "Mời thêm cấp ủy viên vào họp và điểm danh ở F3.";
        en "The plenum has no quorum: {present} present of {summoned} members, {needed} needed.", "Call more members in and mark them present (F3).";
    QuorumNotLost
        vi "Hội trường đang đủ số cần thiết nên không có gì để quyết định.", "Biểu quyết và bầu cử như thường; nếu người đã về chưa được ghi, ghi ở F3.";
        en "The hall has its quorum: there is nothing to decide.", "Go on voting; if people have left, mark that first (F3).";
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
    ItemKindStays { title: String }
        vi "Mục «{title}» đã chạy nên loại của mục không đổi được nữa.", "Mở lại mục (Ctrl-R), hoặc thêm một mục mới đúng loại (Insert).";
        en "The item «{title}» has run: what it is about stays.", "Reopen it (Ctrl-R), or add a new item of that kind (Insert).";
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
    ReviewElectsNobody
        vi "Hội nghị tổng kết không bầu ai, không có ban nào.", "Ghi người chủ trì, thư ký và xếp loại bằng phiếu kín ở F5; có bầu cử thì lập tệp đại hội.";
        en "A review meeting elects nobody and has no bodies.", "Name the chair and the secretary and classify on F5; a congress that elects is a file of its own.";
    NamedTwice { name: String }
        vi "Đồng chí {name} đã có trong danh sách.", "Chọn người khác.";
        en "{name} is on the list already.", "Choose somebody else.";
    CounterProbationary { name: String } [CountingCommitteeNotCandidate]
        vi "Đồng chí {name} là đảng viên dự bị, không được vào ban kiểm phiếu.", "Chọn một đảng viên chính thức không có tên trong danh sách bầu cử.";
        en "{name} is a probationary member and cannot be in the counting committee.", "Choose a full member who is not a candidate.";
    CounterNoVote { name: String } [CountingCommitteeNotCandidate]
        vi "Đồng chí {name} không có quyền bầu cử nên không được vào ban kiểm phiếu.", "Chọn một người có quyền bầu cử không có tên trong danh sách.";
        en "{name} has no vote here and cannot be in the counting committee.", "Choose a voter who is not a candidate.";
    CounterNotOfPlenum { name: String } [CountingCommitteeNotCandidate]
        vi "Đồng chí {name} không phải cấp ủy viên khóa mới nên không kiểm phiếu cho hội nghị.", "Chọn một cấp ủy viên không có tên trong danh sách bầu cử.";
        en "{name} is not in the new committee and cannot count for its plenum.", "Choose a member of the committee who is not a candidate.";
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
    NotOfPlenum { text: String } [ShowOfHands]
        vi "Nội dung «{text}» do đại hội biểu quyết, không phải hội nghị cấp ủy.", "Đưa ra đại hội, hoặc đưa ra hội nghị một nội dung khác.";
        en "«{text}» is voted by the congress, not by a plenum.", "Put it to the congress, or put something else to the plenum.";
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
        vi "Chi bộ có {members} đảng viên chính thức, dưới {from}: không bầu chi ủy.", "Bầu trực tiếp bí thư và, nếu cần, một phó bí thư; nếu đã lập cuộc bầu chi ủy, ghi quyết định không bầu (F6, phím /).";
        en "The cell has {members} full members, fewer than {from}: it elects no committee.", "Elect the secretary and, if needed, one deputy directly; where a committee was called already, record that it is not elected (F6, key /).";
    OneDeputy { from: u32 } [SmallCell]
        vi "Chi bộ dưới {from} đảng viên chính thức chỉ bầu một phó bí thư.", "Biểu quyết số lượng là 1.";
        en "A cell of fewer than {from} full members elects one deputy only.", "Vote the number 1.";
    } };
}
pub(super) use rows;
