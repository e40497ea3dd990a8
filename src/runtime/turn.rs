//! One turn: take every waiting event, let the app answer, do what it asks, read what others recorded, paint once.

use super::clock::Clock;
use super::input::Keys;
use super::terminal::{Screen, Signals};
use crate::app::App;
use crate::app::effect::Effect;
use crate::app::key::Input;
use crate::ui;
use std::io;
use std::time::Duration;

/// How long a turn waits for a key before it looks at the clock and at the file.
const TURN: Duration = Duration::from_millis(100);

/// The world of a turn: the screen, the keys, the signals that end the program.
pub(super) struct World<'w> {
    pub(super) screen: &'w mut Screen,
    pub(super) keys: &'w Keys,
    pub(super) stop: &'w Signals,
}

/// Something that goes on turn by turn.
pub(super) trait Turn {
    /// The state that the keys change.
    fn app(&mut self) -> &mut App;
    /// The clock of the hall.
    fn clock(&self) -> Clock;
    /// Whether there is no next turn.
    fn is_over(&self) -> bool;
    /// Does what the app asked for.
    fn carry_out(&mut self, effects: Vec<Effect>, world: &mut World<'_>) -> io::Result<()>;
    /// Takes over what others recorded and what the copying says; none where nothing changed, else what is to be done.
    fn follow(&mut self) -> Option<Vec<Effect>> {
        None
    }

    /// Goes on until it is over or a signal comes.
    fn turn_by_turn(&mut self, world: &mut World<'_>) -> io::Result<()> {
        let mut shown = None;
        while !self.is_over() && !world.stop.is_raised() {
            // the first screen waits for nobody
            let came = world.keys.waiting(shown.map_or(Duration::ZERO, |_| TURN))?;
            let mut changed = !came.is_empty();
            for input in came {
                if !ui::shows(self.app(), world.screen.area()?) && !self.app().takes_unseen(&input) {
                    continue;
                }
                let effects = self.app().update(input);
                self.carry_out(effects, world)?;
                if self.is_over() {
                    // what was typed after it was meant for what comes now
                    break;
                }
            }
            let minute = self.clock().now();
            let effects = self.app().update(Input::Tick(minute));
            self.carry_out(effects, world)?;
            if let Some(effects) = self.follow() {
                changed = true;
                self.carry_out(effects, world)?;
            }
            // the second hand moves the timers: one paint a second when nothing else happens
            let second = Some(minute.and_utc().timestamp());
            if changed || shown != second {
                shown = second;
                world.screen.paint(|area, buffer| ui::draw(self.app(), area, buffer))?;
            }
        }
        Ok(())
    }
}
