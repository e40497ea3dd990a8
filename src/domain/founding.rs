//! A congress that is about to be founded: what is asked of it, what the congress before hands on, and the changes that found
//! it in an order the rules take. Whether each is in order is asked of the rules themselves.

mod last_term;

pub use last_term::{moved, next_term};

use super::agenda::{self, Item, ItemKind, Session, SessionKind};
use super::change::Change;
use super::congress::Congress;
use super::election::{self, Election, Office};
use super::id::{ElectionId, ReportId, SessionId};
use super::meeting::{self, Kind, Meeting};
use super::people::{self, Person};
use super::refusal::Refusal;
use super::regulation::Regulation;
use super::reports::{self, Report};
use super::role::Role;
use chrono::{NaiveDate, NaiveTime};

/// The congresses that differ in their programme and their elections (rules §3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// A cell that elects a committee (chi bộ có từ 9 đảng viên chính thức).
    #[default]
    Cell,
    /// A cell too small for one: secretary and deputy directly (chi bộ có dưới 9 đảng viên chính thức).
    SmallCell,
    /// All members of a committee (đại hội đảng viên đảng bộ).
    Members,
    /// Delegates (đại hội đại biểu đảng bộ).
    Delegates,
    /// A year-end review meeting (hội nghị tổng kết).
    Review,
}

impl Sort {
    /// Every sort, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Cell, Self::SmallCell, Self::Members, Self::Delegates, Self::Review];

    /// The kind of meeting.
    pub fn kind(self) -> Kind {
        match self {
            Self::Cell | Self::SmallCell => Kind::Cell,
            Self::Members => Kind::Members,
            Self::Delegates => Kind::Delegates,
            Self::Review => Kind::Review,
        }
    }

    /// The sort of a congress that was held: a cell by its full members.
    pub fn of(congress: &Congress) -> Self {
        let small = |members: u32| members < congress.meeting().regulation().sizes.committee_from;
        match congress.meeting().kind {
            Kind::Cell if congress.full_members().is_some_and(small) => Self::SmallCell,
            Kind::Cell => Self::Cell,
            Kind::Members => Self::Members,
            Kind::Delegates => Self::Delegates,
            Kind::Review => Self::Review,
        }
    }

    /// What such a congress usually elects, in order.
    pub fn usual_offices(self) -> &'static [Office] {
        match self {
            Self::Cell => &[Office::Committee, Office::Secretary, Office::Deputy],
            Self::SmallCell => &[Office::Secretary, Office::Deputy],
            Self::Members | Self::Delegates => &[Office::Committee, Office::Delegates],
            Self::Review => &[],
        }
    }

    /// What such a congress can elect, in the order of rules §3.
    pub fn offices(self) -> &'static [Office] {
        match self {
            Self::Cell => &[Office::Committee, Office::Secretary, Office::Deputy, Office::Delegates],
            Self::SmallCell => &[Office::Secretary, Office::Deputy, Office::Delegates],
            Self::Members | Self::Delegates => &Office::ALL,
            Self::Review => &[],
        }
    }
}

/// The profile in force on a day: the newest that had been issued by then, else the oldest known.
pub fn regulation_on(day: NaiveDate) -> Regulation {
    let issued = |profile: &&Regulation| NaiveDate::parse_from_str(profile.date, "%d/%m/%Y").is_ok_and(|of| of <= day);
    let oldest = || Regulation::all().last().copied().unwrap_or_else(Regulation::default_profile);
    Regulation::all().iter().find(issued).copied().unwrap_or_else(oldest)
}

/// A congress to be founded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Founding {
    /// Which sort it is.
    pub sort: Sort,
    /// The meeting.
    pub meeting: Meeting,
    /// The sessions, in order.
    pub sessions: Vec<Session>,
    /// The items of all sessions; none: the typical programme is still to be put in.
    pub items: Vec<Item>,
    /// The reports to be heard, each in its item.
    pub reports: Vec<Report>,
    /// The roster, where there is one already.
    pub people: Vec<Person>,
    /// The elections, in order.
    pub elections: Vec<Election>,
}

impl Founding {
    /// The changes that found the congress; refused with the first that would not be in order.
    pub fn changes(&self) -> Result<Vec<Change>, Refusal> {
        let mut congress = Congress::default();
        let changes = self.in_order();
        for change in &changes {
            congress.judge(Role::Secretary.into(), change)?;
            congress.apply(change);
        }
        Ok(changes)
    }

    fn in_order(&self) -> Vec<Change> {
        let mut changes = vec![Change::Meeting(meeting::Change::Founded(self.meeting.clone()))];
        if !self.people.is_empty() {
            changes.push(Change::People(people::Change::Enrolled { people: self.people.clone() }));
        }
        changes.extend(
            self.sessions.iter().cloned().map(|session| Change::Agenda(agenda::Change::SessionCalled(session))),
        );
        changes.extend(self.items.iter().cloned().map(|item| Change::Agenda(agenda::Change::Added(item))));
        changes.extend(self.elections.iter().cloned().map(|called| Change::Election(election::Change::Called(called))));
        changes.extend(self.reports.iter().cloned().map(|report| Change::Reports(reports::Change::Entered(report))));
        changes
    }

    /// Enters a report for each item in which one is heard, under the title of the item.
    pub fn hear(&mut self) {
        let heard = self.items.iter().filter(|item| item.kind == ItemKind::Report);
        let reports = heard.zip(1..).map(|(item, number)| Report {
            id: ReportId(number),
            title: item.title.clone(),
            item: Some(item.id),
            reader: None,
            gist: String::new(),
            accepted_by: None,
        });
        self.reports = reports.collect();
    }

    /// Elects these offices, each under a title; an item of an election that is no longer held goes with it.
    pub fn elect(&mut self, offices: impl IntoIterator<Item = (Office, String)>) {
        let before = std::mem::take(&mut self.elections);
        let elects = |office: Office| before.iter().find(|election| election.office == office);
        let elections = offices.into_iter().zip(1..).map(|((office, title), number)| {
            let called = Election::new(ElectionId(number), office, title);
            elects(office).map_or_else(
                || called.clone(),
                |known| Election {
                    item: known.item,
                    voters: known.voters,
                    alternates: known.alternates,
                    ..called.clone()
                },
            )
        });
        self.elections = elections.collect();
        let held = |item| self.elections.iter().any(|election| election.item == Some(item));
        let dropped = |item: &Item| before.iter().any(|election| election.item == Some(item.id)) && !held(item.id);
        self.items.retain(|item| !dropped(item));
    }

    /// Puts the first session on this day, the others as many days after it as they were; one session where there was none.
    pub fn meet_on(&mut self, day: NaiveDate, starts: Option<NaiveTime>, part_of_day: Option<String>) {
        if self.sessions.is_empty() {
            let kind = SessionKind::Official;
            let session = Session {
                id: SessionId(1),
                kind,
                date: day,
                starts: None,
                part_of_day: None,
                opened_at: None,
                closed_at: None,
            };
            self.sessions.push(session);
        }
        let first = self.sessions.first().map_or(day, |session| session.date);
        for session in &mut self.sessions {
            session.date = day.checked_add_signed(session.date - first).unwrap_or(day);
        }
        if let Some(session) = self.sessions.first_mut() {
            (session.starts, session.part_of_day) = (starts, part_of_day);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_regulation_follows_the_day() {
        let on = |year, month, day| regulation_on(NaiveDate::from_ymd_opt(year, month, day).unwrap()).number;
        assert_eq!(on(2022, 8, 18), "244-QĐ/TW");
        assert_eq!(on(2024, 10, 9), "244-QĐ/TW");
        assert_eq!(on(2024, 10, 10), "190-QĐ/TW");
        assert_eq!(on(2010, 1, 1), "244-QĐ/TW", "the oldest the program knows");
    }

    #[test]
    fn what_is_usual_can_be_elected() {
        for sort in Sort::ALL {
            assert!(sort.usual_offices().iter().all(|office| sort.offices().contains(office)), "{sort:?}");
        }
    }

    #[test]
    fn a_founding_is_refused_whole() {
        let founding = Founding { meeting: Meeting::default(), ..Founding::default() };
        assert!(matches!(founding.changes(), Err(Refusal::Blank { .. })));
    }
}
