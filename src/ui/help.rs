//! Help: what the screen is for and its keys, read from the one table.

use super::{parts, theme};
use crate::app::App;
use crate::app::action::Screen;
use crate::app::key::Key;
use crate::app::keymap::{self, Place};
use crate::app::words::frame as w;
use crate::domain::Lang;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Draws the help of the screen shown.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) -> Option<Position> {
    let lang = app.lang();
    let width = area.width.saturating_sub(4).clamp(20, 100).min(area.width);
    let mut lines: Vec<Line<'static>> = parts::wrap(purpose(app.screen, lang), usize::from(width.saturating_sub(4)))
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
    let title = format!("{} – {}", w::help(lang), crate::app::screen_word(app.screen)(lang));
    let inside = parts::over(area, buffer, (width, height), &title);
    parts::lines(inside, buffer, lines);
    None
}

/// The keys of a place, two beside each other.
fn rows(app: &App, place: Place, width: usize) -> Vec<Line<'static>> {
    let lang = app.lang();
    let half = (width.saturating_sub(4) / 2).max(1);
    let tab = |key: Key| place == Place::Everywhere && matches!(key, Key::F(2..=8));
    let cells: Vec<[Span<'static>; 2]> = keymap::rows(place)
        .filter(|row| !tab(row.key))
        .map(|row| {
            let style = if (row.when)(app).is_ok() { theme::hint() } else { theme::dim() };
            let word = parts::fit((row.hint)(lang), half.saturating_sub(11));
            [Span::styled(format!(" {}", parts::fit(&row.key.to_string(), 9)), style), Span::raw(format!(" {word}"))]
        })
        .collect();
    cells.chunks(2).map(|pair| Line::from(pair.concat())).collect()
}

fn purpose(screen: Screen, lang: Lang) -> &'static str {
    let (vi, en) = match screen {
        Screen::Run => (
            "Điều hành: đi qua từng mục chương trình. Enter bắt đầu hoặc kết thúc mục đang chọn; các mục có thể chạy song song. Bên phải là lời dẫn cho chủ tọa với số liệu của hội trường. Gõ chữ bất cứ lúc nào để ghi chú.",
            "Run: walk through the agenda. Enter starts or finishes the item under the cursor; items may run side by side. On the right is the chair's text with the hall's numbers. Type at any moment to take a note.",
        ),
        Screen::Roll => (
            "Điểm danh: gõ vài chữ của tên (không cần dấu), Space ghi có mặt. Vắng có lý do, đến muộn, ra về, trở lại đều kèm giờ. Lý do vắng được chấp nhận là một quyết định riêng.",
            "Roll: type a part of a name (no diacritics needed), Space marks present. Absence with reason, late, left and back carry their time. An accepted reason is a decision of its own.",
        ),
        Screen::Floor => (
            "Phát biểu: đăng ký, mời phát biểu, đồng hồ tính giờ. Ghi thô và câu đưa vào biên bản nằm cạnh nhau; chỉ câu sau được in.",
            "Floor: register speakers, call them, watch the timer. The raw note and the text for the minutes stand side by side; only the second is printed.",
        ),
        Screen::Votes => (
            "Biểu quyết giơ tay: các ban, chương trình, báo cáo, số lượng, danh sách, chỉ tiêu, nghị quyết. Một phím cho nhất trí 100 %, hoặc nhập ba số: đồng ý, không đồng ý, ý kiến khác.",
            "Hand votes: working bodies, programme, reports, numbers, lists, targets, the resolution. One key when all agree, or three numbers: agree, disagree, other opinion.",
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
            "Nhật ký: mọi thay đổi theo thứ tự, ai ghi, lúc nào. Không có gì bị xóa; hoàn tác cũng là một dòng.",
            "Journal: every change in order, by whom and when. Nothing is ever deleted; undoing is a line of its own.",
        ),
    };
    lang.pick(vi, en)
}
