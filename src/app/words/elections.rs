//! Words of the screen `elections`.

use super::{sentences, words};

words! {}

sentences! {}
