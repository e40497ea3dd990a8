//! CONNECTS – the loop, the clock, the terminal.
