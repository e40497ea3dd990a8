//! Words of the screens made for one person each: presidium, head of counting, counter, hall.

use super::{sentences, words};

words! {
    chair: "Chủ trì", "Chair";
    head: "Kiểm phiếu", "The count";
    desk: "Bàn phiếu", "Desk";
    hall: "Hội trường", "Hall";
    not_this_seat: "Màn hình này không thuộc vai đang ngồi; F9 đổi vai", "This screen is not this role's; F9 takes another role";

    now: "Bây giờ", "Now";
    next: "Tiếp theo", "Next";
    to_decide: "Phải quyết định", "To decide";
    queue: "Chờ phát biểu", "Waiting to speak";
    decide: "Quyết định", "Decide";
    hold_screen: "Dừng/mở màn hội trường", "Hold/show hall screen";
    text_on: "Lời điều hành tiếp", "More of the text";
    text_back: "Lời điều hành trước", "Text before";
    nothing_to_decide: "Chưa có việc nào chờ đoàn chủ tịch quyết định", "Nothing waits for the presidium's decision";
    nothing_waits: "Không có việc nào chờ quyết định.", "Nothing waits for a decision.";
    nobody_waits: "Chưa có ai đăng ký.", "Nobody has registered.";
    nothing_ahead: "Không còn mục nào.", "No item is left.";
    not_begun: "Chưa bắt đầu.", "Not begun.";
    nobody: "không ai", "nobody";
    held_mark: "MÀN HÌNH DỪNG", "SCREEN HELD";
    screen_held: "Màn hội trường: TẠM DỪNG", "Hall screen: HELD";
    screen_on: "Màn hội trường: đang chiếu", "Hall screen: on";
    beside: "Song song", "Beside it";
    all_done: "Đã bế mạc. F7 xem biên bản.", "Closed. F7 shows the minutes.";
    chair_only: "Việc của đoàn chủ tịch và thư ký", "For the presidium and the secretary";
    no_text: "Mục này không có lời điều hành.", "This item has no text for the chair.";

    head_go: "Làm việc đến hạn", "Do what is due";
    bundles: "Tệp phiếu", "Bundles";
    desks: "Các bàn", "Desks";
    no_desks: "Chưa bàn nào nhận tệp. Mở máy của bàn bằng: daihoi open TỆP --role counter --desk 1", "No desk has taken a bundle. Open one: daihoi open FILE --role counter --desk 1";
    nothing_to_count: "Chưa có vòng bầu nào chờ kiểm phiếu", "No round waits to be counted";
    head_close: "Mọi tệp đã khớp: Enter, khóa kết quả và ký biên bản", "Every bundle agrees: Enter, close the count and sign";
    head_wait: "Các bàn đang nhập: chờ, hoặc Enter xem các tệp", "The desks are keying: wait, or Enter to see the bundles";
    waiting: "chưa ai nhận", "not taken";
    out: "đang ở bàn", "at a desk";
    half: "chờ lượt hai hoặc đọc soát", "wait for a second keying or reading";
    differing: "còn khác nhau", "differ";
    settled: "đã khớp", "settled";

    take: "Nhận tệp, nhập phiếu", "Take a bundle";
    own_bundles: "Tệp của bàn này", "Bundles of this desk";
    desk_waits: "Chờ trưởng ban kiểm phiếu giao tệp", "Wait for the head of counting to hand bundles out";
    desk_counted: "Kiểm phiếu xong, kết quả đã khóa. Cảm ơn đồng chí!", "The count is closed. Thank you!";
    desk_done: "Không còn tệp nào cho bàn này. Cảm ơn đồng chí!", "No bundle is left for this desk. Thank you!";
    no_own: "Bàn này chưa nhập tệp nào của vòng bầu.", "This desk has keyed no bundle of the round.";

    hall_leave: "Thoát (nhấn hai lần)", "Leave (press twice)";
    hall_back: "Trở lại vai trước", "Back to the role before";
    hall_no_keys: "Màn hình hội trường không dùng phím", "The hall's screen takes no keys";
    soon: "Sắp tới", "Next";
    closed: "ĐẠI HỘI ĐÃ BẾ MẠC", "THE CONGRESS IS CLOSED";
    speaking: "Đang phát biểu", "Speaking";
    counting: "Đang kiểm phiếu", "Counting the ballots";
    result: "Kết quả", "Result";
    over: "QUÁ GIỜ", "OVER TIME";
    no_link: "màn hình đang nối lại với tệp", "reconnecting to the file";
}

sentences! {
    held_by_key(): "Đã dừng màn hình hội trường", "The hall's screen is held";
    shown_by_key(): "Màn hình hội trường chiếu lại", "The hall's screen shows again";
    of_minutes(used: i64, planned: u32): "{used}′ / {planned}′", "{used}′ / {planned}′";
    left(minutes: i64): "còn {minutes}′", "{minutes}′ left";
    over_by(minutes: i64): "quá {minutes}′", "{minutes}′ over";
    decide_base(title: &str): "Xác nhận số căn cứ, mở vòng bầu: {title}", "Confirm the base and open the round: {title}";
    decide_tie(title: &str): "Bằng phiếu: mở vòng bầu lại giữa những người bằng phiếu: {title}", "A tie: open a new round among the tied: {title}";
    decide_round(title: &str): "Mở vòng bầu tiếp: {title}", "Open the next round: {title}";
    decide_result(title: &str, elected: usize, seats: u16, names: &str): "Xác nhận kết quả {title} – trúng cử {elected}/{seats}: {names}", "Confirm the result of {title} – {elected} of {seats} elected: {names}";
    decide_further(title: &str, seats: u16): "{title}: còn thiếu {seats} – bầu thêm hay để khuyết", "{title}: {seats} short – a further round, or leave open";
    quorum_lost(present: u32, needed: u32): "Hội trường không đủ số: có mặt {present}, cần {needed} – có họp tiếp không", "No quorum: {present} present, {needed} needed – go on or not";
    next_decide(what: &str): "Enter: {what}", "Enter: {what}";
    next_chair(title: &str): "Đang làm mục «{title}»; xong, thư ký kết thúc mục", "«{title}» is under way; the secretary finishes it";
    next_speaks(name: &str, next: &str): "{name} đang phát biểu; tiếp theo mời {next}", "{name} speaks; next to be called: {next}";
    next_last_speaks(name: &str): "{name} đang phát biểu; sau đó chưa ai đăng ký", "{name} speaks; nobody waits after that";
    next_invite(name: &str): "Mời {name} phát biểu; thư ký bấm giờ", "Call {name} to speak; the secretary starts the clock";
    next_others(step: &str, who: &str): "Bước «{step}»: việc của {who}", "Step «{step}»: for the {who}";
    next_begin(title: &str): "Sắp tới: «{title}»; thư ký nhấn bắt đầu mục", "Next: «{title}»; the secretary starts the item";
    counting_fact(title: &str, checked: u32, papers: u32): "Kiểm phiếu {checked}/{papers}: {title}", "Counting {checked}/{papers}: {title}";
    counting_left(title: &str, checked: u32, papers: u32, minutes: u32): "Kiểm phiếu {checked}/{papers}, còn khoảng {minutes}′: {title}", "Counting {checked}/{papers}, about {minutes}′ left: {title}";
    at_step(step: &str): "Bước «{step}»", "Step «{step}»";
    done_at(minutes: u32, at: &str): "còn khoảng {minutes} phút, xong lúc {at}", "about {minutes} minutes left, done at {at}";
    head_hand_out(papers: u32): "Enter: chia {papers} phiếu thành tệp, giao cho các bàn", "Enter: part {papers} ballots into bundles and hand them out";
    head_settle(bundle: u16, papers: usize): "Enter: kết luận {papers} phiếu còn khác nhau của tệp {bundle}, theo bản giấy", "Enter: decide {papers} ballots of bundle {bundle} from the paper";
    head_read_back(bundle: u16): "Enter: đọc soát tệp {bundle} với phiếu giấy", "Enter: read bundle {bundle} back against its papers";
    head_before(title: &str, step: &str): "Chưa đến lúc kiểm phiếu, đang ở bước «{step}»: {title}", "Not yet, at «{step}»: {title}";
    head_after(title: &str, step: &str): "Đã khóa kết quả; F7 in, ký biên bản kiểm phiếu. Còn lại «{step}»: {title}", "The count is closed; F7: the tally record to sign. Left «{step}»: {title}";
    bundle_numbers(numbers: &str): "tệp {numbers}", "bundles {numbers}";
    at_bundle(bundle: u16, keyed: u32, size: u32): "tệp {bundle}: {keyed}/{size}", "bundle {bundle}: {keyed}/{size}";
    pace(papers: u32): "{papers}/giờ", "{papers}/h";
    keyed_here(papers: u32): "đã nhập {papers}", "{papers} keyed";
    desk_number(desk: u16): "BÀN {desk}", "DESK {desk}";
    next_take(bundle: u16, size: u32): "Enter: nhận tệp {bundle} ({size} phiếu)", "Enter: take bundle {bundle} ({size} ballots)";
    next_resume(bundle: u16): "Enter: nhập tiếp tệp {bundle} đang dở", "Enter: go on with bundle {bundle}";
    minutes_left(minutes: u32): "còn khoảng {minutes} phút", "about {minutes} minutes left";
    until(at: &str): "Tiếp tục lúc {at}", "Back at {at}";
    of_limit(limit: u32): "trên {limit} phút", "of {limit} minutes";
    page(page: usize, pages: usize): "trang {page}/{pages}", "page {page}/{pages}";
}
