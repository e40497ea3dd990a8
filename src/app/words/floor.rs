//! Words of the floor screen.

use super::{sentences, words};

words! {
    call_end: "Mời/kết thúc", "Call/end";
    write: "Ghi nội dung", "Write";
    register: "Đăng ký", "Register";
    more_time: "Thêm 1′", "1′ more";
    withdraw: "Rút", "Withdraw";
    other_pane: "Ô bên", "Other pane";
    up: "Lên", "Up";
    down: "Xuống", "Down";
    all_items: "Mục này/cả đại hội", "This item/whole congress";
    summary: "Tổng hợp", "Summary";
    other_text: "Ô bên", "Other text";
    record: "Lưu", "Save";
    close: "Đóng", "Close";
    kind_subject: "Loại, chủ đề", "Kind, subject";
    take_notes: "Đưa ghi chú vào", "Take the notes in";
    name: "Chèn tên", "Insert a name";
    keep_close: "Lưu và đóng", "Save and close";
    drop_close: "Bỏ thay đổi và đóng", "Drop the changes and close";
    keep_writing: "Viết tiếp", "Go on writing";
    written_twice: "Máy khác vừa sửa đoạn này trong khi đồng chí gõ", "Another screen changed this text while you typed";
    keep_both: "Giữ cả hai bản để sửa thành một (bản kia ở trên)", "Keep both, to make them one (theirs above)";
    keep_mine: "Lưu bản của tôi (bản kia còn trong nhật ký)", "Save mine (theirs stays in the journal)";
    keep_theirs: "Lấy bản kia, bỏ bản của tôi", "Take theirs, drop mine";
    changed: "Nội dung đã sửa chưa lưu", "Changed and not saved";
    at_sign: "@ (chính ký tự này)", "@ (the character itself)";
    speaking_now: "Đang phát biểu", "Speaking";
    nobody: "Chưa có ai đang phát biểu", "Nobody is speaking";
    queue: "Đã đăng ký", "Registered";
    spoken: "Đã phát biểu", "Have spoken";
    empty_queue: "Chưa có ai đăng ký. Insert để đăng ký người phát biểu: gõ vài chữ của tên, không cần dấu.", "Nobody is registered. Insert registers a speaker: type a part of the name.";
    empty_spoken: "Người phát biểu xong sẽ nằm ở đây, kèm thời gian và nội dung ghi biên bản.", "Those who have spoken are listed here, with their time and text for the minutes.";
    missing: "thiếu nội dung ghi biên bản", "no text for the minutes";
    write_it: "Thiếu nội dung ghi biên bản. Enter để viết.", "No text for the minutes. Enter to write it.";
    no_limit: "không giới hạn", "no limit";
    over: "QUÁ GIỜ", "OVER TIME";
    raw: "Ghi chép (không in)", "Raw note (not printed)";
    text: "Nội dung ghi biên bản (được in)", "Text for the minutes (printed)";
    notes: "Ghi chú gõ lúc phát biểu", "Notes typed during the speech";
    not_saved: "chưa lưu", "not saved";
    speaker: "Người phát biểu", "Speaker";
    kind: "Loại", "Kind";
    subject: "Chủ đề", "Subject";
    limit: "Số phút", "Minutes";
    other_name: "Người ngoài danh sách", "Somebody on no list";
    other_office: "Chức vụ, đơn vị", "Office, unit";
    register_help: "Gõ vài chữ của tên rồi Ctrl-S là đủ. Số phút để trống là không giới hạn. Có tên ở ô «Người ngoài danh sách» thì lấy tên đó.", "Type a part of the name, then Ctrl-S. No minutes: no limit. A name under «Somebody on no list» is taken instead.";
    by_person: "Thời gian theo người", "Time by person";
    by_unit: "Thời gian theo đơn vị", "Time by unit";
    silent: "Chưa phát biểu", "Never spoke";
    no_unit: "không nêu đơn vị", "no unit stated";
    guests: "Khách mời", "Guests";
    no_speech_yet: "Chưa có lượt phát biểu nào.", "No speech yet.";
    nothing_selected: "Chưa chọn lượt phát biểu nào", "No speech is selected";
    not_queued: "Chỉ rút được người đang chờ; đang phát biểu thì Enter để kết thúc", "Only who waits can be withdrawn; Enter ends who speaks";
    without_limit: "Lượt này không giới hạn thời gian", "This speech has no limit";
    no_notes: "Không có ghi chú mới của lượt phát biểu này", "There is no new note of this speech";
    written: "Đã lưu nội dung phát biểu", "Speech saved";
    next_register: "Insert hoặc +: đăng ký người phát biểu", "Insert or +: register a speaker";
    next_writing: "Tab đổi ô · @ chèn tên · Ctrl-S lưu · Esc đóng; chỉ ô bên phải được in", "Tab other text · @ a name · Ctrl-S saves · Esc closes; only the right one is printed";
    next_summary: "Ctrl-F: trở lại hàng đợi và đồng hồ", "Ctrl-F: back to the queue and the timer";
}

sentences! {
    of_limit(limit: u32): "trên {limit} phút", "of {limit} minutes";
    left(time: &str): "còn {time}", "{time} left";
    theirs(who: &str, at: &str): "Bản của {who} lưu {at}, trong khi đồng chí gõ", "Saved by the {who} at {at} while you typed";
    waiting(count: usize): "đang chờ: {count}", "waiting: {count}";
    next_up(name: &str): "Tiếp theo: {name}", "Next: {name}";
    lacking(count: usize): "thiếu {count}", "{count} lacking";
    times(count: usize): "{count} lượt", "{count}×";
    registered(name: &str): "Đã đăng ký {name}", "{name} is registered";
    ended(name: &str, time: &str): "{name} đã phát biểu {time}", "{name} spoke {time}";
    next_call(name: &str): "Enter: mời {name} phát biểu", "Enter: call {name}";
    next_call_over(name: &str, speaking: &str): "Enter: mời {name} phát biểu ({speaking} kết thúc)", "Enter: call {name} ({speaking} ends)";
    next_end(name: &str): "Tab: ghi nội dung · Enter: kết thúc phát biểu của {name}", "Tab: write · Enter: {name} has ended";
    next_write(name: &str): "Enter: viết nội dung ghi biên bản của {name}", "Enter: write the text for the minutes of {name}";
    next_missing(count: usize): "→: còn {count} lượt thiếu nội dung ghi biên bản", "→: {count} speeches have no text for the minutes";
}
