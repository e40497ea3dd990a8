//! Words of the journal screen.

use super::{sentences, words};

words! {
    open: "Xem cả dòng", "Whole line";
    close: "Đóng", "Close";
    undo: "Hoàn tác dòng này", "Undo this line";
    up: "Lên", "Up";
    down: "Xuống", "Down";
    page_up: "Trang trước", "Page up";
    page_down: "Trang sau", "Page down";
    first: "Đầu nhật ký", "First";
    last: "Dòng mới nhất", "Newest";
    not_open: "Chưa mở dòng nào", "No line is open";
    empty: "Nhật ký trống. Mỗi việc ghi vào tệp là một dòng ở đây, không dòng nào bị xóa.", "The journal is empty. Everything recorded becomes a line here, and no line is ever deleted.";
    no_line: "Nhật ký chưa có dòng nào", "The journal has no line";
    undone_already: "Dòng này đã hoàn tác", "This line is undone already";
    not_this_line: "Dòng này do vai khác ghi: F9 đổi sang vai đó để hoàn tác", "Another role wrote this line: F9 takes that role to undo it";
    founding: "Không hoàn tác được dòng lập tệp", "The founding of the file cannot be undone";
    an_undoing: "Không hoàn tác một lần hoàn tác: ghi lại việc đó", "An undoing is not undone: record the thing again";
    undo_note: "Nếu việc ghi sau phụ thuộc vào dòng này, hoàn tác sẽ bị từ chối và nói rõ dòng nào.", "If a later line depends on this one, undoing is refused and names it.";
    hidden: "(không hiện nội dung phiếu)", "(what the ballot says is not shown)";
    next_read: "Enter: xem cả dòng · Delete: hoàn tác dòng đang chọn", "Enter: the whole line · Delete: undo the line under the cursor";
    next_close: "↑↓ cuộn · Enter: trở lại nhật ký", "↑↓ scroll · Enter: back to the journal";
    next_empty: "F2: bắt đầu chương trình", "F2: start the agenda";
}

sentences! {
    title(last: u64): "Nhật ký: {last} dòng", "Journal: {last} lines";
    line(number: u64): "Dòng {number}", "Line {number}";
    desk(role: &str, desk: u16): "{role}, bàn {desk}", "{role}, desk {desk}";
    undone_by(number: u64, who: &str): "đã hoàn tác ở dòng {number} ({who})", "undone by line {number} ({who})";
    recorded(at: &str, who: &str): "Ghi lúc {at} · {who}", "Recorded {at} · {who}";
    of_line(told: &str, what: &str): "{told}: {what}", "{told}: {what}";
}
