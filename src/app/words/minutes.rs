//! Words of the minutes screen.

use super::{sentences, words};

words! {
    reword: "Sửa lời văn", "Reword";
    enter: "Sửa/đến nơi nhập", "Reword/go there";
    give_back: "Trả về dữ liệu", "Back to the data";
    export: "Xuất văn bản", "Export";
    other_paper: "Văn bản khác", "Other paper";
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
    fixed: "Đoạn này là mẫu hoặc bảng số liệu, không sửa lời văn được; sửa số liệu ở màn hình nhập.", "This is fixed text or a table; correct the data where it is entered.";
    not_reworded: "Đoạn này chưa sửa lời văn, đang theo dữ liệu", "This paragraph is as the data gives it";
    one_paper: "Mới có một văn bản; biên bản kiểm phiếu có sau khi khóa kết quả", "There is one paper; tally records come once a count is closed";
    nothing_there: "Không có mục nào ở dòng này", "There is nothing on this row";
    text: "Lời văn", "Wording";
    reword_help: "Lời văn sửa tay được giữ nguyên khi số liệu thay đổi; đoạn nào số liệu đã đổi sẽ có dấu đỏ.", "A wording by hand stays when the data changes; a red mark then shows where the data moved on.";
    data_now: "Dữ liệu nay", "The data now";
    by_hand: "Đoạn này đã sửa tay. Dữ liệu vẫn là:", "Reworded by hand. The data still gives:";
    moved_on: "Số liệu đã thay đổi sau khi sửa tay", "The data moved on after the rewording";
    give_back_text: "Bỏ lời văn sửa tay, dùng lại lời văn theo dữ liệu:", "Drop the wording by hand and print what the data gives:";
    facts: "Thông tin đại hội", "Facts of the meeting";
    facts_help: "Địa danh đứng trước ngày tháng; địa điểm là nơi tổ chức.", "The locality stands before the date; the venue is the hall.";
    locality: "Địa danh", "Locality";
    venue: "Địa điểm", "Venue";
    next_read: "Tab: đoạn sửa được · Enter: sửa lời văn · →: phần còn thiếu · Ctrl-S: xuất", "Tab: next paragraph · Enter: reword · →: what is missing · Ctrl-S: export";
    next_reword: "Enter: sửa lời văn đoạn này · Ctrl-S: xuất DOCX, Markdown, JSON", "Enter: reword this paragraph · Ctrl-S: export DOCX, Markdown, JSON";
    next_moved_on: "Số liệu đã đổi: Enter xem và sửa lại, Delete trả về dữ liệu", "The data moved on: Enter to compare and reword, Delete goes back to the data";
}

sentences! {
    lacking_count(count: usize): "Còn thiếu ({count})", "Missing ({count})";
    by_hand_count(count: usize): "sửa tay {count}", "{count} by hand";
    moved_count(count: usize): "số liệu đã đổi {count}", "{count} moved on";
    next_jump(what: &str): "Enter: đến nơi nhập – {what}", "Enter: go there – {what}";
}
