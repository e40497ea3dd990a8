//! Words of the start screen and of choosing a file.

use super::{sentences, words};

words! {
    start: "Bắt đầu", "Start";
    program: "daihoi – điều hành đại hội chi bộ, đảng bộ", "daihoi – runs a Party congress";
    go: "Chọn dòng này", "Take this row";
    up: "Lên", "Up";
    down: "Xuống", "Down";
    page_up: "Trang trước", "Page up";
    page_down: "Trang sau", "Page down";
    clear: "Bỏ tìm", "Show all";
    leave: "Thoát", "Leave";
    no_congress: "Chưa mở tệp nào: chọn một dòng rồi Enter", "No congress is open: choose a row, then Enter";
    demo: "Đại hội mẫu", "The demo";
    new: "Đại hội, hội nghị tổng kết mới", "A new congress or review meeting";
    again: "Đại hội mới, theo tệp nhiệm kỳ trước", "A new congress from last term's file";
    browse: "Mở tệp khác …", "Open another file …";
    recent: "Mở gần đây", "Opened lately";
    here: "Trong thư mục này", "In this folder";
    find: "Tìm", "Find";
    find_hint: "gõ vài chữ để tìm tệp", "type to find a file";
    nothing_found: "Không có dòng nào khớp. Esc để bỏ tìm.", "Nothing fits. Esc shows everything.";
    demo_about: "Một đại hội chi bộ có thật (sự kiện thật, danh sách hư cấu) đã sẵn sàng: đi thử từng bước, không mất gì. Khi thoát, tệp mẫu không được giữ.\n\nLần đầu dùng chương trình, hãy bắt đầu ở đây.", "A real cell congress (real facts, invented roster), ready to be walked step by step; nothing can be lost. The demo's file is not kept.\n\nNew to the program? Begin here.";
    new_about: "Một biểu mẫu hỏi ít: loại (đại hội chi bộ, đảng bộ; hội nghị tổng kết cuối năm), đơn vị, nhiệm kỳ, ngày họp. Chương trình, lời điều hành và các cuộc bầu được điền sẵn theo loại; mọi thứ sửa được sau, ngay trên màn hình.\n\nDanh sách đảng viên nhập từ Excel, CSV hoặc gõ từng người.", "A short form: kind (congress of a cell or a committee; year-end review meeting), unit, term, day. Programme, texts for the chair and elections are filled in from the kind; everything can be changed afterwards on screen.\n\nThe roster comes from Excel, CSV, or is typed.";
    again_about: "Chọn tệp .daihoi của nhiệm kỳ trước: danh sách với tư cách từng người, đơn vị, cấp trên, địa điểm, chương trình và lời điều hành được chép sang; nhiệm kỳ và lần thứ tăng lên. Không chép điểm danh, biểu quyết, phiếu bầu.", "Choose last term's .daihoi file: roster with standings, unit, superior, venue, programme and texts are taken over; term and ordinal move on. Nothing of attendance, votes or ballots.";
    browse_about: "Chọn một tệp .daihoi ở thư mục khác, hoặc gõ đường dẫn.", "Choose a .daihoi file in another folder, or type a path.";
    vanished: "Tệp không còn ở đó (đã chuyển, xóa, hoặc chưa cắm ổ).", "The file is not there (moved, deleted, or its disk is not plugged in).";
    unreadable: "Không đọc được như một tệp đại hội.", "It cannot be read as a congress.";
    vanished_short: "không còn", "gone";
    unreadable_short: "không đọc được", "unreadable";
    next_demo: "Enter: mở đại hội mẫu", "Enter: open the demo";
    next_new: "Enter: khai một đại hội hoặc hội nghị tổng kết mới", "Enter: a new congress or review meeting";
    next_again: "Enter: chọn tệp nhiệm kỳ trước", "Enter: choose last term's file";
    next_browse: "Enter: chọn tệp", "Enter: choose a file";
    next_practice: "Enter: tập nhập phiếu", "Enter: practise keying";
    practice_about: "Mười tờ phiếu bịa, nhập bằng đúng bàn phím số của bàn kiểm phiếu; sai thì thấy ngay. Dành cho kiểm phiếu viên trước giờ bầu. Không ghi gì vào đâu cả.", "Ten made-up ballots on the very pad of the count; what is wrong is shown at once. For counters, before the vote. Nothing is stored anywhere.";

    choose_congress: "Mở tệp đại hội", "Open a congress";
    choose_last: "Tệp nhiệm kỳ trước", "Last term's file";
    choose_roster: "Tệp danh sách (Excel, CSV)", "Roster file (Excel, CSV)";
    path: "Tìm, hoặc gõ đường dẫn", "Find, or type a path";
    parent: "↑ thư mục trên", "↑ folder above";
    empty_folder: "Thư mục này không có tệp phù hợp. ⌫ lên thư mục trên, hoặc gõ đường dẫn.", "No such file in this folder. ⌫ goes up, or type a path.";
    folder_unreadable: "Không đọc được thư mục này.", "This folder cannot be read.";
    file_missing: "Không có tệp hay thư mục này.", "There is no such file or folder.";

    form_title: "Đại hội, hội nghị mới", "A new congress or meeting";
    form_again: "Theo tệp nhiệm kỳ trước", "From last term's file";
    form_help: "Ô chưa biết để trống, sửa được sau (F2, Ctrl-F). Enter: ô sau · Ctrl-S: tạo ngay.", "Leave blank what is not known; it can be changed later (F2, Ctrl-F). Enter: next · Ctrl-S: make it now.";
    sort: "Loại", "Kind";
    cell: "Đại hội chi bộ, từ 9 đảng viên", "Cell congress, 9 full members or more";
    kind_cell: "Đại hội chi bộ", "Cell congress";
    small_cell: "Đại hội chi bộ, dưới 9 đảng viên", "Cell congress, fewer than 9";
    members: "Đại hội đảng viên (đảng bộ)", "Members' congress (committee)";
    delegates: "Đại hội đại biểu (đảng bộ)", "Delegates' congress (committee)";
    review: "Hội nghị tổng kết cuối năm", "Year-end review meeting";
    unit: "Đơn vị", "Unit";
    superior: "Cấp ủy cấp trên", "Superior committee";
    locality: "Địa danh (ở dòng ngày)", "Locality (date line)";
    ordinal: "Lần thứ (số)", "Ordinal (number)";
    term: "Nhiệm kỳ (2025–2027), năm", "Term (2025–2027), year";
    day: "Ngày họp", "Day";
    hour: "Giờ (7:30) hoặc buổi", "Hour (7:30) or part of day";
    venue: "Địa điểm", "Venue";
    regulation: "Quy chế bầu cử", "Regulation";
    by_day: "theo ngày họp", "by the day";
    elects: "Bầu (trống: như thường lệ)", "Elects (blank: as usual)";
    nobody: "Không bầu ai", "Nobody is elected";
    roster: "Danh sách đảng viên", "Roster";
    roster_later: "nhập sau (F3)", "later (F3)";
    roster_last: "như nhiệm kỳ trước, sửa ở F3", "as last term, corrected on F3";
    review_asks: "Hội nghị tổng kết không bầu ai; ô nhiệm kỳ ghi năm được tổng kết.", "A review meeting elects nobody; the term is the year reviewed.";
    file: "Tên tệp (trống: tự đặt)", "File name (blank: made up)";
    unit_example: "Chi bộ …", "Chi bộ …";
    facts: "Thông tin cuộc họp", "Facts of the meeting";
    facts_help: "Sửa lúc nào cũng được; loại, phạm vi danh sách và quy chế chỉ sửa được trước khi khai mạc.", "Can be corrected at any time; kind, extent of the roster and regulation only before the opening.";
    theme: "Chủ đề", "Theme";
    previous_term: "Nhiệm kỳ trước", "Previous term";
    outgoing: "Cấp ủy nhiệm kỳ trước", "Outgoing committee";
    founded: "Thành lập (mỗi dòng: tên; số QĐ; ngày)", "Founded (a line each: what; number; date)";
    source: "Nguồn tin (dựng lại một cuộc đã qua)", "Source (of a past meeting replayed)";
    pilot: "Đại hội điểm", "Pilot congress";
    pilot_yes: "phải", "yes";
    pilot_no: "không", "no";
    extent: "Danh sách gồm", "The roster holds";
    complete: "tất cả người được triệu tập", "everybody summoned";
    named_only: "chỉ người được nêu tên (số lượng: không nêu)", "only those named (counts: not stated)";
    session_new: "Thêm phiên họp", "Add a session";
    session_edit: "Sửa phiên họp", "Edit the session";
    session_kind: "Loại phiên", "Kind";
    preparatory: "Phiên trù bị", "Preparatory session";
    official: "Phiên chính thức", "Official session";
    sitting: "Phiên họp", "Session";
    session_help: "Phiên mới chưa có mục nào: Insert thêm từng mục, nhớ một mục «Bế mạc» để đóng phiên.", "A new session has no items yet: Insert adds them; one of kind «Closing» closes it.";
}

sentences! {
    next_file(name: &str): "Enter: mở {name}", "Enter: open {name}";
    meets(day: &str): "họp ngày {day}", "meets on {day}";
    path_of(path: &str): "Tệp: {path}", "File: {path}";
    will_make(file: &str): "Sẽ tạo tệp: {file}", "Will make the file: {file}";
    will_elect(offices: &str): "Sẽ bầu: {offices}", "Will elect: {offices}";
    will_follow(regulation: &str): "Quy chế: {regulation}", "Regulation: {regulation}";
    taken_over(people: usize, items: usize): "Chép sang: {people} người trong danh sách, {items} mục chương trình với lời điều hành", "Taken over: {people} people on the roster, {items} agenda items with their texts";
    past_clock(moment: &str): "Cuộc họp đã qua: đồng hồ hội trường chạy từ {moment}", "A past meeting: the hall's clock goes on from {moment}";
    made(file: &str): "Đã tạo {file}", "{file} was made";
}
