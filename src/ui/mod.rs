//! DRAWS – the state as a buffer of cells.
