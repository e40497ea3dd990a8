//! Each screen drawn into a buffer of 120×40, with 2,000 delegates.

use super::millis;
use super::world::{founded, now};
use daihoi::app::key::{Input, Key};
use daihoi::app::{App, Seat};
use daihoi::domain::{Congress, Lang, Who};
use daihoi::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::time::Instant;

const FRAMES: u32 = 50;

/// One frame of every screen.
pub fn run() {
    let mut congress = Congress::default();
    for change in &founded() {
        congress.apply(change);
    }
    let seat = Seat { who: Who::default(), lang: Lang::Vi, now: now().naive_local() };
    let mut app = App::new(congress, seat, Vec::new());
    for (name, screen) in [("run", 2), ("roll", 3), ("floor", 4), ("votes", 5), ("elections", 6), ("minutes", 7)] {
        app.update(Input::Key(Key::F(screen)));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        let begun = Instant::now();
        for _ in 0..FRAMES {
            buffer.reset();
            ui::draw(&app, buffer.area, &mut buffer);
        }
        println!("paint        {name:<24} {:>8.2} ms a frame", millis(begun.elapsed()) / f64::from(FRAMES));
    }
}
