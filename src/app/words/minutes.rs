//! Words of the minutes screen.

use super::{sentences, words};

words! {
    reword: "Sửa lời văn", "Reword";
    enter: "Sửa/đến nơi nhập", "Reword/go there";
    give_back: "Trả về dữ liệu", "Back to the data";
    export: "Xuất văn bản", "Export";
    dossier: "Hồ sơ", "All papers";
    issue: "Phát hành", "Issue";
    export_one: "Xuất bản này", "Export this one";
    printing: "Thể thức", "How papers print";
    printing_help: "Thể thức và kiểu đặt dấu áp dụng cho nhãn in sẵn của mọi văn bản; họ tên, lời phát biểu giữ nguyên như đã gõ.", "Profile and tone style hold for the fixed labels of every paper; names and speeches stay as typed.";
    profile: "Quy định thể thức", "Format profile";
    tone: "Kiểu đặt dấu", "Tone style";
    age_edges: "Mốc nhóm tuổi", "Edges of age bands";
    young_under: "Trẻ tuổi là dưới", "Young is under";
    complaints: "Đơn thư về tư cách đại biểu", "Complaints about credentials";
    outside_series: "Văn bản này không đánh số nên không phát hành; in ra dùng ngay", "This paper has no number and is not issued; print it as it is";
    not_there_yet: "Chưa lập được văn bản này: Enter đến nơi cần nhập", "This paper cannot be composed yet: Enter goes to what it waits for";
    head_keeps: "Trưởng ban kiểm phiếu giữ văn bản này: F9 đổi sang vai trưởng ban để xem, xuất", "The head of counting keeps this paper: F9 to that role to see and export it";
    kept_by_head: "trưởng ban giữ", "kept by the head";
    issue_note: "Số đã cấp không dùng lại. Khi số liệu thay đổi, phát hành lại sẽ có số mới và ghi «thay cho bản số …».", "A number given is never used again. When the data changes, issuing anew takes a new number and names the paper it replaces.";
    ready: "đủ", "ready";
    not_numbered: "không đánh số", "no number";
    not_issued: "chưa phát hành", "not issued";
    data_changed: "số liệu đã đổi", "data moved on";
    waiting: "chờ", "waiting";
    next_dossier: "Enter: xem · Ctrl-P: phát hành · Ctrl-X: xuất bản này · Ctrl-S: xuất cả hồ sơ", "Enter: show · Ctrl-P: issue · Ctrl-X: export this one · Ctrl-S: export all";
    other_pane: "Ô bên", "Other pane";
    next_paragraph: "Đoạn sau", "Next paragraph";
    previous_paragraph: "Đoạn trước", "Paragraph before";
    up: "Lên", "Up";
    down: "Xuống", "Down";
    page_up: "Trang trước", "Page up";
    page_down: "Trang sau", "Page down";
    top: "Đầu văn bản", "Top";
    end: "Cuối văn bản", "End";
    jump: "Đến nơi nhập", "Go there";
    lacking: "Còn thiếu", "Missing";
    complete: "Không thiếu gì. Ctrl-S xuất văn bản.", "Nothing is missing. Ctrl-S exports.";
    fixed: "Đoạn này là mẫu hoặc bảng, không sửa lời văn; sửa số liệu ở màn hình nhập.", "This is fixed text or a table; correct the data where it is entered.";
    not_reworded: "Đoạn này chưa sửa lời văn, đang theo dữ liệu", "This paragraph is as the data gives it";
    nothing_there: "Không có mục nào ở dòng này", "There is nothing on this row";
    text: "Lời văn", "Wording";
    reword_help: "Lời văn sửa tay được giữ nguyên khi số liệu thay đổi; đoạn nào số liệu đã đổi sẽ có dấu đỏ.", "A wording by hand stays when the data changes; a red mark then shows where the data moved on.";
    data_now: "Dữ liệu nay", "The data now";
    by_hand: "Đoạn này đã sửa tay. Dữ liệu vẫn là:", "Reworded by hand. The data still gives:";
    moved_on: "Số liệu đã thay đổi sau khi sửa tay", "The data moved on after the rewording";
    give_back_text: "Bỏ lời văn sửa tay, dùng lại lời văn theo dữ liệu:", "Drop the wording by hand and print what the data gives:";
    facts: "Thông tin cuộc họp", "Facts of the meeting";
    facts_help: "Địa danh đứng trước ngày tháng; địa điểm là nơi tổ chức.", "The locality stands before the date; the venue is the hall.";
    locality: "Địa danh", "Locality";
    venue: "Địa điểm", "Venue";
    next_read: "Tab: đoạn sửa được · →: phần còn thiếu · Ctrl-F: hồ sơ · Ctrl-S: xuất", "Tab: next paragraph · →: what is missing · Ctrl-F: papers · Ctrl-S: export";
    next_reword: "Enter: sửa lời văn đoạn này · Ctrl-S: xuất DOCX, Markdown, JSON", "Enter: reword this paragraph · Ctrl-S: export DOCX, Markdown, JSON";
    next_moved_on: "Số liệu đã đổi: Enter xem và sửa lại, Delete trả về dữ liệu", "The data moved on: Enter to compare and reword, Delete goes back to the data";
}

sentences! {
    dossier_title(papers: usize, issued: usize): "Hồ sơ: {papers} văn bản, đã phát hành {issued}", "Dossier: {papers} papers, {issued} issued";
    lacks(count: usize): "thiếu {count}", "lacks {count}";
    issue_text(title: &str, number: &str): "{title} mang số {number}.", "{title}, number {number}.";
    issue_lacking(count: usize): "Văn bản này còn thiếu {count} nội dung (xem ô bên).", "It still lacks {count} facts (see the other pane).";
    issue_again(number: &str): "Bản này thay cho bản số {number}.", "It takes the place of number {number}.";
    lacking_count(count: usize): "Còn thiếu ({count})", "Missing ({count})";
    by_hand_count(count: usize): "sửa tay {count}", "{count} by hand";
    moved_count(count: usize): "số liệu đã đổi {count}", "{count} moved on";
    next_jump(what: &str): "Enter: đến nơi nhập – {what}", "Enter: go there – {what}";
}
