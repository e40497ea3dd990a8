//! Words of the preview of a roster.

use super::{sentences, words};

words! {
    import: "Nhập danh sách", "Import a roster";
    take: "Nhập danh sách …", "Import …";
    answer: "Chọn cách xử lý", "Choose what to do";
    columns: "Cột/dòng", "Columns/rows";
    attention: "Chỉ dòng cần xem/tất cả", "Only rows to look at/all";
    letters: "Chữ HOA → Chữ Thường", "CAPITALS → Title Case";
    sheet: "Trang tính khác", "Other sheet";
    leave: "Không nhập", "Do not import";
    up: "Lên", "Up";
    down: "Xuống", "Down";
    page_up: "Trang trước", "Page up";
    page_down: "Trang sau", "Page down";
    first: "Đầu danh sách", "First";
    last: "Cuối danh sách", "Last";
    one_sheet: "Tệp chỉ có một trang tính có danh sách", "The file has one sheet with a roster";
    no_capitals: "Không có tên nào viết toàn chữ hoa", "No name is all capitals";
    nothing_to_choose: "Dòng này không có gì để chọn", "There is nothing to choose on this row";
    nobody: "Trang tính này không có người nào.", "There is nobody on this sheet.";
    nothing_to_see: "Không có dòng nào cần xem. * hiện tất cả.", "No row needs a look. * shows all.";

    confirm: "Nhập danh sách này?", "Import the roster?";
    confirm_undo: "Cả danh sách là một dòng nhật ký: Ctrl-Z lấy lại được.", "The whole roster is one journal line: Ctrl-Z takes it back.";
    new: "thêm mới", "new";
    same: "đã có", "there already";
    update: "cập nhật", "update";
    ask: "CHƯA RÕ", "NOT CERTAIN";
    fault: "LỖI", "FAULT";
    leave_out: "bỏ qua", "left out";
    add_all_the_same: "thêm người mới", "add as a new person";
    group: "dòng nhóm", "group";
    total: "dòng tổng, chữ ký", "total, signature";
    passed: "không ghi người", "of nobody";
    unused: "không dùng", "not used";

    column: "Cột", "Column";
    heading: "Tiêu đề trong tệp", "Heading in the file";
    meaning: "Được hiểu là", "Understood as";
    sample: "Ví dụ", "Sample";

    number: "số thứ tự", "number";
    name: "họ và tên", "name";
    family_name: "họ và tên đệm", "family and middle name";
    given_name: "tên", "given name";
    born: "ngày sinh", "birth";
    sex: "giới tính", "sex";
    woman: "nữ (dấu)", "woman (tick)";
    man: "nam (dấu)", "man (tick)";
    ethnicity: "dân tộc", "ethnic group";
    religion: "tôn giáo", "religion";
    joined: "ngày vào Đảng", "joined the Party";
    confirmed: "ngày chính thức", "confirmed";
    office: "chức vụ", "office";
    unit: "đơn vị", "unit";
    education: "trình độ", "education";
    theory: "lý luận chính trị", "political theory";
    standing: "tình trạng", "standing";
    remark: "ghi chú (tình trạng)", "remark (standing)";
    full: "chính thức (dấu)", "full (tick)";
    probationary: "dự bị (dấu)", "probationary (tick)";
    origin: "tư cách đại biểu", "kind of delegate";
    incumbent: "cấp ủy đương nhiệm", "outgoing committee";
    no_delegates: "Tư cách đại biểu không nhập: đây không phải đại hội đại biểu.", "The kind of delegate is not taken: this is no congress of delegates.";
    blank: "trống", "blank";
}

sentences! {
    title(file: &str, sheet: &str): "{file}{sheet}", "{file}{sheet}";
    sheet_of(name: &str, place: usize, all: usize): " · trang «{name}» ({place}/{all})", " · sheet «{name}» ({place}/{all})";
    counts(new: usize, updates: usize, same: usize): "thêm {new} · cập nhật {updates} · đã có {same}", "new {new} · updates {updates} · there already {same}";
    open_rows(rows: usize): "{rows} dòng chưa rõ", "{rows} not certain";
    fault_rows(rows: usize): "{rows} dòng lỗi", "{rows} with faults";
    left_rows(rows: usize): "bỏ qua {rows}", "left out {rows}";
    unused_columns(columns: usize): "{columns} cột không dùng", "columns not used: {columns}";
    row_of(row: usize): "Dòng {row}", "Row {row}";
    fault_at(column: &str, what: &str, remedy: &str): "cột «{column}»: {what} {remedy}", "column «{column}»: {what} {remedy}";
    changes_to(column: &str, old: &str, new: &str): "{column}: {old} → {new}", "{column}: {old} → {new}";
    may_be(who: &str): "Có thể là: {who}", "May be: {who}";
    updates_who(who: &str): "cập nhật {who}", "update {who}";
    doubles(row: usize): "Có vẻ trùng với dòng {row}", "Seems to repeat row {row}";
    near(names: &str): "Gần giống: {names}", "Nearly the same: {names}";
    keeps_name(name: &str): "Tên đã có được giữ: {name}", "The name already there is kept: {name}";
    will_be(name: &str): "Sẽ ghi: {name}", "Will be written: {name}";
    confirm_counts(new: usize, updates: usize): "Thêm {new} người, cập nhật {updates} người.", "{new} people are added, {updates} brought up to date.";
    confirm_left(rows: usize): "{rows} dòng không được nhập (lỗi hoặc bỏ qua).", "Rows not imported (faults, or left out): {rows}.";
    next_open(rows: usize): "Còn {rows} dòng chưa rõ: * lọc ra, Space chọn cách xử lý", "rows not certain: {rows}; * lists them, Space chooses";
    next_take(new: usize, updates: usize): "Enter: nhập (thêm {new}, cập nhật {updates}) · Tab: cách hiểu các cột · Esc: thôi", "Enter: import ({new} new, {updates} updates) · Tab: how the columns were read · Esc: no";
    next_nothing(file: &str): "«{file}» không thêm và không đổi gì. Esc: trở lại", "«{file}» adds and changes nothing. Esc: back";
}
