//! Words of the frame: header, footer, dialogs, palette, roles.

use super::{sentences, words};

words! {
    run: "Điều hành", "Run";
    roll: "Điểm danh", "Roll";
    floor: "Phát biểu", "Floor";
    votes: "Biểu quyết", "Hand votes";
    elections: "Bầu cử", "Elections";
    minutes: "Biên bản", "Minutes";
    journal: "Nhật ký", "Journal";
    help: "Trợ giúp", "Help";
    roles: "Vai", "Role";
    seat_fixed: "Màn hình này chỉ dùng cho một vai", "This screen is for one role only";
    menu: "Thực đơn", "Menu";
    palette: "Tìm lệnh", "Palette";
    undo: "Hoàn tác", "Undo";
    quit: "Thoát", "Quit";
    language: "English", "Tiếng Việt";
    write_note: "Ghi", "Save note";
    clear_note: "Bỏ ghi chú", "Drop note";
    note: "Ghi chú", "Note";
    note_hint: "gõ chữ để ghi chú, Enter lưu", "type to take a note, Enter saves";
    saved: "đã lưu", "saved";
    unsaved: "CHƯA LƯU", "NOT SAVED";
    files_at_host: "Tệp và văn bản: làm ở máy chính", "Files and papers are for the host";
    leaving: "Những gì đã gõ chưa được ghi. Esc lần nữa: bỏ; phím khác: nhập tiếp.", "What was typed is not recorded. Esc again: drop it; any other key: go on.";
    nothing_fits: "không có dòng nào khớp; gõ lại", "nothing fits; type again";
    passphrase_hint: "Gõ mật khẩu của vai này, Enter vào, Esc thôi", "Type the passphrase of this role, Enter takes the seat, Esc leaves it";
    passphrase_wrong: "Không đúng: gõ lại, hoặc Esc", "Not the passphrase: type it again, or Esc";
    copy_whole: "bản sao ✓", "copy ✓";
    copy_gone: "MẤT BẢN SAO: USB bị rút. Máy này vẫn lưu đủ; cắm lại là tự chép tiếp.", "COPY LOST: the stick is gone. All is saved here; put it back to go on.";
    copy_full: "MẤT BẢN SAO: USB đầy. Máy này vẫn lưu đủ; xóa bớt tệp là tự chép tiếp.", "COPY LOST: the stick is full. All is saved here; make room to go on.";
    copy_missing: "MẤT BẢN SAO", "COPY LOST";
    copy_elsewhere_hint: "Có máy khác đã đi tiếp từ bản sao này. Máy này chép vào một bản mới bên cạnh, không ghi đè. So hai bản bằng daihoi compare trước khi làm tiếp.", "Another laptop went on from this copy. This one copies beside it and overwrites nothing. Compare the two with daihoi compare before going on.";
    present: "có mặt", "present";
    quorum: "đủ số", "quorum";
    no_quorum: "CHƯA ĐỦ SỐ", "NO QUORUM";
    not_stated: "không nêu", "not stated";
    no_item: "chưa bắt đầu", "not begun";
    closed: "đã bế mạc", "closed";
    yes: "Đồng ý", "Yes";
    no: "Thôi", "No";
    record: "Ghi lại", "Record";
    next_row: "ô sau", "next field";
    choose: "chọn", "choose";
    close: "Đóng", "Close";
    refused: "Không được", "Refused";
    trouble: "Trục trặc", "Trouble";
    instead: "Cách xử lý", "Instead";
    article: "Căn cứ", "Article";
    too_small: "Cửa sổ quá nhỏ", "The window is too small";
    nothing_to_undo: "Chưa có việc nào của vai này để hoàn tác", "Nothing of this role to undo yet";
    secretary: "Thư ký", "Secretary";
    presidium: "Đoàn chủ tịch", "Presidium";
    counter: "Kiểm phiếu viên", "Counter";
    head: "Trưởng ban kiểm phiếu", "Head of counting";
    hall: "Màn hình hội trường", "Hall screen";
    draft_back: "Đã lấy lại ghi chú gõ dở của lần trước. Enter để lưu.", "The note cut off last time is back. Enter saves it.";
    note_written: "Đã lưu ghi chú", "Note saved";
    undone: "Đã hoàn tác", "Undone";
    exporting: "Đang xuất văn bản …", "Exporting …";
    any_key: "phím bất kỳ", "any key";
    next: "Việc tiếp theo", "Next";
    typed_prefix: "tìm", "find";
    ctrl_s: "Ctrl-S ghi ngay", "Ctrl-S records at once";
    up_down: "lên/xuống", "up/down";
    keys_here: "Phím ở màn hình này", "Keys on this screen";
    keys_everywhere: "Phím ở mọi nơi", "Keys everywhere";
    role_taken: "Đã đổi vai", "Role changed";
    pick_role: "Ai đang ngồi máy này?", "Who sits at this laptop?";
    leave: "Thoát chương trình?", "Leave the program?";
    leave_text: "Mọi thay đổi đã nằm trong tệp. Ghi chú gõ dở được giữ làm bản nháp.", "Every change is in the file. A half-typed note is kept as a draft.";
}

sentences! {
    passphrase_of(seat: &str): "Mật khẩu: {seat}", "Passphrase: {seat}";
    copy_behind(lines: u64): "bản sao −{lines}", "copy −{lines}";
    copy_lost(why: &str): "MẤT BẢN SAO ({why}). Máy này vẫn lưu đủ; USB tốt lại là tự chép tiếp.", "COPY LOST ({why}). This machine keeps everything; copying goes on by itself.";
    copy_back(line: u64): "Bản sao đã đủ đến dòng {line}", "The copy is whole again, up to line {line}";
    copy_elsewhere(copy: &str): "{copy}: bản sao này có những thay đổi mà máy này không có", "{copy}: this copy holds changes that this machine has not";
    desk(desk: u16): "bàn {desk}", "desk {desk}";
    next_item(title: &str): "tiếp theo: {title}", "next: {title}";
    needs_size(width: u16, height: u16): "cần ít nhất {width}×{height} ô", "it needs at least {width}×{height} cells";
    undo_what(number: u64, what: &str): "Hoàn tác dòng {number}: {what}?", "Undo line {number}: {what}?";
    exported(files: usize, folder: &str): "Đã xuất {files} tệp vào {folder}", "{files} files written to {folder}";
    other_day(session: &str, today: &str): "Phiên họp ghi ngày {session}, đồng hồ máy tính là {today}. Giờ ghi theo đồng hồ máy.", "The session is dated {session}, this computer says {today}. Hours follow the computer.";
}
