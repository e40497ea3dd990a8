//! Which screens a seat has: the one made for it, behind F2, and those it may look at. What it may do is the domain's.

use super::App;
use super::action::Screen;
use crate::domain::Role;

/// The screen made for the person of a role.
pub fn home(role: Role) -> Screen {
    match role {
        Role::Secretary => Screen::Run,
        Role::Presidium => Screen::Chair,
        Role::Counter => Screen::Desk,
        Role::Head => Screen::Head,
        Role::Hall => Screen::Hall,
    }
}

/// The screens of a role in the order of their keys, from F2.
pub fn screens(role: Role) -> &'static [(u8, Screen)] {
    use Screen::{Chair, Desk, Elections, Floor, Head, Journal, Minutes, Roll, Run, Votes};
    match role {
        Role::Secretary => &[(2, Run), (3, Roll), (4, Floor), (5, Votes), (6, Elections), (7, Minutes), (8, Journal)],
        Role::Presidium => &[(2, Chair), (3, Roll), (4, Floor), (5, Votes), (6, Elections), (7, Minutes), (8, Journal)],
        // papers and journal are the head's to sign and to check
        Role::Head => &[(2, Head), (6, Elections), (7, Minutes), (8, Journal)],
        Role::Counter => &[(2, Desk)],
        Role::Hall => &[],
    }
}

/// The screen a seat gets where a key or a task asks for one; none where that is not its part.
pub fn screen(role: Role, wanted: Screen) -> Option<Screen> {
    let own = |wanted: Screen| screens(role).iter().any(|(_, screen)| *screen == wanted);
    match wanted {
        Screen::Run => Some(home(role)).filter(|_| role != Role::Hall),
        // whoever keys ballots finds them at the desk
        Screen::Elections if role == Role::Counter => Some(Screen::Desk),
        wanted => Some(wanted).filter(|wanted| own(*wanted)),
    }
}

/// Whether a role is answered questions about the congress: whoever only keys ballots sees no more of it than its desk.
pub fn asks(role: Role) -> bool {
    !matches!(role, Role::Counter | Role::Hall)
}

impl App {
    /// Goes to the screen of the seat where the one shown is not its part.
    pub(super) fn sit(&mut self) {
        let role = self.seat.who.role;
        let bundles_lie_here = self.screen == Screen::Desk && self.on.elections.board.is_some();
        // on one laptop the head goes on with the bundles that lay at the desk
        let wanted = if bundles_lie_here { Screen::Elections } else { self.screen };
        if wanted != Screen::Start {
            self.screen = screen(role, wanted).unwrap_or_else(|| home(role));
        }
    }
}
