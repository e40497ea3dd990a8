//! The classification of a review meeting (đánh giá, xếp loại): the secret ballots on four levels, shares as stated, and what is proposed
//! to the superior.

use crate::domain::{
    classification::{Ballot, Level, Rated, Rating, Share},
    figure::Figure,
    figures::two_digits,
};

use super::Matter;
use crate::papers::paper::{Block, Column, Table};
use crate::papers::phrases::{bare, capital, comrades, list, share};

/// The ballots, the levels without ballots, the shares, the proposals.
pub fn blocks(matter: Matter<'_>) -> Vec<Block> {
    let mut blocks = ballots(matter);
    blocks.extend(stated(matter).map(|text| Block::paragraph("classification.stated", text)));
    blocks.extend(shares(matter).map(|text| Block::paragraph("classification.shares", text)));
    blocks.extend(upward(matter).map(|text| Block::paragraph("classification.upward", text)));
    blocks
}

/// A level as it is written inside a sentence.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Excellent => "hoàn thành xuất sắc nhiệm vụ",
        Level::Good => "hoàn thành tốt nhiệm vụ",
        Level::Completed => "hoàn thành nhiệm vụ",
        Level::NotCompleted => "không hoàn thành nhiệm vụ",
    }
}

/// What stands over a column of the table for a level, explained above it.
fn abbreviation(level: Level) -> &'static str {
    match level {
        Level::Excellent => "XS",
        Level::Good => "T",
        Level::Completed => "HT",
        Level::NotCompleted => "KHT",
    }
}

/// One table of all that were put to the ballot, the last ballot of each.
fn ballots(matter: Matter<'_>) -> Vec<Block> {
    let voted: Vec<(&Rating, &Ballot)> =
        matter.congress.ratings.iter().filter_map(|rating| Some((rating, rating.ballots.last()?))).collect();
    let Some((_, first)) = voted.first() else { return Vec::new() };
    // where nobody knows who may vote, a level is measured against the ballots issued
    let (measured, base) = match first.base {
        Some(base) => ("số căn cứ", format!("; số căn cứ {}", two_digits(base))),
        None => ("số phiếu phát ra", "; số căn cứ (không nêu)".to_owned()),
    };
    let levels: Vec<String> =
        Level::ALL.into_iter().map(|it| format!("{} ({})", level(it), abbreviation(it))).collect();
    let text = format!(
        "{} bỏ phiếu kín đánh giá, xếp loại theo bốn mức: {}; phiếu không hợp lệ (KHL). Mức được quá một nửa {measured} đồng ý \
         là mức xếp loại{base}.",
        matter.words.assembly,
        levels.join(", "),
    );
    let level_column = |it: Level| Column::figures(abbreviation(it), 4);
    let columns = [
        Column::figures("TT", 3),
        Column::words("Tập thể, cá nhân", 9),
        Column::figures("Thu về / phát ra", 4),
        level_column(Level::Excellent),
        level_column(Level::Good),
        level_column(Level::Completed),
        level_column(Level::NotCompleted),
        Column::figures("KHL", 4),
        Column::words("Xếp loại", 13),
    ];
    let table = (1..).zip(&voted).fold(Table::new(columns), |table, (number, (rating, ballot))| {
        let chose = |level| ballot.papers.chosen.of(level).to_string();
        let adopted = ballot.adopted().map_or_else(
            || "chưa mức nào quá một nửa".to_owned(),
            |it| {
                let share = share(u64::from(ballot.papers.chosen.of(it)), u64::from(ballot.measure()));
                [capital(level(it))].into_iter().chain(share).collect::<Vec<_>>().join(", ")
            },
        );
        table.row([
            u32::to_string(&number),
            matter.congress.rated_name(rating.of),
            format!("{}/{}", ballot.papers.collected, ballot.papers.issued),
            chose(Level::Excellent),
            chose(Level::Good),
            chose(Level::Completed),
            chose(Level::NotCompleted),
            ballot.papers.invalid.to_string(),
            adopted,
        ])
    });
    vec![Block::text(text), Block::Table(table.keyed("classification"))]
}

/// Levels that are known without votes.
fn stated(matter: Matter<'_>) -> Option<String> {
    let told: Vec<String> = matter
        .congress
        .ratings
        .iter()
        .filter(|rating| rating.ballots.is_empty())
        .filter_map(|rating| {
            let named = matter.congress.rated_name(rating.of);
            let named = if rating.of == Rated::Unit { named } else { format!("đồng chí {named}") };
            Some(format!("{named} {}", level(rating.stated?)))
        })
        .collect();
    (!told.is_empty()).then(|| format!("Kết quả xếp loại: {}.", list(&told)))
}

/// `100 % đảng viên hoàn thành tốt nhiệm vụ trở lên, trong đó 02 đồng chí hoàn thành xuất sắc nhiệm vụ.`
fn shares(matter: Matter<'_>) -> Option<String> {
    let told: Vec<String> =
        matter.congress.shares.iter().map(|share| format!("{} {}", amount(matter, share), of(share))).collect();
    (!told.is_empty()).then(|| format!("Kết quả đánh giá, xếp loại: {}.", told.join(", trong đó ")))
}

/// How many, as it is stated: a share without a count stays one.
fn amount(matter: Matter<'_>, share: &Share) -> String {
    let percent =
        share.percent.map(|percent| format!("{} {}", Figure::Percent(percent).printed(), matter.words.attendee));
    match (percent, share.number) {
        (Some(percent), Some(number)) => format!("{percent} ({})", comrades(number)),
        (Some(percent), None) => percent,
        (None, number) => comrades(number.unwrap_or_default()),
    }
}

fn of(share: &Share) -> String {
    let better = if share.or_better { " trở lên" } else { "" };
    format!("{}{better}", level(share.level))
}

/// What is proposed to the superior committee, which decides.
fn upward(matter: Matter<'_>) -> Option<String> {
    let congress = matter.congress;
    let ratings = congress.ratings.iter().filter_map(|rating| {
        let what = bare(rating.upward.as_deref()?);
        Some(match rating.of {
            Rated::Unit => format!("{} “{what}”", congress.rated_name(rating.of)),
            Rated::Person(_) => format!("đồng chí {} “{what}”", congress.rated_name(rating.of)),
        })
    });
    let shares = congress.shares.iter().filter(|share| share.upward);
    let told: Vec<String> =
        ratings.chain(shares.map(|share| format!("{} {}", amount(matter, share), of(share)))).collect();
    let superior = bare(&congress.meeting().superior);
    let superior = if superior.is_empty() { "cấp ủy cấp trên" } else { superior };
    (!told.is_empty())
        .then(|| format!("{} đề nghị {superior} xem xét, công nhận: {}.", matter.words.assembly, list(&told)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_is_named() {
        let named: Vec<&str> = Level::ALL.iter().map(|it| level(*it)).collect();
        assert!(named.iter().all(|name| name.ends_with("nhiệm vụ")));
        assert_eq!(named.iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
    }
}
