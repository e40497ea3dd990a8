//! REACTS – keys to actions to state; no terminal, no disk.
