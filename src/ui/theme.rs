//! Colours by meaning: the terminal's own foreground, dim for what is secondary, cyan, green and red for what they say.
//! Never black, white, yellow or a fixed RGB: the hall's terminals are light and dark.

use ratatui::style::{Color, Modifier, Style};

/// Plain text.
pub const fn plain() -> Style {
    Style::new()
}

/// Secondary text.
pub const fn dim() -> Style {
    Style::new().add_modifier(Modifier::DIM)
}

/// A heading or the thing that matters on a line.
pub const fn strong() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}

/// A key, a link, the thing to do next.
pub const fn hint() -> Style {
    Style::new().fg(Color::Cyan)
}

/// Reached, valid, saved, under way.
pub const fn good() -> Style {
    Style::new().fg(Color::Green)
}

/// Refused, missing, late.
pub const fn bad() -> Style {
    Style::new().fg(Color::Red)
}

/// The row under the cursor.
pub const fn cursor() -> Style {
    Style::new().add_modifier(Modifier::REVERSED)
}
