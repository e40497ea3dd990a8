//! Words of the run screen.

use super::{sentences, words};

words! {
    start: "Bắt đầu", "Start";
    finish: "Kết thúc", "Finish";
    start_finish: "Bắt đầu/kết thúc", "Start/finish";
    earlier: "Lên sớm hơn", "Earlier";
    later: "Xuống muộn hơn", "Later";
    add: "Thêm mục", "Add item";
    skip: "Bỏ qua", "Skip";
    reopen: "Mở lại", "Reopen";
    rewrite: "Sửa mục", "Edit item";
    go_on: "Họp tiếp khi thiếu số", "Go on without quorum";
    work: "Làm việc của mục", "Work on item";
    session: "Phiên khác", "Other session";
    scroll: "Lời điều hành tiếp", "More of the text";
    scroll_back: "Lời điều hành trước", "Text before";
    up: "Lên", "Up";
    down: "Xuống", "Down";
    agenda: "Chương trình", "Agenda";
    script: "Lời điều hành", "For the chair";
    notes: "Ghi chú của mục", "Notes of the item";
    figures: "Số liệu", "Figures";
    new_figure: "Thêm số liệu …", "Another figure …";
    figures_help: "Biên bản in thành một dòng «Nội dung: các số». Nội dung nói số ấy là gì; mỗi dòng một số, đúng như báo cáo ghi. Ctrl-S để ghi.", "The minutes print one line, «what: numbers». Say what the numbers are of; one number a line, as the report states it. Ctrl-S records.";
    figure_text: "Nội dung", "What it is about";
    figure_numbers: "Các số", "Numbers";
    no_notes: "chưa có ghi chú", "no notes yet";
    no_script: "không có lời dẫn; Ctrl-E để viết", "no text; Ctrl-E to write one";
    title: "Tên mục", "Title";
    minutes: "Số phút dự kiến", "Planned minutes";
    kind: "Loại mục", "Kind";
    reason: "Lý do", "Reason";
    add_help: "Mục mới nằm cuối phiên; dùng + và - để chuyển chỗ.", "A new item goes last; move it with + and -.";
    skip_help: "Mục bỏ qua vẫn nằm trong chương trình, kèm lý do.", "A skipped item stays in the agenda with its reason.";
    reopen_help: "Việc mở lại được ghi cùng lý do.", "Reopening is recorded with its reason.";
    go_on_help: "Ghi ai quyết định và căn cứ; biểu quyết và bầu cử lại được mở.", "Say who decides and why; votes and ballots open again.";
    decision: "Quyết định của chủ tọa", "The chair's decision";
    no_items: "Chương trình trống. Nhấn Insert hoặc Ctrl-N để thêm mục đầu tiên.", "The agenda is empty. Press Insert or Ctrl-N to add the first item.";
    planned: "dự kiến", "planned";
    actual: "thực tế", "actual";
    nothing_selected: "Chưa có mục nào", "There is no item";
    quorum_not_lost: "Hội trường đang đủ số", "The hall has a quorum";
    next_reopen: "Mục này đã qua · Ctrl-R: mở lại", "This item is over · Ctrl-R: reopen it";
    programme_changed: "Chương trình đã biểu quyết: nếu đại hội đổi, F5 «Chương trình», Ctrl-R biểu quyết", "The programme was voted: where the hall changes it, F5 «Programme», Ctrl-R votes";
    quorum_decided: "Chủ tọa đã quyết định họp tiếp; mất số lần nữa thì quyết định lần nữa", "The chair has decided to go on; another loss is another decision";
    done_all: "Đã bế mạc. F7 xem và xuất biên bản; Ctrl-O xem việc còn mở, khóa hồ sơ.", "Closed. F7 shows and exports the minutes; Ctrl-O shows what is open and locks the record.";
    on_time: "đúng giờ", "on time";
    no_session: "Chưa có phiên họp nào: Ctrl-A thêm phiên", "There is no session: Ctrl-A adds one";
    next_roster: "Danh sách trống. F3: nhập Excel, CSV (Ctrl-O) hoặc thêm người (Insert)", "The roster is empty. F3: import Excel or CSV (Ctrl-O) or add people (Insert)";
    one_session: "Chỉ có một phiên", "There is one session only";
}

sentences! {
    figures_of(title: &str): "Số liệu: {title}", "Figures: {title}";
    no_figure(text: &str): "Không hiểu «{text}»", "«{text}» is no figure";
    late(minutes: i64): "chậm {minutes}′", "{minutes}′ late";
    early(minutes: i64): "sớm {minutes}′", "{minutes}′ early";
    closing(time: &str): "dự kiến bế mạc {time}", "closing expected {time}";
    ending(time: &str): "dự kiến hết phiên {time}", "session ends {time}";
    clock_back(before: &str, now: &str): "Đồng hồ máy vừa lùi từ {before} về {now}: thứ tự theo số nhật ký, thời lượng không âm. Chỉnh lại giờ máy.", "The computer's clock went back from {before} to {now}: the journal keeps the order, no span is negative. Set the clock right.";
    clock_ahead(before: &str, now: &str): "Đồng hồ máy vừa nhảy từ {before} tới {now}: xem lại giờ máy trước khi ghi tiếp.", "The computer's clock leapt from {before} to {now}: look at it before going on.";
    next_start(title: &str): "Enter: bắt đầu «{title}»", "Enter: start «{title}»";
    next_session(day: &str, title: &str): "Phiên {day}, Enter: bắt đầu «{title}»", "Session of {day}, Enter: start «{title}»";
    next_finish(title: &str): "Enter: kết thúc «{title}»", "Enter: finish «{title}»";
    next_work(screen: &str, title: &str): "Tab: sang {screen}; xong, Enter: kết thúc «{title}»", "Tab: to {screen}; then Enter: finish «{title}»";
    next_minutes(title: &str): "F5: đọc lại, biểu quyết biên bản; rồi Enter: kết thúc «{title}»", "F5: read back and vote the minutes; then Enter: finish «{title}»";
    next_over(title: &str): "Mục này đã qua · Ctrl-R: mở lại · ↑↓: tới «{title}»", "This item is over · Ctrl-R: reopen it · ↑↓: go to «{title}»";
    next_quorum(present: u32, needed: u32): "Mất số cần thiết (có mặt {present}, cần {needed}): F3 ghi người trở lại, hoặc Ctrl-D quyết định", "Quorum lost ({present} present, {needed} needed): F3 marks who is back, Ctrl-D decides";
    next_roll(present: u32, needed: u32): "F3: điểm danh (có mặt {present}, cần {needed}), rồi Enter", "F3: roll call ({present} present, {needed} needed), then Enter";
}
