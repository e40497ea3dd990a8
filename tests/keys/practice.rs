//! The trainer by keys: the pad of the count, what is wrong shown at once, speed and errors at the end, nothing recorded.

use crate::world::sitting::Sitting;
use daihoi::app::effect::Effect;
use daihoi::app::key::{Input, Key};
use daihoi::app::practice::{List, Opened, Practice, Sheet, Slip};
use daihoi::domain::Lang;
use daihoi::domain::election::ballot::{Defect, Marks};

fn opened(how: Opened) -> Sitting {
    let mut sitting = Sitting::cell();
    // the first paper is a plain one
    let plain = |practice: &Practice| {
        let first = &practice.sheets[0];
        let short = matches!(&first.ballot.marks, Marks::Struck(struck) if struck.len() == 3);
        short && first.times == 1 && first.doubtful.is_none() && first.ballot.defect.is_none()
    };
    sitting.app.practice = (0..1_000).map(|seed| Practice::new(seed, how)).find(plain);
    sitting
}

fn practice(sitting: &Sitting) -> &Practice {
    sitting.app.practice.as_ref().unwrap()
}

/// The keys that key a sheet right.
fn right(sheet: &Sheet) -> String {
    let numbers = |numbers: &[u16], times: usize| {
        let width = if sheet.list == List::Long { 2 } else { 1 };
        numbers.iter().map(|number| format!("{number:0width$}").repeat(times)).collect::<String>()
    };
    let typed = match (&sheet.ballot.marks, sheet.ballot.defect, sheet.doubtful) {
        (_, _, Some(_)) => ".".to_owned(),
        (_, Some(Defect::OutsideName), _) => "/2".to_owned(),
        (_, Some(Defect::Signed), _) => "/3".to_owned(),
        (_, Some(_), _) => "/4".to_owned(),
        (Marks::Struck(struck), None, None) if struck.len() > 6 => {
            let kept: Vec<u16> = (1..=12).filter(|number| !struck.contains(number)).collect();
            format!("+{}", numbers(&kept, 1))
        }
        (Marks::Struck(struck), None, None) => numbers(struck, 1),
        (Marks::Boxes { agree, disagree }, None, None) => {
            let neither: Vec<u16> =
                (1..=3).filter(|number| !agree.contains(number) && !disagree.contains(number)).collect();
            numbers(disagree, 1) + &numbers(&neither, 2)
        }
    };
    let run = if sheet.times > 1 { format!("{}*", sheet.times - 1) } else { String::new() };
    format!("{typed}={run}")
}

fn typed(mut sitting: Sitting, keys: &str) -> Sitting {
    for key in keys.chars() {
        let key = if key == '=' { Key::Enter } else { Key::Char(key) };
        let effects = sitting.app.update(Input::Key(key));
        sitting = sitting.done(effects);
    }
    sitting
}

/// Keys every sheet right, and says how many keys that took.
fn through(mut sitting: Sitting) -> (Sitting, usize) {
    let keys: String = practice(&sitting).sheets.iter().map(right).collect();
    let count = keys.chars().count();
    sitting = typed(sitting, &keys);
    (sitting, count)
}

#[test]
fn ten_ballots_keyed_right_take_the_fewest_keys() {
    let sitting = opened(Opened::Inside);
    let before = sitting.lines.len();
    let fewest = practice(&sitting).fewest_keys();
    let (sitting, keys) = through(sitting);
    assert_eq!(usize::try_from(fewest).unwrap(), keys);
    let score = &practice(&sitting).score;
    assert_eq!((score.papers, score.wrong, score.keys), (10, 0, fewest));
    let screen = sitting.text(80, 24);
    assert!(screen.contains("Không sai phiếu nào") && screen.contains("Xong mười phiếu"), "{screen}");
    // once more: ten others
    let first = practice(&sitting).sheets.clone();
    let sitting = sitting.keys("Enter");
    assert_ne!(practice(&sitting).sheets, first);
    assert_eq!(practice(&sitting).score.papers, 0);
    let sitting = sitting.keys("Esc");
    assert!(sitting.app.practice.is_none());
    assert_eq!(sitting.lines.len(), before, "nothing is recorded");
}

#[test]
fn what_was_keyed_wrong_is_shown_with_what_the_paper_says() {
    let sitting = typed(opened(Opened::Inside), "=");
    let wrong = practice(&sitting).wrong.clone().unwrap();
    assert!(!wrong.slips.is_empty());
    assert!(sitting.effects.iter().any(|effect| matches!(effect, Effect::Bell)));
    insta::assert_debug_snapshot!("practice_wrong", sitting.screen(80, 24));
    // Enter goes on, digits do nothing meanwhile
    let sitting = typed(sitting, "12");
    assert_eq!(practice(&sitting).score.keys, 1);
    let mut sitting = sitting.keys("Enter");
    assert!(practice(&sitting).wrong.is_none());
    while practice(&sitting).sheet().is_some() {
        sitting = typed(sitting, ".=");
        if practice(&sitting).wrong.is_some() {
            sitting = sitting.keys("Enter");
        }
    }
    let score = practice(&sitting).score.clone();
    assert_eq!((score.papers, score.wrong), (10, 9));
    assert!(score.slips.contains_key(&Slip::Aside));
    insta::assert_debug_snapshot!("practice_over", sitting.screen(80, 24));
}

#[test]
fn a_run_is_repeated_and_never_beyond_its_papers() {
    let mut sitting = opened(Opened::Inside);
    while practice(&sitting).sheet().unwrap().times == 1 {
        let keys = right(practice(&sitting).sheet().unwrap());
        sitting = typed(sitting, &keys);
    }
    let first = right(practice(&sitting).sheet().unwrap());
    let (one, _) = first.split_once('=').unwrap();
    // the star before the first of them would repeat the ballot before, which was another
    let before = practice(&sitting).score.papers;
    let sitting = typed(sitting, &format!("{one}=5*"));
    assert_eq!(practice(&sitting).score.papers, before + 1);
    assert!(sitting.text(80, 24).contains("Chỉ còn 2 phiếu"), "{}", sitting.text(80, 24));
    let sitting = typed(sitting, "2*");
    assert_eq!((practice(&sitting).score.papers, practice(&sitting).score.wrong), (before + 3, 0));
}

#[test]
fn a_star_over_unlike_papers_is_an_error() {
    let sitting = typed(opened(Opened::Inside), "3*");
    assert_eq!(practice(&sitting).wrong.as_ref().unwrap().slips, [Slip::Run]);
}

#[test]
fn it_opens_from_the_menu_and_leaves_the_congress_alone() {
    let sitting = Sitting::cell().keys("F10 'tap nhap' Enter");
    assert!(sitting.app.practice.is_some());
    // what concerns the congress waits: undoing would hit what nobody sees
    let lines = sitting.lines.len();
    let sitting = sitting.keys("Ctrl-Z");
    assert!(sitting.app.dialog.is_none() && sitting.lines.len() == lines);
    assert!(sitting.text(80, 24).contains("Esc trở lại đại hội"), "{}", sitting.text(80, 24));
    let sitting = sitting.keys("F3");
    assert!(sitting.app.practice.is_none(), "another screen leaves the trainer");
    let sitting = sitting.keys("Ctrl-P F1");
    assert!(sitting.text(120, 40).contains("mười tờ phiếu bịa"));
}

#[test]
fn alone_it_knows_no_congress_and_esc_ends_the_program() {
    let sitting = opened(Opened::Alone).keys("F3");
    assert!(sitting.text(80, 24).contains("chưa mở đại hội nào"), "{}", sitting.text(80, 24));
    assert!(sitting.app.practice.is_some());
    let sitting = sitting.keys("F10 Ctrl-K F9");
    assert!(sitting.app.dialog.is_none());
    let sitting = sitting.keys("Esc");
    assert!(matches!(sitting.effects.last(), Some(Effect::Quit)));
}

#[test]
fn the_trainer_in_both_languages_at_two_sizes() {
    for (lang, name) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let mut sitting = opened(Opened::Inside);
        sitting.app.seat.lang = lang;
        insta::assert_debug_snapshot!(format!("practice_{name}_80"), typed(sitting, "05").screen(80, 24));
        let mut sitting = opened(Opened::Inside);
        sitting.app.seat.lang = lang;
        let keys: String = practice(&sitting).sheets.iter().take(7).map(right).collect();
        insta::assert_debug_snapshot!(format!("practice_{name}_120"), typed(sitting, &keys).screen(120, 40));
    }
}

#[test]
fn the_trainer_fits_every_size() {
    let sitting = opened(Opened::Inside);
    sitting.at_every_size();
    let sitting = typed(sitting, "/");
    sitting.at_every_size();
    typed(sitting, "1=").at_every_size();
    through(opened(Opened::Alone)).0.at_every_size();
}
