//! The count of one secret ballot (kiểm phiếu) as pure values: the two forms of the paper, the judgement of one ballot,
//! the tally of many and the outcome of a round. Who votes and in what order things happen is decided elsewhere.

pub mod ballot;
pub mod count;
pub mod form;
pub mod outcome;
