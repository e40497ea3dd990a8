//! Words of the closing of the record, its corrections, and interruptions of a session.

use super::{sentences, words};

words! {
    close: "Khóa hồ sơ/đính chính", "Close/correct record";
    close_title: "Kết thúc và khóa hồ sơ", "Close and lock the record";
    close_help: "Sau khi khóa chỉ còn đính chính có lý do (in ở phụ lục biên bản) và phát hành, xuất văn bản. Mọi máy đang mở đều bị khóa.", "Afterwards only corrections with a reason (printed in the annex of the minutes) and papers. Every open screen is locked.";
    close_reason: "Lý do vẫn kết thúc", "Why all the same";
    nothing_open: "Không còn việc nào dở dang. Để trống lý do, Enter để khóa.", "Nothing is open. Leave the reason blank, Enter locks.";
    papers_open: "Cuộc họp không còn việc dở dang; còn lại là văn bản. Không cần lý do, Enter để khóa.", "The meeting left nothing open; what remains are papers. No reason is needed, Enter locks.";
    unissued_later: "Phát hành được cả sau khi khóa (F7).", "They can be issued after the closing too (F7).";
    correct_title: "Đính chính hồ sơ đã khóa", "Correct the closed record";
    correct_help: "Ghi chỗ sai và nay đọc lại là gì, ví dụ: «Mục III: “Nguyễn Văn An” đọc là “Nguyễn Văn Ân”». Sửa số liệu thì sang màn hình của số liệu đó và sửa như thường: máy sẽ hỏi lý do.", "Say what stands there and how it is to be read. To correct data go to its own screen and change it as usual: the reason is asked for.";
    correct_change: "Hồ sơ đã khóa: thay đổi này được ghi là đính chính, in ở phụ lục biên bản.", "The record is closed: this change is recorded as a correction and printed in the annex of the minutes.";
    what: "Nội dung đính chính", "Correction";
    reason: "Lý do", "Reason";
    locked: "hồ sơ đã khóa", "record closed";
    pause: "Tạm dừng/họp tiếp", "Interrupt/resume";
    suspend_title: "Tạm dừng phiên họp", "Interrupt the session";
    suspend_help: "Ghi vì sao: mất điện, phải chuyển hòm phiếu … Trong lúc tạm dừng không biểu quyết, phát phiếu, công bố được.", "Say why: power cut, the box had to be moved … Nothing is voted, issued or announced meanwhile.";
    resume_title: "Họp tiếp", "Resume the session";
    resume_help: "Ghi nhận sự cố cho biên bản: đã xảy ra gì, hòm phiếu và tài liệu được giữ thế nào, ai chứng kiến.", "The incident for the minutes: what happened, how box and papers were kept, who watched.";
    incident: "Ghi nhận sự cố", "Incident note";
    not_sitting: "Phiên họp chưa khai mạc hoặc đã bế mạc", "No session sits";
    not_begun: "Chưa khai mạc nên chưa có gì để khóa", "Nothing has opened yet";
    still_interrupted: "phiên họp còn tạm dừng", "the session is still interrupted";
}

sentences! {
    open_matters(count: usize): "Còn {count} việc mở:", "{count} matters are open:";
    more_open(count: usize): "… và {count} việc nữa", "… and {count} more";
    minutes_lack(count: usize, first: &str): "biên bản còn thiếu {count} điều, đầu tiên: {first} Esc, F7: xem và ghi.", "the minutes lack {count} facts, the first: {first} Esc, F7: see and enter them.";
    unissued(count: usize, titles: &str): "chưa phát hành {count} văn bản: {titles}", "{count} papers not issued: {titles}";
    item_open(title: &str): "mục «{title}» chưa kết thúc", "the item «{title}» is not finished";
    speaking(name: &str): "{name} còn đang phát biểu", "{name} still has the floor";
    body_open(body: &str): "{body} đã đề xuất, chưa biểu quyết", "{body}: proposed, not voted";
    motion_open(text: &str): "«{text}» đã đưa ra, chưa biểu quyết", "«{text}»: put, not voted";
    rating_open(name: &str): "xếp loại {name}: chưa có kết quả", "{name}: not classified yet";
    bundles_open(title: &str): "«{title}»: còn tệp phiếu chưa khớp", "«{title}»: bundles not settled";
    election_open(title: &str): "«{title}»: chưa có kết quả công bố", "«{title}»: no result announced";
    ballots_open(title: &str): "«{title}»: phiếu chưa niêm phong, bàn giao", "«{title}»: ballots not sealed and handed over";
    paused(since: &str): "TẠM DỪNG từ {since}", "INTERRUPTED since {since}";
    next_resume(since: &str): "Phiên họp tạm dừng từ {since}. Ctrl-T: ghi sự cố và họp tiếp", "Interrupted since {since}. Ctrl-T: note the incident and resume";
    next_resume_on_run(since: &str): "Phiên họp tạm dừng từ {since}. F2, Ctrl-T: ghi sự cố và họp tiếp trước", "Interrupted since {since}. F2, Ctrl-T: note the incident and resume first";
    next_resumed(since: &str): "Phiên họp tạm dừng từ {since}: thư ký ghi sự cố và họp tiếp (F2, Ctrl-T)", "Interrupted since {since}: the secretary notes the incident and resumes (F2)";
    next_locked(hour: &str): "Hồ sơ đã khóa lúc {hour}. F7: phát hành, xuất văn bản; Ctrl-O: đính chính", "The record was closed at {hour}. F7: issue and export papers; Ctrl-O: correct";
}
