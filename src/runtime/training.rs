//! The trainer alone (tập nhập phiếu): its turns, with no file behind them.

use super::turn::{Turn, World};
use super::{Clock, Trouble, input, terminal};
use crate::app::effect::Effect;
use crate::app::practice::{Opened, Practice};
use crate::app::{App, Seat};
use crate::domain::{Congress, Lang, Who};
use std::io;

/// What the trainer needs of a run.
struct Training {
    app: App,
    clock: Clock,
    leaving: bool,
}

/// Runs the trainer alone until somebody leaves.
///
/// # Errors
///
/// [`Trouble::Terminal`] where there is no terminal to practise on.
pub fn practice(lang: Lang, seed: u64) -> Result<(), Trouble> {
    let clock = Clock::default();
    let mut app = App::new(Congress::default(), Seat { who: Who::default(), lang, now: clock.now() }, Vec::new());
    app.practice = Some(Practice::new(seed, Opened::Alone));
    let stop = terminal::signals().map_err(Trouble::Terminal)?;
    let mut screen = terminal::Screen::enter().map_err(Trouble::Terminal)?;
    let keys = input::Keys::listen().map_err(Trouble::Terminal)?;
    let mut world = World { screen: &mut screen, keys: &keys, stop: &stop };
    match (Training { app, clock, leaving: false }).turn_by_turn(&mut world) {
        // the window is gone: nothing is lost with it
        Err(_) if stop.is_raised() => Ok(()),
        ended => ended.map_err(Trouble::Terminal),
    }
}

impl Turn for Training {
    fn app(&mut self) -> &mut App {
        &mut self.app
    }

    fn clock(&self) -> Clock {
        self.clock
    }

    fn is_over(&self) -> bool {
        self.leaving
    }

    fn carry_out(&mut self, effects: Vec<Effect>, world: &mut World<'_>) -> io::Result<()> {
        for effect in effects {
            match effect {
                Effect::Bell => world.screen.bell()?,
                Effect::Quit => self.leaving = true,
                // there is nothing to record in, to read or to write
                _ => {}
            }
        }
        Ok(())
    }
}
