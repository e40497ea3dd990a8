//! Words of the trainer.

use super::{sentences, words};

words! {
    practice: "Tập nhập phiếu", "Keying practice";
    nothing_stored: "mười phiếu bịa, không ghi vào đâu cả", "ten made-up ballots, nothing is stored";
    go: "Tiếp", "Go on";
    leave: "Thôi tập", "Leave";
    only_practice: "Đang tập, chưa mở đại hội nào; Esc thoát", "This is practice, no congress is open; Esc leaves";
    leave_first: "Đang tập nhập phiếu: Esc trở lại đại hội trước", "In practice: Esc returns to the congress first";
    paper_title: "PHIẾU BẦU BAN CHẤP HÀNH", "BALLOT FOR THE COMMITTEE";
    agree: "Đồng ý", "Agree";
    disagree: "Không", "No";
    signature: "chữ ký:", "signature:";
    signed_as: "Nguyễn Bá", "Nguyễn Bá";
    added_name: "ghi thêm:", "added:";
    added_as: "13  Lý Thị Sen", "13  Lý Thị Sen";
    written: "viết thêm:", "written on it:";
    written_as: "«ủng hộ hết mình !!!»", "«all my support !!!»";
    hard_to_read: "nét bút mờ, không rõ có gạch hay không", "a faint stroke: struck or not?";
    wrong: "CHƯA ĐÚNG", "NOT RIGHT";
    keyed: "Đã nhập", "Keyed";
    on_paper: "Trên phiếu", "On the paper";
    to_set_aside: "khó xác định, để riêng cho trưởng ban", "hard to read: set aside for the head";
    keyed_aside: "để riêng", "set aside";
    slip_missed: "sót dấu có trên phiếu", "a mark on the paper left out";
    slip_added: "nhập dấu không có trên phiếu", "a mark keyed that is not there";
    slip_defect: "lỗi của phiếu (ký tên, ghi thêm …)", "the defect of the paper (signed, name added …)";
    slip_aside: "phiếu khó xác định thì để riêng (.), phiếu rõ thì không", "hard to read is set aside (.), clear is not";
    slip_run: "lặp (*) khi phiếu không giống phiếu trước", "repeated (*) a ballot that is not alike";
    over: "Xong mười phiếu", "Ten ballots done";
    no_errors: "Không sai phiếu nào.", "No ballot was wrong.";
    next_key: "Nhập tờ phiếu bên trái như ở bàn kiểm phiếu, Enter khi xong; Esc thôi tập", "Key the ballot on the left as at the desk, Enter when done; Esc leaves";
    next_wrong: "Xem lại tờ phiếu rồi Enter để nhập tờ sau", "Look at the paper again, then Enter for the next one";
    next_over: "Enter: tập thêm mười phiếu khác; Esc: thôi tập", "Enter: ten other ballots; Esc: leave";
}

sentences! {
    title(seats: u16, names: u16): "Bàn phím số · bầu {seats} trong {names}", "Number pad · {seats} of {names}";
    paper_number(number: u32, of: u32): "Phiếu {number}/{of}", "Ballot {number} of {of}";
    paper_run(from: u32, to: u32, of: u32): "Phiếu {from}–{to}/{of}: giống hệt nhau", "Ballots {from}–{to} of {of}: all alike";
    to_elect(seats: u16, names: u16): "bầu {seats} trong {names} người", "{seats} of {names} to elect";
    next_run(left: u32): "Còn {left} tờ giống hệt: gõ {left}* để lặp, hoặc nhập từng tờ", "{left} more alike: {left}* repeats it, or key each";
    speed(ballots: &str): "Tốc độ: {ballots} phiếu mỗi phút", "Speed: {ballots} ballots a minute";
    keys(keys: &str, fewest: &str): "Số phím mỗi phiếu: {keys} (ít nhất có thể: {fewest})", "Keys per ballot: {keys} (the fewest possible: {fewest})";
    errors(wrong: u32, of: u32): "Nhập sai: {wrong}/{of} phiếu", "Wrong: {wrong} of {of} ballots";
    error_kind(times: u32, kind: &str): "{times} lần – {kind}", "{times} × {kind}";
}
