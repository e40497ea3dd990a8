//! The minutes of the meeting (biên bản đại hội, hội nghị): frame, order and numbering of the sections. The sections are
//! composed in the files beside this one, one verb each: what has not happened yet is not there.

mod attendance;
mod bodies;
mod closing;
mod elections;
mod floor;
mod guests;
mod opening;
mod reports;
mod resolution;
mod rounds;

use crate::domain::{
    Congress,
    figures::roman,
    meeting::{Kind, Meeting},
};

use super::issuing;
use super::paper::{Block, Level, Paper, Title};
use super::phrases::Words;

pub use guests::has_come;
pub use reports::was_heard;

/// The congress the minutes are of, and the words for its kind.
#[derive(Clone, Copy)]
struct Matter<'a> {
    congress: &'a Congress,
    words: Words,
}

/// A section: its title in capitals without the number, and its blocks.
struct Section {
    title: &'static str,
    blocks: Vec<Block>,
}

/// Entries of one section under headings of their own, numbered where there are several.
fn numbered(entries: Vec<(String, Vec<Block>)>) -> Vec<Block> {
    let several = entries.len() > 1;
    let mut blocks = Vec::new();
    for (number, (title, told)) in (1..).zip(entries) {
        let heading = if several { format!("{number}. {title}") } else { title };
        blocks.push(Block::heading(Level::Section, heading));
        blocks.extend(told);
    }
    blocks
}

/// Composes the minutes as far as the meeting has come; the data alone, before any rewording.
pub fn compose(congress: &Congress) -> Paper {
    let matter = Matter { congress, words: Words::of(congress.meeting().kind) };
    let paper = Paper::new(issuing::head(congress, "BB"), title(congress.meeting()))
        .with(opening::blocks(matter))
        .with(attendance::blocks(matter))
        .with(guests::blocks(matter));
    let told = sections(matter).into_iter().filter(|section| !section.blocks.is_empty());
    let paper = (1..).zip(told).fold(paper, |paper, (number, section)| {
        let heading = format!("{}. {}", roman(number), section.title);
        paper.heading(Level::Part, heading).with(section.blocks)
    });
    issuing::marked(congress, paper.signed(closing::signatures(congress)).sent_to(issuing::recipients(congress)))
}

fn title(meeting: &Meeting) -> Title {
    let title = Title::new("BIÊN BẢN", issuing::meeting_of(meeting));
    match issuing::ordinal_and_term(meeting) {
        Some(which) => title.line(which),
        None => title,
    }
}

fn sections(matter: Matter<'_>) -> Vec<Section> {
    let review = matter.congress.meeting().kind == Kind::Review;
    let section = |title, blocks| Section { title, blocks };
    let superior = section("PHÁT BIỂU CHỈ ĐẠO CỦA CẤP TRÊN", floor::superior(matter));
    if review {
        return vec![
            section("CÁC BÁO CÁO TRÌNH HỘI NGHỊ", reports::blocks(matter)),
            section("THẢO LUẬN", floor::discussion(matter)),
            superior,
            section("ĐÁNH GIÁ, XẾP LOẠI VÀ ĐỀ NGHỊ CẤP TRÊN", resolution::classification(matter)),
            section("CHỈ TIÊU, NHIỆM VỤ VÀ KẾT LUẬN", resolution::blocks(matter)),
            section("BẾ MẠC", closing::blocks(matter)),
        ];
    }
    vec![
        section("CÁC CƠ QUAN ĐIỀU HÀNH, CHƯƠNG TRÌNH ĐẠI HỘI", bodies::blocks(matter)),
        section("CÁC BÁO CÁO TRÌNH ĐẠI HỘI", reports::blocks(matter)),
        section("THẢO LUẬN, THAM LUẬN", floor::discussion(matter)),
        superior,
        section("BẦU CỬ", elections::of_the_congress(matter)),
        section("BẦU ĐẠI BIỂU DỰ ĐẠI HỘI ĐẢNG BỘ CẤP TRÊN", elections::of_delegates(matter)),
        section("THÔNG QUA CHỈ TIÊU, NGHỊ QUYẾT ĐẠI HỘI", resolution::blocks(matter)),
        section("BẾ MẠC", closing::blocks(matter)),
    ]
}

#[cfg(test)]
mod tests;
