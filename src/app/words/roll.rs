//! Words of the screen `roll`.

use super::{sentences, words};

words! {}

sentences! {}
