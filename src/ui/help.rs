//! Help: what the screen is for and its keys, read from the one table.

use super::{parts, theme};
use crate::app::App;
use crate::app::action::Screen;
use crate::app::key::Key;
use crate::app::keymap::{self, Binding, Place};
use crate::app::words::frame as w;
use crate::app::words::practice as practice_words;
use crate::domain::Lang;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Draws the help of the screen shown.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let lang = app.lang();
    let width = area.width.saturating_sub(4).clamp(20, 100).min(area.width);
    let mut lines: Vec<Line<'static>> = parts::wrap(purpose(app, lang), usize::from(width.saturating_sub(4)))
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect();
    lines.push(Line::raw(""));
    lines.push(Line::styled(format!(" {}", w::keys_here(lang)), theme::strong()));
    lines.extend(rows(app, app.place(), usize::from(width)));
    lines.push(Line::styled(format!(" {}", w::keys_everywhere(lang)), theme::strong()));
    // F2 to F8 stand above every screen already
    lines.extend(rows(app, Place::Everywhere, usize::from(width)));
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let here = if app.practice.is_some() { practice_words::practice } else { crate::app::screen_word(app.screen) };
    let title = format!("{} – {}", w::help(lang), here(lang));
    let inside = parts::over(area, buffer, (width, height), &title);
    parts::lines(inside, buffer, lines);
    None
}

/// The keys of a place, two beside each other.
fn rows(app: &App, place: Place, width: usize) -> Vec<Line<'static>> {
    let lang = app.lang();
    let half = (width.saturating_sub(4) / 2).max(1);
    let tab = |key: Key| place == Place::Everywhere && matches!(key, Key::F(2..=8));
    let rows: Vec<&Binding> = keymap::rows(place).filter(|row| !tab(row.key)).collect();
    // digits that do the same are one row: 1 … 9
    let same =
        |one: &&Binding, other: &&Binding| is_digit(one) && is_digit(other) && (one.hint)(lang) == (other.hint)(lang);
    let cells: Vec<[Span<'static>; 2]> = rows
        .chunk_by(same)
        .filter_map(|alike| Some((alike.first()?, alike.last()?)))
        .map(|(row, last)| {
            let style = if (row.when)(app).is_ok() { theme::hint() } else { theme::dim() };
            let word = parts::fit((row.hint)(lang), half.saturating_sub(11));
            let key = if row.key == last.key { row.key.to_string() } else { format!("{} … {}", row.key, last.key) };
            [Span::styled(format!(" {}", parts::fit(&key, 9)), style), Span::raw(format!(" {word}"))]
        })
        .collect();
    cells.chunks(2).map(|pair| Line::from(pair.concat())).collect()
}

fn is_digit(row: &Binding) -> bool {
    matches!(row.key, Key::Char('0'..='9'))
}

fn purpose(app: &App, lang: Lang) -> &'static str {
    if app.practice.is_some() {
        return lang.pick(
            "Tập nhập phiếu: mười tờ phiếu bịa hiện ra như khi lấy từ hòm, nhập bằng đúng bàn phím số của bàn kiểm phiếu. Sai thì xem lại ngay tờ phiếu; cuối cùng có tốc độ và các lỗi theo loại. Không ghi gì vào đại hội.",
            "Practice: ten made-up ballots lie there as they come out of the box and are keyed on the very pad of the count. What was wrong is shown at once; at the end speed and errors by kind. Nothing is recorded.",
        );
    }
    let (vi, en) = match app.screen {
        Screen::Run => (
            "Điều hành: đi qua từng mục chương trình. Enter bắt đầu hoặc kết thúc mục đang chọn; các mục có thể chạy song song. Bên phải là lời dẫn cho chủ tọa với số liệu của hội trường. Gõ chữ bất cứ lúc nào để ghi chú.",
            "Run: walk through the agenda. Enter starts or finishes the item under the cursor; items may run side by side. On the right is the chair's text with the hall's numbers. Type at any moment to take a note.",
        ),
        Screen::Roll => (
            "Điểm danh: gõ vài chữ của tên (không dấu, viết liền cũng được: vanan), Space ghi có mặt. Ctrl-R gọi tên từng người. Vắng có lý do, đến muộn, ra về, trở lại đều kèm giờ; Enter ghi với giờ khác. Lý do vắng được chấp nhận là một kết luận riêng. Ctrl-G sang khách mời.",
            "Roll: type a part of a name (no diacritics, no spaces needed: vanan), Space marks present. Ctrl-R calls name by name. Absence with reason, late, left and back carry their time; Enter records at another hour. An accepted reason is a decision of its own. Ctrl-G shows the guests.",
        ),
        Screen::Floor => (
            "Phát biểu: Insert đăng ký, Enter mời và kết thúc; đồng hồ đổi màu, chuông báo trước một phút và khi hết giờ. Tab mở hai ô: ghi chép và nội dung ghi biên bản; chỉ ô sau được in. Ctrl-F xem ai đã nói bao lâu, ai chưa nói.",
            "Floor: Insert registers, Enter calls and ends; the timer changes colour, the bell rings a minute before and at the end. Tab opens the raw note beside the text for the minutes; only the second is printed. Ctrl-F tells who spoke how long and who never spoke.",
        ),
        Screen::Votes => (
            "Biểu quyết giơ tay: mỗi dòng một nội dung, theo trình tự đại hội. Enter làm việc tiếp theo của dòng: đề xuất, đưa ra biểu quyết, nhập ba số (đồng ý, không đồng ý, ý kiến khác). * ghi nhất trí 100 %, dấu chấm khi biết kết quả mà không nêu số. + ghi đề nghị điều chỉnh chỉ tiêu, Insert thêm chỉ tiêu, báo cáo hoặc nội dung khác.",
            "Hand votes: one row for each matter, in the order of the congress. Enter does what comes next on the row: propose, put, type three numbers (agree, disagree, other opinion). * records that all agree, the dot a result without counts. + enters an amendment of a target, Insert adds a target, a report or another matter.",
        ),
        Screen::Elections => (
            "Bầu cử: đi theo danh mục từ số lượng, danh sách, ban kiểm phiếu, số căn cứ, phát và thu phiếu, nhập từng phiếu, khóa kết quả, xác nhận, công bố đến bàn giao phiếu.",
            "Elections: follow the checklist from number, list, counting committee, base, issuing and collecting, keying each ballot, closing, confirming, announcing to handing over the ballots.",
        ),
        Screen::Minutes => (
            "Biên bản: xem trước đúng như bản in. Bên phải là những gì còn thiếu, Enter đưa đến nơi nhập. Có thể sửa lời văn từng đoạn. Ctrl-S xuất DOCX, Markdown và JSON.",
            "Minutes: the paper as it will print. On the right what is missing; Enter takes you where it is entered. Any paragraph can be reworded. Ctrl-S writes DOCX, Markdown and JSON.",
        ),
        Screen::Journal => (
            "Nhật ký: mọi thay đổi theo thứ tự, ai ghi, lúc nào. Enter xem cả dòng, Delete hoàn tác dòng đang chọn. Không có gì bị xóa; hoàn tác cũng là một dòng.",
            "Journal: every change in order, by whom and when. Enter shows a line whole, Delete undoes it. Nothing is ever deleted; undoing is a line of its own.",
        ),
    };
    lang.pick(vi, en)
}
