//! Words of the screen `floor`.

use super::{sentences, words};

words! {}

sentences! {}
