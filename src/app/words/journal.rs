//! Words of the screen `journal`.

use super::{sentences, words};

words! {}

sentences! {}
