//! The hall in numbers, derived from roster and attendance: who is summoned, present, voting; the quorum.
//! Nothing here is stored.

use super::attendance::{Attendance, Presence};
use super::congress::Congress;
use super::id::SessionId;
use super::meeting::Roster;
use super::people::{Person, Sex, Standing};

/// Whether enough are present (rules §1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// At least two thirds of those summoned are present.
    Reached,
    /// Too few are present.
    Missing {
        /// Present now.
        present: u32,
        /// Summoned.
        summoned: u32,
        /// The least number that makes a quorum.
        needed: u32,
    },
    /// The roster is not the whole membership: not stated.
    NotStated,
}

/// The counts of the session that sits. They describe the roster; where it is not everybody, papers print `(không nêu)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hall {
    /// Whether the counts are of everybody.
    pub roster: Roster,
    /// Summoned (được triệu tập).
    pub summoned: u32,
    /// Present (có mặt).
    pub present: u32,
    /// Present full members or delegates (chính thức).
    pub full: u32,
    /// Present probationary members (dự bị).
    pub probationary: u32,
    /// Present with a vote.
    pub voters: u32,
    /// Present women.
    pub women: u32,
    /// Absent with a reason.
    pub excused: u32,
    /// Absent without a reason.
    pub unexcused: u32,
    /// Summoned and not called yet.
    pub uncalled: u32,
    /// Went out after coming.
    pub left: u32,
    /// The quorum.
    pub quorum: Quorum,
}

impl Hall {
    /// A count, or none where the roster is not everybody (không nêu).
    pub fn stated(&self, count: u32) -> Option<u32> {
        (self.roster == Roster::Complete).then_some(count)
    }

    fn count(&mut self, person: &Person, attendance: Option<&Attendance>) {
        let presence = attendance.map(|row| row.presence);
        let present = presence == Some(Presence::Present);
        let summoned = person.is_summoned() || (present && person.standing == Standing::Exempted);
        if !summoned {
            return;
        }
        self.summoned += 1;
        match presence {
            Some(Presence::Present) => {
                self.present += 1;
                self.full += u32::from(person.is_full_member());
                self.probationary += u32::from(person.standing == Standing::Probationary);
                self.voters += u32::from(person.votes());
                self.women += u32::from(person.sex == Some(Sex::Female));
            }
            Some(Presence::Left) => self.left += 1,
            Some(Presence::Absent) if attendance.is_some_and(|row| row.reason.is_some()) => self.excused += 1,
            Some(Presence::Absent) => self.unexcused += 1,
            None => self.uncalled += 1,
        }
    }
}

impl Congress {
    /// The hall as it is now.
    pub fn hall(&self) -> Hall {
        self.hall_in(self.session_now().map_or(SessionId(0), |session| session.id))
    }

    /// The hall of one session, as its roll has it now.
    pub fn hall_in(&self, session: SessionId) -> Hall {
        let mut hall = Hall {
            roster: self.meeting().roster,
            summoned: 0,
            present: 0,
            full: 0,
            probationary: 0,
            voters: 0,
            women: 0,
            excused: 0,
            unexcused: 0,
            uncalled: 0,
            left: 0,
            quorum: Quorum::NotStated,
        };
        let unseated = self.unseated(session);
        let mut rows = self.roll_of(session).peekable();
        // roster and attendance are both in the order of the people: one walk along both, for every screen asks at every key
        for person in self.people.iter() {
            while rows.next_if(|row| row.person < person.id).is_some() {}
            let row = rows.next_if(|row| row.person == person.id);
            if !unseated.contains(&person.id) {
                hall.count(person, row);
            }
        }
        let rule = self.meeting().regulation();
        let needed = rule.quorum_needed(hall.summoned);
        hall.quorum = match hall.roster {
            Roster::NamedOnly => Quorum::NotStated,
            Roster::Complete if hall.present >= needed && hall.summoned > 0 => Quorum::Reached,
            Roster::Complete => Quorum::Missing { present: hall.present, summoned: hall.summoned, needed },
        };
        hall
    }
}
