//! DECIDES – the congress and its rules as pure values: no clock, no disk, no randomness.
