//! Words of the answers in the palette: what a presidium asks while it sits.

use super::{sentences, words};

words! {
    title: "Tìm lệnh – hoặc gõ câu hỏi: chưa phát biểu, mục 5, nữ, vắng, còn mở", "Find a command – or type a question: not spoken, item 5, women, absent, open";
    silent: "Ai chưa phát biểu?", "Who has not spoken?";
    women: "Có bao nhiêu nữ?", "How many women?";
    unexcused: "Ai vắng không lý do?", "Who is absent without a reason?";
    open: "Còn gì mở trước khi kết thúc?", "What is still open before closing?";
    nobody: "không ai", "nobody";
    nothing: "không còn gì", "nothing";
    not_stated: "không nêu", "not stated";
    not_voted: "chưa biểu quyết nội dung nào", "nothing was voted";
    not_spoken: "chưa phát biểu", "has not spoken";
    unanimous: "nhất trí", "unanimous";
    carried: "thông qua", "carried";
    lost: "không thông qua", "lost";
    waiting: "chưa biểu quyết", "not voted yet";
}

sentences! {
    spoken(name: &str): "{name} phát biểu bao lâu?", "How long has {name} spoken?";
    item(number: usize, title: &str): "Mục {number} đã biểu quyết gì? «{title}»", "What did we vote on item {number}? «{title}»";
    item_of(number: usize, session: usize, title: &str): "Mục {number} phiên {session} đã biểu quyết gì? «{title}»", "What did we vote on item {number} of session {session}? «{title}»";
    people(count: usize, names: &str): "{count} người: {names}", "{count}: {names}";
    times_alone(times: usize): "{times} lần, thời gian không nêu", "{times}×, time not stated";
    times(times: usize, minutes: i64, seconds: i64): "{times} lần, {minutes} phút {seconds:02} giây", "{times}×, {minutes} min {seconds:02} s";
    women_present(women: u32, present: u32, share: &str): "có mặt {women}/{present}{share}", "present {women}/{present}{share}";
    women_listed(women: usize, all: usize): "danh sách {women}/{all}", "roster {women}/{all}";
    sex_unknown(count: usize): "chưa ghi giới tính {count} người", "sex not recorded of {count}";
    uncalled(count: u32): "chưa điểm danh {count} người", "{count} not called yet";
    hands(agree: u32, disagree: u32, other: u32): "đồng ý {agree}, không đồng ý {disagree}, ý kiến khác {other}", "{agree} agree, {disagree} disagree, {other} other";
    matters(count: usize): "{count} việc", "{count} matters";
    elected(title: &str, names: &str): "«{title}»: trúng cử {names}", "«{title}»: elected {names}";
}
