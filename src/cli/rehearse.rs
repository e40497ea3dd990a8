//! `daihoi rehearse`: a whole congress of delegates played from a seed, through the same door as the screens, with slips at the desks
//! that a third person settles from the papers. The same seed gives the same journal, line for line.
//!
//! `people` and `plan` make the congress, `agenda` walks its programme through `hall`, `floor`, `voting` and `contest`; a `round` fills
//! a box (`voters`), has it counted (`desks`, `slips`) and holds the result against the box (`truth`).

mod agenda;
mod contest;
mod desks;
mod figures;
mod floor;
mod hall;
mod people;
mod plan;
mod round;
mod sitting;
mod sizes;
mod slips;
mod truth;
mod voters;
mod voting;
pub mod watch;

pub use figures::Measured;
pub use sizes::{Asked, SEED};

use super::papers;
use super::report::{Exit, Failure, visible};
use crate::domain::{Change, Congress};
use crate::export::{self, Format};
use crate::papers::PaperName;
use crate::store::Store;
use crate::store::verify::{self, Report};
use figures::{rate, seconds};
use sitting::Sitting;
use sizes::Sizes;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;
use watch::{Bar, Watch};

/// A rehearsal that was held.
#[derive(Debug)]
pub struct Held {
    /// The congress at its end.
    pub congress: Congress,
    /// What was measured.
    pub measured: Measured,
    /// The open file.
    pub store: Store,
}

/// Holds a rehearsal, writes its papers and says what was measured.
pub fn rehearse(asked: Asked, dir: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let sizes = Sizes::of(asked)?;
    let file = place(asked, dir)?;
    let mut watch = Bar::on_terminal(expected(&sizes));
    let held = hold(asked, &file, watch.as_mut());
    watch.ends();
    let held = held?;
    let began = Instant::now();
    let report = verify::verify(&file)?;
    let proving = began.elapsed();
    // closed now and not before: whoever only reads leaves the log beside the file
    drop(held.store);
    let began = Instant::now();
    let written = export::export(&held.congress, dir, &PaperName::all(&held.congress), &Format::ALL)
        .map_err(|error| papers::troubled(&error))?;
    let dossier = began.elapsed();
    let Asked { delegates, seats, names, seed } = asked;
    let told = format!(
        "DIỄN TẬP: {delegates} đại biểu, bầu {seats} trong {names} người, mầm {seed}\n{}{}Hồ sơ: {} tệp trong {}\nĐại hội nằm trong {}\n",
        held.measured.told(),
        proved(&report, &format!("{}, {} thay đổi/giây", seconds(proving), rate(report.lines, proving))),
        written.len(),
        seconds(dossier),
        visible(&file.display().to_string()),
    );
    out.write_all(told.as_bytes()).map_err(|error| Failure::trouble("stdout", &error))?;
    if report.findings.is_empty() { Ok(()) } else { Err(unsound(&file)) }
}

/// Holds a rehearsal in a new file.
pub fn hold(asked: Asked, file: &Path, watch: &mut dyn Watch) -> Result<Held, Failure> {
    let sizes = Sizes::of(asked)?;
    let mut sitting = Sitting::begun(file, sizes, plan::start(), watch)?;
    let (people, cast) = people::drawn(&sizes, plan::DAY, &mut sitting.dice);
    let founding: Vec<Change> = plan::founding(&sizes, &people, &cast)?;
    sitting.cast = cast;
    for change in founding {
        sitting.write(change)?;
    }
    agenda::walk(&mut sitting)?;
    Ok(sitting.ended())
}

/// The file of a rehearsal in its folder; refused where one was held there before.
fn place(asked: Asked, dir: &Path) -> Result<PathBuf, Failure> {
    let trouble = |error| Failure::trouble(&dir.display().to_string(), &error);
    std::fs::create_dir_all(dir).map_err(trouble)?;
    for entry in std::fs::read_dir(dir).map_err(trouble)? {
        let there = entry.map_err(trouble)?.path();
        if there.extension().is_some_and(|ending| ending == "daihoi") {
            return Err(Failure {
                exit: Exit::Trouble,
                what: format!("{}: ở đây đã có một đại hội", there.display()),
                cause: None,
                hint: Some("Chọn thư mục khác cho --to; không có gì bị ghi đè.".to_owned()),
                places: Vec::new(),
            });
        }
    }
    let Asked { delegates, seats, names, seed } = asked;
    Ok(dir.join(format!("dien-tap-{delegates}-{seats}-{names}-mam-{seed}.daihoi")))
}

/// About how many changes there will be, for the bar.
fn expected(sizes: &Sizes) -> u64 {
    300 + u64::from(sizes.asked.delegates) * 6
}

fn proved(report: &Report, taken: &str) -> String {
    let verdict = match report.findings.len() {
        0 => "nguyên vẹn".to_owned(),
        findings => format!("{findings} chỗ SAI"),
    };
    format!(
        "Kiểm chứng tệp: {verdict}, nhật ký {} dòng, trong {taken}\nMã băm dòng cuối: {}\n",
        report.lines, report.last
    )
}

fn unsound(file: &Path) -> Failure {
    Failure {
        exit: Exit::Trouble,
        what: format!("{}: tệp diễn tập không nguyên vẹn", file.display()),
        cause: None,
        hint: Some("Đây là lỗi của chương trình: chạy `daihoi verify`, giữ tệp, báo kèm số mầm.".to_owned()),
        places: Vec::new(),
    }
}
