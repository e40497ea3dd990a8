//! Words of the screen `minutes`.

use super::{sentences, words};

words! {}

sentences! {}
