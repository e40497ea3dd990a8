//! The refusals of the elections: seats, lists, rounds, bundles, ballots, decisions. Rows only.

/// Makes the type of all refusals out of the rows of the hall and those of this file.
macro_rules! rows {
    ($($hall:tt)*) => { $crate::domain::refusal::refusals! {
        $($hall)*
    OfficeCalled { title: String }
        vi "Đã có cuộc bầu «{title}» cho chức danh này.", "Tiếp tục cuộc bầu đó; nếu bầu thiếu, đại hội quyết định bầu thêm.";
        en "The election «{title}» is for this office already.", "Go on with it; if seats stay open, the congress decides on a further round.";
    MoreElectedThanSeats { names: u16, seats: u16 }
        vi "Nêu {names} người trúng cử, nhiều hơn số lượng {seats}.", "Xem lại danh sách trúng cử hoặc số lượng.";
        en "{names} are named as elected for {seats} seats.", "Check the names or the number.";
    SizeBelowSeats { size: u16, seats: u16 }
        vi "Số lượng của cả khóa {size} ít hơn số bầu tại đại hội {seats}.", "Nhập số lượng cả khóa từ {seats} trở lên; để trống nếu bầu đủ ngay.";
        en "The body has {size} members in all, fewer than the {seats} to elect now.", "Enter a size of {seats} or more, or none where all are elected now.";
    OnlyBodiesHaveSize
        vi "Chỉ cấp ủy, ban thường vụ, ủy ban kiểm tra, phó bí thư mới có số lượng nhiều hơn số bầu tại đại hội.", "Bỏ số lượng của cả khóa.";
        en "Only a body or the deputies may have more members than are elected now.", "Leave the size out.";
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
    NoLongerStands { because: Box<Refusal> }
        vi "Danh sách bầu cử không còn đúng: {because}", "Ghi đề nghị rút tên (F6, phím -), đại hội biểu quyết cho rút rồi biểu quyết lại danh sách; nếu ghi nhầm, sửa ở danh sách (F3).";
        en "The list no longer holds: {because}", "Enter a withdrawal of the name (F6, key -): the congress votes on it, and on the list again; where it was a slip, correct the roster (F3).";
    SupportMissing { name: String, support: u32, needed: u32 } [FloorSupport]
        vi "Đồng chí {name} được đề cử tại đại hội với {support} người tán thành; cần {needed} (trên 30 % số có mặt).", "Lấy ý kiến hội trường và nhập số người tán thành.";
        en "{name} has the support of {support}; a name from the floor needs {needed} (more than 30 % of those attending).", "Ask the hall, and enter how many support.";
    MoreSupportThanPresent { support: u32, present: u32 } [FloorSupport]
        vi "{support} người tán thành, nhiều hơn {present} người đang có mặt.", "Đếm lại, hoặc sửa điểm danh ở F3.";
        en "{support} support the name, but only {present} are in the room.", "Count again, or correct the attendance (F3).";
    ListVoted
        vi "Danh sách bầu cử đã biểu quyết.", "Chỉ thêm tên khi đại hội quyết định bầu thêm một lần nữa.";
        en "The list has been voted.", "Names join only when the congress decides on a further round.";
    RoundHasNames
        vi "Vòng bầu đã mở, danh sách trên phiếu đã cố định.", "Nếu chưa phát phiếu, hoàn tác việc xác nhận số căn cứ ở F8; nếu đã phát, ghi vào biên bản và để đại hội quyết định sau khi kiểm phiếu.";
        en "The round is open and the names on the ballot are fixed.", "Before the ballots go out, undo the confirmed base (F8); afterwards note it and let the congress decide after the count.";
    ListNotVoted [ListOrder]
        vi "Danh sách bầu cử chưa được biểu quyết.", "Biểu quyết danh sách trước.";
        en "The list has not been voted.", "Vote the list first.";
    ListTooShort { names: u16, seats: u16 }
        vi "Danh sách có {names} người, ít hơn số lượng cần bầu {seats}.", "Đề cử thêm, hoặc biểu quyết lại số lượng.";
        en "The list has {names} names, fewer than the {seats} to elect.", "Nominate more, or vote the number again.";
    NoSurplus { names: u16, seats: u16 } [SurplusRequired]
        vi "Danh sách có {names} người để bầu {seats}: phải có số dư.", "Đề cử thêm ít nhất một người (F6, phím + hoặc *).";
        en "{names} names for {seats} seats: a surplus is required.", "Nominate at least one more (F6, key + or *).";
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
    PlenumNoCounting [CountingCommitteeNotCandidate]
        vi "Hội nghị chưa bầu ban kiểm phiếu của mình.", "Đề xuất và biểu quyết ban kiểm phiếu riêng của cuộc bầu này ở F5.";
        en "The plenum has no counting committee of its own.", "Propose and vote one for this election on F5.";
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
    NotThisDesk
        vi "Tệp này do bàn khác đang giữ.", "Nhập tệp của bàn mình; trưởng ban kiểm phiếu có thể thu hồi lượt nhập kia.";
        en "Another desk holds this bundle.", "Key your own; the head can take the other keying back.";
    NoCountClosed
        vi "Chưa vòng bầu nào khóa kết quả, nên chưa có phiếu nào để xuất.", "Trưởng ban kiểm phiếu khóa kết quả ở F6 trước.";
        en "No count is closed yet, so there are no ballots to write.", "The head of counting closes the count on F6 first.";
    NoBundleLeft
        vi "Không còn tệp nào cho bàn này.", "Chờ trưởng ban kiểm phiếu, hoặc giúp bàn khác.";
        en "No bundle is left for this desk.", "Wait for the head, or help another desk.";
    SamePersonTwice { bundle: u16 } [SecretBallot]
        vi "Bàn này đã nhập tệp {bundle}: lượt thứ hai phải do người khác nhập.", "Chuyển tệp cho bàn khác, nhận tệp khác.";
        en "This desk has keyed bundle {bundle}: the second keying is another person's.", "Pass it to another desk and take another bundle.";
    BundleTaken { bundle: u16 }
        vi "Tệp {bundle} đã có đủ người nhập.", "Nhận tệp khác.";
        en "Bundle {bundle} has its keyers already.", "Take another bundle.";
    BundleMoved { bundle: u16 }
        vi "Tệp {bundle} vừa có người nhận.", "Nhận lại để lấy lượt nhập kế tiếp.";
        en "Somebody has just taken bundle {bundle}.", "Take it again for the next keying.";
    BundleNotClaimed { bundle: u16 }
        vi "Chưa ai nhận tệp {bundle}.", "Nhận tệp trước khi nhập phiếu.";
        en "Nobody has claimed bundle {bundle}.", "Claim it before keying.";
    BundleAway { bundle: u16 }
        vi "Tệp {bundle} đang ở một tệp bàn, nhập ở máy không nối mạng.", "Nhận tệp khác; tệp bàn mang về thì chạy `daihoi desk import`. Nếu thất lạc, trưởng ban kiểm phiếu thu hồi lượt nhập.";
        en "Bundle {bundle} is away in a desk file.", "Take another one; when the desk file is back, run `daihoi desk import`. If it is lost, the head takes the keying back.";
    DeskFileOnly
        vi "Đây là tệp bàn: chỉ nhập phiếu của các tệp đã giao cho bàn.", "Việc khác làm trên tệp đại hội; nhập xong thì mang tệp này về.";
        en "This is a desk file: the bundles lent to the desk are keyed here, nothing else.", "Do the rest in the file of the congress; bring this one back when it is keyed.";
    NotDeskFile
        vi "Tệp này không phải tệp bàn.", "Chọn tệp mà `daihoi desk export` đã tạo.";
        en "This is no desk file.", "Name a file that `daihoi desk export` made.";
    DeskFileForeign
        vi "Tệp bàn này thuộc tệp đại hội khác.", "Nhập vào đúng tệp đại hội đã xuất ra nó.";
        en "This desk file belongs to another congress.", "Import it into the file it was made from.";
    DeskFileUnknown
        vi "Tệp đại hội này không ghi đã giao tệp bàn này, hoặc việc giao đã được hoàn tác.", "Xuất tệp bàn mới và nhập lại các tệp phiếu.";
        en "This congress has not lent this desk file, or the lending was undone.", "Make a new desk file and key the bundles again.";
    DeskFileOutdated { line: u64 }
        vi "Tệp đại hội này không còn dòng nhật ký {line} mà tệp bàn được xuất từ đó.", "Nhập vào bản tệp đại hội đã xuất tệp bàn; so hai bản bằng `daihoi compare`.";
        en "Line {line} of the journal that the desk file was made from is not in this file.", "Import it into the copy it was made from; `daihoi compare` tells two copies apart.";
    DeskFileAltered { first: String }
        vi "Tệp bàn đã bị sửa ngoài chương trình: {first}.", "Giữ nguyên tệp làm bằng chứng; xuất tệp bàn mới và nhập lại.";
        en "The desk file was altered outside the program: {first}.", "Keep it as evidence; make a new desk file and key the bundles again.";
    KeyingTakenBack { bundle: u16, reason: String }
        vi "Lượt nhập tệp {bundle} của tệp bàn này đã bị thu hồi: {reason}.", "Xuất tệp bàn mới cho tệp đó và nhập lại; không có gì được nhận.";
        en "The keying of bundle {bundle} in this desk file was taken back: {reason}.", "Make a new desk file for it and key it again; nothing was taken over.";
    BroughtOtherwise { bundle: u16 }
        vi "Tệp {bundle} của tệp bàn này đã được nhận về với nội dung khác.", "Có hai bản của tệp bàn: giữ cả hai, trưởng ban kiểm phiếu thu hồi lượt nhập và cho nhập lại.";
        en "Bundle {bundle} of this desk file was brought back before with other ballots.", "There are two copies of it: keep both; the head takes the keying back and has it keyed again.";
    BundleLocked { bundle: u16 }
        vi "Tệp {bundle} đã khóa.", "Trưởng ban kiểm phiếu thu hồi lượt nhập nếu phải nhập lại.";
        en "Bundle {bundle} is locked.", "The head takes the keying back if it must be keyed again.";
    BundleFull { bundle: u16, size: u32, left: u32 }
        vi "Tệp {bundle} khai {size} phiếu, chỉ còn chỗ cho {left} phiếu.", "Đếm lại tệp; trưởng ban kiểm phiếu sửa số phiếu của tệp nếu đã khai sai.";
        en "Bundle {bundle} is declared with {size} ballots; there is room for {left}.", "Count it again; the head corrects its size if it was declared wrong.";
    BundleNotFull { bundle: u16, keyed: u32, size: u32 }
        vi "Tệp {bundle} mới nhập {keyed} trên {size} phiếu.", "Nhập tiếp; nếu tệp thiếu phiếu, báo trưởng ban kiểm phiếu sửa số phiếu của tệp.";
        en "{keyed} of {size} ballots of bundle {bundle} are keyed.", "Key the rest; if papers are missing, the head corrects its size.";
    BundlesTooLarge { papers: u32, collected: u32 }
        vi "Các tệp cộng lại {papers} phiếu, nhiều hơn {collected} phiếu thu về.", "Đếm lại từng tệp.";
        en "The bundles hold {papers} ballots together, more than the {collected} collected.", "Count the bundles again.";
    BundlesDoNotAddUp { papers: u32, collected: u32 }
        vi "Các tệp cộng lại {papers} phiếu, thu về {collected} phiếu.", "Giao nốt phiếu còn lại, hoặc sửa số phiếu của tệp khai sai.";
        en "The bundles hold {papers} ballots together; {collected} were collected.", "Hand the rest out, or correct the size of a bundle.";
    BundleMissing { bundle: u16, next: u16 }
        vi "Thiếu tệp {bundle}: sau đó đã có tệp {next}.", "Tìm tệp {bundle} và giao nhập, hoặc đánh số lại.";
        en "Bundle {bundle} is missing: the next one is {next}.", "Find it and hand it out.";
    BundleNotSettled { bundle: u16, state: BundleState }
        vi "Tệp {bundle} chưa xong: {state}.", "Nhập, đối chiếu hoặc kết luận cho xong tệp này.";
        en "Bundle {bundle} is not settled: {state}.", "Key it, compare it, or decide what is open in it.";
    EntrySettled
        vi "Cách nhập phiếu của vòng này đã định khi giao tệp đầu tiên.", "Giao tiếp các tệp theo cùng cách nhập.";
        en "How this round is keyed was settled with its first bundle.", "Hand the others out the same way.";
    NothingToReadBack { bundle: u16 }
        vi "Tệp {bundle} không chờ đọc soát.", "Chỉ tệp nhập một lượt, đã nhập đủ và không còn phiếu để riêng mới đọc soát.";
        en "Bundle {bundle} does not wait to be read back.", "Only a bundle keyed once, full, with nothing set aside is read back.";
    SettledByKeyer { bundle: u16 }
        vi "Bàn này đã nhập tệp {bundle}: phải do người thứ ba xem phiếu và kết luận.", "Bàn khác, hoặc trưởng ban nếu chưa nhập tệp này, kết luận (F9 đổi người ngồi máy).";
        en "This desk has keyed bundle {bundle}: a third person decides from the paper.", "Another desk decides, or the head if the head did not key it (F9 changes seats).";
    NothingToSettle { bundle: u16, place: u32 }
        vi "Phiếu {place} của tệp {bundle} không có gì phải kết luận.", "Xem danh sách phiếu khác nhau của tệp.";
        en "Nothing is to be decided on ballot {place} of bundle {bundle}.", "See the differences of the bundle.";
    MoreDrawnThanPapers { papers: u32, all: u32 }
        vi "Chỉ có {all} phiếu, không rút được {papers} phiếu.", "Nhập số nhỏ hơn.";
        en "There are {all} ballots; {papers} cannot be drawn.", "Type a smaller number.";
    AlreadyCompared { bundle: u16, place: u32 }
        vi "Phiếu {place} của tệp {bundle} đã đối chiếu.", "Đối chiếu phiếu tiếp theo.";
        en "Ballot {place} of bundle {bundle} is compared already.", "Go on with the next one.";
    PickOpen { bundle: u16, place: u32 }
        vi "Phiếu {place} của tệp {bundle} đã rút kiểm tra mà chưa đối chiếu hoặc kết luận xong.", "Đối chiếu phiếu với bản giấy, kết luận nếu không khớp.";
        en "Ballot {place} of bundle {bundle} was drawn and is not compared or decided.", "Compare it with the paper, decide where it differs.";
    NotOnBallot { fault: String, names: u16 }
        vi "Phiếu này không thể có: chỉ có {names} tên trên phiếu ({fault}).", "Gõ lại số thứ tự trên phiếu.";
        en "No ballot can be so: {fault} ({names} names on the ballot).", "Type the number on the ballot again.";
    ResultNotAnnounced { title: String }
        vi "Kết quả bầu «{title}» chưa đến bước đại hội quyết định.", "Công bố kết quả trước.";
        en "The result of «{title}» does not call for a decision yet.", "Announce the result first.";
    InspectionFirst [OrderOfElections]
        vi "Phải bầu xong ủy ban kiểm tra trước khi bầu chủ nhiệm.", "Hoàn thành cuộc bầu ủy ban kiểm tra.";
        en "The inspection committee must be elected before its head.", "Finish the inspection committee's election.";
    DelegatesFirst [Alternates]
        vi "Phải bầu xong đại biểu chính thức trước khi bầu đại biểu dự khuyết.", "Hoàn thành cuộc bầu đại biểu chính thức.";
        en "The delegates must be elected before the alternates.", "Finish the delegates' election.";
    NotInInspection { name: String } [OrderOfElections]
        vi "Đồng chí {name} không trúng cử ủy ban kiểm tra.", "Chọn trong số ủy viên ủy ban kiểm tra vừa trúng cử.";
        en "{name} was not elected to the inspection committee.", "Choose from those just elected.";
    AlreadyDelegate { name: String } [Alternates]
        vi "Đồng chí {name} đã trúng cử đại biểu chính thức.", "Chọn người khác làm đại biểu dự khuyết.";
        en "{name} has been elected a delegate.", "Choose somebody else as alternate.";
    CandidateExempted { name: String }
        vi "Đồng chí {name} được miễn sinh hoạt; đại hội này đã quyết định không đưa vào danh sách bầu cử.", "Chọn người khác, hoặc ghi quyết định khác ở mục các điểm quy chế chưa quy định rõ.";
        en "{name} is exempted; this congress has settled that exempted members do not stand.", "Choose somebody else, or settle the open point otherwise.";
    AlternatesOnOneList [Alternates]
        vi "Đại hội này lấy đại biểu dự khuyết từ cùng danh sách với đại biểu chính thức.", "Ghi số dự khuyết ở cuộc bầu đại biểu, hoặc quyết định bầu dự khuyết bằng phiếu riêng.";
        en "This congress takes its alternates from the delegates' list.", "Enter their number with the delegates, or settle on two ballots.";
    AlternatesOnTwoBallots [Alternates]
        vi "Đại hội này bầu đại biểu dự khuyết bằng phiếu riêng.", "Để số dự khuyết là 0 và lập cuộc bầu đại biểu dự khuyết.";
        en "This congress elects its alternates on a ballot of their own.", "Leave their number at 0 and call their own election.";
    OnlyDelegatesHaveAlternates [Alternates]
        vi "Chỉ đoàn đại biểu mới có dự khuyết.", "Để trống số dự khuyết.";
        en "Only delegates have alternates.", "Leave the number of alternates empty.";
    OpinionOfOther { title: String }
        vi "Phiếu này không lấy được ý kiến cho cuộc bầu «{title}».", "Chọn đúng chức danh của cuộc bầu đó, không ghi số dự khuyết.";
        en "This ballot cannot ask an opinion for «{title}».", "Use the office of that election, without alternates.";
    ListFits { names: u16, room: u16 } [Surplus]
        vi "Danh sách còn chỗ cho {room} người giới thiệu tại đại hội, hiện có {names}: không cần phiếu xin ý kiến.", "Biểu quyết danh sách.";
        en "The list has room for {room} names from the floor and holds {names}: no opinion ballot is needed.", "Vote the list.";
    OpinionKeeps { room: u16 } [Surplus]
        vi "Phiếu xin ý kiến chọn {room} người giới thiệu tại đại hội.", "Ghi số được giữ lại là {room}; nếu là 0, cho rút bớt tên.";
        en "The opinion ballot keeps {room} of the names from the floor.", "Enter {room}; where it is 0, allow withdrawals.";
    IntroducesSecretary
        vi "Phiếu giới thiệu dùng khi đại hội trực tiếp bầu bí thư, mỗi người giới thiệu một đồng chí.", "Lập phiếu giới thiệu cho cuộc bầu bí thư.";
        en "An introduction ballot precedes the direct election of the secretary; everybody introduces one.", "Call it for the secretary's election.";
    NobodyToIntroduce
        vi "Chưa có ai để giới thiệu.", "Công bố kết quả bầu cấp ủy trước.";
        en "There is nobody to introduce.", "Announce the committee's result first.";
    NotTiedInOpinion { name: String }
        vi "Đồng chí {name} không phải người bằng phiếu ở phiếu xin ý kiến.", "Chọn một trong những người bằng phiếu.";
        en "{name} was not tied in an opinion ballot.", "Choose one of the tied.";
    FurtherRoundDecided [FurtherRound]
        vi "Đại hội đã quyết định bầu thêm, vòng đó chưa tiến hành.", "Xác nhận số căn cứ để mở vòng bầu.";
        en "A further round is decided and not opened yet.", "Confirm the base to open it.";
    ThreeRounds [ThreeRounds]
        vi "Đã bầu ba vòng không được bí thư.", "Cấp ủy cấp trên chỉ định: ghi quyết định để trống chức danh.";
        en "Three rounds elected no secretary.", "The superior committee appoints: record that the seat stays open.";
    } };
}
pub(super) use rows;
