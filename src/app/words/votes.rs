//! Words of the screen `votes`.

use super::{sentences, words};

words! {}

sentences! {}
