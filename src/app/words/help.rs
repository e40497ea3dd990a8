//! What each screen is for and what to do first on it: the text of F1.

use super::words;

words! {
    first: "Làm gì trước", "What to do first";

    run: "Điều hành: đi qua từng mục của chương trình. Bên trái là các mục với số phút dự kiến và thực tế; bên phải là lời dẫn cho chủ tọa, số liệu hội trường điền sẵn.", "Run: walk through the agenda. On the left the items with planned and actual minutes; on the right the chair's text with the hall's numbers filled in.";
    run_first: "Nhấn Enter để bắt đầu mục đang chọn, Enter lần nữa để kết thúc; Tab sang nơi làm việc của mục (điểm danh, biểu quyết, bầu cử). Các mục có thể chạy song song. Gõ chữ bất cứ lúc nào để ghi chú. Thông tin đại hội sửa bằng Ctrl-F, phiên họp Ctrl-P, mục Ctrl-E.", "Press Enter to start the item under the cursor, Enter again to finish it; Tab goes where its work is done (roll, votes, elections). Items may run side by side. Type at any moment to take a note. Facts of the congress: Ctrl-F, session: Ctrl-P, item: Ctrl-E.";

    roll: "Điểm danh: ai được triệu tập, ai có mặt, vắng, đến muộn, ra về, kèm giờ; đủ số hay chưa. Lý do vắng được chấp nhận là một kết luận riêng.", "Roll: who is summoned, who is present, absent, late or gone, each with the hour; whether there is a quorum. An accepted reason for absence is a decision of its own.";
    roll_first: "Chưa có ai: Ctrl-O nhập danh sách từ Excel, CSV (xem trước rồi mới nhập), Insert thêm từng người. Đã có: gõ vài chữ của tên (không dấu, viết liền cũng được: vanan), Space ghi có mặt; Ctrl-R gọi tên lần lượt; Ctrl-A ghi có mặt tất cả. Ctrl-G sang khách mời.", "Nobody yet: Ctrl-O imports a roster from Excel or CSV (shown before it is recorded), Insert adds one person. Then: type a part of a name (no diacritics, no spaces needed: vanan), Space marks present; Ctrl-R calls name by name; Ctrl-A marks all present. Ctrl-G shows the guests.";

    calling: "Gọi tên: từng người một, chữ lớn. Trả lời bằng một phím.", "Calling the roll: one person at a time, in large letters, one key each.";
    calling_first: "Enter: có mặt · -: vắng · *: vắng có lý do · mũi tên xuống: gọi lại sau. Esc dừng; những người chưa gọi còn nguyên.", "Enter: present · -: absent · *: absent with a reason · arrow down: call later. Esc stops; who was not called stays uncalled.";

    guests: "Khách mời: từng người với các chức vụ và vai trò (dự, chúc mừng, chỉ đạo, tặng hoa), hoặc đoàn khách không nêu tên. Khách không biểu quyết.", "Guests: people with their offices and what they came to do, or delegations without names. Guests do not vote.";
    guests_first: "Insert thêm khách; Space ghi đã đến; Enter sửa. Ctrl-G hoặc Esc trở lại danh sách.", "Insert adds a guest; Space marks that they came; Enter corrects. Ctrl-G or Esc goes back to the roster.";

    preview: "Xem trước danh sách: tệp được hiểu thế nào, từng cột và từng dòng; ai là người mới, ai được cập nhật, dòng nào chưa rõ hay lỗi. Chưa có gì được ghi.", "Preview of a roster: how the file was understood, column by column and row by row; who is new, who is brought up to date, which rows are not certain or wrong. Nothing is recorded yet.";
    preview_first: "Tab xem các cột; * chỉ hiện dòng cần xem. Ở dòng có dấu ?, Space chọn: cập nhật ai, thêm mới hay bỏ qua. Enter hỏi lại rồi nhập cả danh sách trong một thay đổi; nhập lại lần sau không ghi đúp.", "Tab shows the columns; * only the rows that need a look. On a row marked ?, Space chooses: update whom, add or leave out. Enter asks, then imports the whole roster as one change; importing again doubles nobody.";

    floor: "Phát biểu: hàng đợi, người đang nói với đồng hồ đổi màu và chuông, ai đã nói bao lâu. Mỗi lượt có ghi chép và nội dung ghi biên bản; chỉ ô sau được in.", "Floor: the queue, who speaks with a timer that changes colour and rings, who spoke how long. Each speech has a raw note and a text for the minutes; only the second is printed.";
    floor_first: "Insert đăng ký người phát biểu (gõ vài chữ của tên), Enter mời và kết thúc, Tab ghi nội dung. Ctrl-F xem tổng hợp: ai đã nói, ai chưa.", "Insert registers a speaker (type a part of the name), Enter calls and ends, Tab writes the text. Ctrl-F sums up who spoke and who did not.";
    writing: "Ghi nội dung một lượt phát biểu: trái là ghi chép, phải là nội dung ghi biên bản. Chữ được giữ khi cửa sổ bị đóng.", "Writing a speech: on the left the raw note, on the right the text for the minutes. What is typed is kept if the window is closed.";
    writing_first: "Gõ ở ô trái; Tab sang ô phải; Insert đưa ghi chú vào; @ chèn tên. Ctrl-S lưu, Esc đóng.", "Type on the left; Tab goes right; Insert takes the notes in; @ inserts a name. Ctrl-S saves, Esc closes.";

    votes: "Biểu quyết giơ tay: mỗi dòng một nội dung, theo trình tự cuộc họp: tổ chức, chương trình, báo cáo, số lượng và danh sách bầu, chỉ tiêu, nghị quyết, biên bản.", "Hand votes: one row for each matter in the order of the congress: bodies, programme, reports, number and list of each election, targets, resolution, minutes.";
    votes_first: "Làm theo dòng hướng dẫn: Enter đề xuất, đưa ra biểu quyết rồi nhập ba số; * là nhất trí; dấu chấm khi chỉ biết kết quả. Insert thêm chỉ tiêu, báo cáo hay nội dung khác; + ghi đề nghị điều chỉnh chỉ tiêu; Ctrl-E sửa.", "Follow the guide line: Enter proposes, puts, then takes three numbers; * is all agree; the dot a result without counts. Insert adds a target, report or other matter; + an amendment of a target; Ctrl-E corrects.";

    elections: "Bầu cử: mỗi cuộc bầu một danh mục từ số lượng đến bàn giao phiếu. Bước nào cũng nói còn thiếu gì và căn cứ điều nào.", "Elections: a checklist for each, from the number to the handing over of the ballots. Every step says what is missing and which article is behind it.";
    elections_first: "Chưa có cuộc bầu nào: Insert để lập. Đã có: nhấn Enter làm bước có dấu ►; số lượng và danh sách biểu quyết ở F5 rồi quay lại. Máy được chuyển cho ban kiểm phiếu khi nhập phiếu.", "No election yet: Insert calls one. Else press Enter for the step marked ►; number and list are voted on F5, then you come back. The laptop is handed to the counters for keying.";
    keying: "Nhập phiếu: tay cầm phiếu, tay kia trên bàn phím số. Không màn hình nào hiện tổng số trước khi khóa kết quả.", "Keying ballots: the paper in one hand, the number pad under the other. No totals are shown before the count is closed.";
    keying_first: "Gõ số của tên để gạch (hoặc đổi đồng ý/không đồng ý), Enter xong phiếu. n * ghi thêm n phiếu giống hệt; - lấy lại; / phiếu hỏng; . để riêng. Esc rời bàn nhập, không mất gì.", "Type the number of a name to strike it (or to change agree/disagree), Enter closes the ballot. n * books n more of the same; - takes back; / invalid; . sets aside. Esc leaves, nothing is lost.";

    bundles: "Các tệp phiếu của vòng bầu: mỗi tệp bao nhiêu phiếu, bàn nào nhập, đã khớp hay còn khác nhau. Không tổng số nào hiện trước khi khóa kết quả.", "The bundles of the round: how many papers in each, which desk keys it, whether it agrees or differs. No totals before the count is closed.";
    bundles_first: "Enter làm việc của tệp đang chọn: nhập phiếu, hoặc xem chỗ khác nhau. Trưởng ban: Insert chia tệp, Ctrl-E sửa số phiếu. Esc trở lại danh mục.", "Enter works on the bundle under the cursor: keys its papers, or looks at what differs. The head: Insert hands bundles out, Ctrl-E corrects a size. Esc goes back to the checklist.";
    review: "Xem từng phiếu: chỉ những phiếu hai lượt nhập khác nhau, hoặc để riêng; quyết định theo bản giấy, kèm lý do.", "Papers one by one: only those on which the two keyings differ, or that were set aside; decided from the paper, with a reason.";
    review_first: "Tìm tờ phiếu, rồi 1: lượt một đúng, 2: lượt hai đúng, +: nhập lại theo bản giấy. Esc trở lại các tệp.", "Find the paper, then 1: the first is right, 2: the second, +: key it from the paper. Esc goes back to the bundles.";

    reasons_first: "Chọn lý do của quyết định bằng một số: lý do nằm lại trong nhật ký nhập phiếu. Esc chọn lại.", "Choose the reason of the decision with a figure: it stays in the entry log. Esc chooses again.";

    practice: "Tập nhập phiếu: mười tờ phiếu bịa hiện ra như khi lấy từ hòm, nhập bằng đúng bàn phím số của bàn kiểm phiếu. Không ghi gì vào đại hội nào.", "Practice: ten made-up ballots lie there as they come out of the box and are keyed on the very pad of the count. Nothing is recorded in any congress.";
    practice_first: "Đọc tờ phiếu ở trên, gõ số của tên như trên bàn kiểm phiếu, Enter xong phiếu. Sai thì xem lại ngay tờ ấy, Enter đi tiếp; cuối cùng có tốc độ và các lỗi theo loại.", "Read the paper above, type the numbers of names as at the count, Enter closes the ballot. What was wrong is shown at once, Enter goes on; at the end speed and errors by kind.";

    minutes: "Biên bản: xem trước đúng như bản in, luôn theo dữ liệu. Bên phải là những gì còn thiếu.", "Minutes: the paper as it will print, always from the data. On the right what is missing.";
    minutes_first: "Nhấn một số để đến nơi nhập điều còn thiếu. Tab, Enter để sửa lời văn một đoạn; Delete trả về dữ liệu. Ctrl-S xuất DOCX, Markdown, JSON vào thư mục cạnh tệp đại hội.", "Press a figure to go where a missing fact is entered. Tab and Enter reword a paragraph; Delete goes back to the data. Ctrl-S writes DOCX, Markdown, JSON beside the file.";

    journal: "Nhật ký: mọi thay đổi theo thứ tự, ai ghi, lúc nào. Không có gì bị xóa; hoàn tác cũng là một dòng.", "Journal: every change in order, by whom and when. Nothing is ever deleted; undoing is a line of its own.";
    journal_first: "Enter xem cả dòng; Delete hoàn tác dòng đang chọn (hỏi lại trước). Ở mọi màn hình, Ctrl-Z hoàn tác việc vừa làm.", "Enter shows a line whole; Delete undoes it (it asks first). On every screen Ctrl-Z undoes what was just done.";

    chair: "Chủ trì: đang làm gì, sắp tới là gì, còn bao lâu, ai chờ phát biểu, việc gì phải quyết định, kèm lời điều hành của mục.", "The chair: what is under way, what comes next, how long, who waits to speak, what must be decided, with the text of the item.";
    chair_first: "Enter quyết định việc có dấu ►; * dừng hoặc mở lại màn hình hội trường; Page Down đọc tiếp lời điều hành. F3 đến F8 để xem.", "Enter takes the decision marked ►; * holds the hall's screen or shows it again; Page Down reads on. F3 to F8 to look.";
    head: "Kiểm phiếu: tệp nào ở đâu, tệp nào còn khác nhau, bàn nào nhập đến đâu, bao giờ xong. Không có tổng số phiếu của ai trước khi khóa kết quả.", "The count: which bundle is where, which differ, how far each desk is, when it may end. Nobody's votes before the count is closed.";
    head_first: "Enter làm việc ở dòng ►: chia tệp, kết luận phiếu khác nhau, đọc soát, khóa kết quả. F6 là các tệp và danh mục.", "Enter does what stands at ►: hands bundles out, decides what differs, reads back, closes. F6 shows bundles and checklist.";
    desk: "Bàn phiếu: chỉ tệp của bàn này. Nhập bằng bàn phím số, mỗi phiếu vào tệp ngay khi đóng.", "The desk: the bundles of this desk alone. Keyed on the number pad; every ballot is in the file as soon as it is closed.";
    desk_first: "Enter nhận tệp tiếp theo hoặc nhập tiếp tệp đang dở. Hết tệp thì chờ trưởng ban kiểm phiếu. Ctrl-P để tập.", "Enter takes the next bundle or goes on with the one in hand. When none is left, wait for the head. Ctrl-P practises.";
    hall: "Màn hình hội trường: không dùng phím nào.", "The hall's screen: it takes no keys.";
    hall_first: "Đoàn chủ tịch dừng và mở màn hình này từ máy của mình. Đóng cửa sổ, hoặc Ctrl-Q hai lần, để thoát.", "The presidium holds and shows this screen from its own. Close the window, or Ctrl-Q twice, to leave.";

    start: "Bắt đầu: chọn việc ở bên trái; bên phải nói việc ấy là gì. Tệp mở gần đây và tệp trong thư mục này nằm bên dưới.", "Start: choose on the left; the right side says what it is. Files opened lately and files in this folder stand below.";
    start_first: "Lần đầu: mở đại hội mẫu và đi thử. Đại hội thật: chọn «Đại hội, hội nghị tổng kết mới» (hoặc theo tệp nhiệm kỳ trước), rồi nhập danh sách ở F3. Gõ vài chữ để tìm một tệp.", "The first time: open the demo and walk through it. For a real congress: «A new congress» (or from last term's file), then the roster on F3. Type to find a file.";
}
