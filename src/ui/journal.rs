//! The screen `journal`.

use crate::app::App;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws the screen.
pub fn draw(_: &App, _: Rect, _: &mut Buffer) {}
