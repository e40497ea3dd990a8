//! What proves the count: properties of any sheet from text to text, and the same ballots counted by others.

mod by_hand;
mod oracle;
mod sheets;
mod text;
