//! The hand that records a sample congress: every change is judged first, the clock goes on by itself.

use crate::domain::election::list::Voters;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use crate::domain::{
    Change, Congress, Role,
    agenda::{self, Item, ItemKind, Session},
    attendance, bodies,
    bodies::{Body, BodyKind},
    election::{
        self, Candidate, Election, Entry, KeyedBallot, Office, RoundKind, Source,
        ballot::{Defect, Marks},
        base,
        bundle::{Change as Bundle, Declared},
    },
    floor::{self, Speaker, Speech, SpeechKind},
    guests::{self, Guest, Part},
    id::{BodyId, ElectionId, GuestId, ItemId, MotionId, PersonId, RoundId, SessionId, SpeechId},
    motions::{self, Count, Hands, Motion, Subject},
    people::{self, Person},
};

/// The session of a one-session sample.
pub const SESSION: SessionId = SessionId(1);

/// A sample being held.
pub struct Sitting {
    pub congress: Congress,
    pub now: NaiveDateTime,
    /// Everything recorded, in order.
    pub changes: Vec<Change>,
    item: Option<ItemId>,
}

/// A person without anything special.
pub fn member(id: u32, name: &str, office: &str) -> Person {
    let office = (!office.is_empty()).then(|| office.to_owned());
    Person { office, ..Person::named(PersonId(id), name) }
}

impl Sitting {
    pub fn on(day: (i32, u32, u32), hour: (u32, u32)) -> Self {
        let day = NaiveDate::from_ymd_opt(day.0, day.1, day.2).expect("a day");
        let now = day.and_hms_opt(hour.0, hour.1, 0).expect("an hour");
        Self { congress: Congress::default(), now, changes: Vec::new(), item: None }
    }

    pub fn by(&mut self, role: Role, change: Change) {
        self.congress.judge(role.into(), &change).unwrap_or_else(|refusal| panic!("{refusal}\n{change:?}"));
        self.congress.apply(&change);
        self.changes.push(change);
    }

    pub fn does(&mut self, change: Change) {
        self.by(Role::Secretary, change);
    }

    pub fn after(&mut self, minutes: i64) -> NaiveDateTime {
        self.now += TimeDelta::minutes(minutes);
        self.now
    }

    pub fn enrol(&mut self, people: Vec<Person>) {
        self.does(Change::People(people::Change::Enrolled { people }));
    }

    pub fn session(&mut self, part_of_day: Option<&str>) {
        self.session_of(SESSION, agenda::SessionKind::Official, part_of_day);
    }

    /// Calls a session for the day the clock shows.
    pub fn session_of(&mut self, id: SessionId, kind: agenda::SessionKind, part_of_day: Option<&str>) {
        let session = Session {
            id,
            kind,
            date: self.now.date(),
            starts: part_of_day.is_none().then(|| self.now.time()),
            part_of_day: part_of_day.map(str::to_owned),
            opened_at: None,
            closed_at: None,
        };
        self.does(Change::Agenda(agenda::Change::SessionCalled(session)));
    }

    pub fn plan(&mut self, items: &[(ItemKind, &str)]) {
        self.plan_of(SESSION, items);
    }

    /// Puts items at the end of a session.
    pub fn plan_of(&mut self, session: SessionId, items: &[(ItemKind, &str)]) {
        for (kind, title) in items {
            let id = self.congress.items.next_id();
            let item = Item { minutes: 10, ..Item::planned(id, session, *kind, *title) };
            self.does(Change::Agenda(agenda::Change::Added(item)));
        }
    }

    /// Finishes the item under way and starts the next one.
    pub fn next(&mut self, minutes: i64) {
        self.finish(minutes);
        let item = self.congress.item_next().expect("an item").id;
        let at = self.now;
        self.does(Change::Agenda(agenda::Change::Started { item, at }));
        self.item = Some(item);
    }

    pub fn finish(&mut self, minutes: i64) {
        let at = self.after(minutes);
        if let Some(item) = self.item.take() {
            self.does(Change::Agenda(agenda::Change::Finished { item, at }));
        }
    }

    pub fn arrive(&mut self, people: impl IntoIterator<Item = u32>) {
        let people = people.into_iter().map(PersonId).collect();
        let (at, session) = (self.now, self.sitting());
        self.does(Change::Attendance(attendance::Change::Arrived { session, people, at }));
    }

    pub fn absent(&mut self, person: u32, reason: &str) {
        let (person, at, reason) = (PersonId(person), self.now, Some(reason.to_owned()));
        let session = self.sitting();
        self.does(Change::Attendance(attendance::Change::MarkedAbsent { session, person, at, reason }));
    }

    fn sitting(&self) -> SessionId {
        self.congress.session_now().expect("a session").id
    }

    pub fn guest(&mut self, name: Option<&str>, offices: &[&str], parts: &[Part]) -> GuestId {
        let id = self.congress.guests.next_id();
        let guest = Guest {
            id,
            name: name.map(str::to_owned),
            offices: offices.iter().map(|office| (*office).to_owned()).collect(),
            parts: parts.to_vec(),
            superior: parts.contains(&Part::Guides),
            came_at: None,
        };
        self.does(Change::Guests(guests::Change::Invited(guest)));
        let at = self.now;
        self.does(Change::Guests(guests::Change::Came { guest: id, at }));
        id
    }

    pub fn puts(&mut self, subject: Subject, text: &str) -> MotionId {
        let id = self.congress.motions.next_id();
        let motion = Motion { id, subject, text: text.into(), item: self.item, voters: Voters::Congress, vote: None };
        self.does(Change::Motions(motions::Change::Put(motion)));
        id
    }

    pub fn votes(&mut self, subject: Subject, text: &str, count: Count) -> MotionId {
        let motion = self.puts(subject, text);
        let at = self.after(1);
        self.does(Change::Motions(motions::Change::Voted { motion, at, count }));
        motion
    }

    pub fn body(&mut self, kind: BodyKind, members: &[u32]) {
        self.body_of(None, kind, members);
    }

    /// Elects a body of one election only.
    pub fn body_of(&mut self, election: Option<ElectionId>, kind: BodyKind, members: &[u32]) {
        let id = BodyId(u32::try_from(self.congress.bodies.len()).expect("few") + 1);
        let members = members.iter().map(|member| PersonId(*member)).collect();
        let body = Body { id, kind, election, members, elected_by: None };
        self.does(Change::Bodies(bodies::Change::Proposed(body)));
        self.votes(Subject::Body(id), "Bầu thành viên", Count::Unanimous);
    }

    pub fn speaks(&mut self, speaker: Speaker, kind: SpeechKind, subject: &str, minutes: &str) -> SpeechId {
        let id = self.congress.speeches.next_id();
        let speech =
            Speech { item: self.item, kind, subject: subject.into(), limit: 10, ..Speech::registered(id, speaker) };
        self.does(Change::Floor(floor::Change::Registered(speech)));
        let at = self.after(1);
        self.does(Change::Floor(floor::Change::Called { speech: id, item: self.item, at }));
        let at = self.after(6);
        self.does(Change::Floor(floor::Change::Ended { speech: id, at }));
        let (subject, minutes, raw) = (subject.to_owned(), minutes.to_owned(), "GHI THÔ không in".to_owned());
        self.does(Change::Floor(floor::Change::Written { speech: id, kind, subject, raw, minutes }));
        id
    }

    pub fn calls(&mut self, office: Office, title: &str, seats: Option<u16>) -> ElectionId {
        self.calls_as(Election { seats, ..self.election(office, title) })
    }

    /// Calls an election with more than office, title and seats.
    pub fn calls_as(&mut self, election: Election) -> ElectionId {
        let id = election.id;
        self.does(Change::Election(election::Change::Called(election)));
        id
    }

    /// An election of the congress that nobody has called yet.
    pub fn election(&self, office: Office, title: &str) -> Election {
        Election { item: self.item, ..Election::new(self.congress.elections.next_id(), office, title) }
    }

    pub fn stands(&mut self, election: ElectionId, person: u32, source: Source, support: Option<u32>) {
        let candidate = Candidate { source, support, ..Candidate::new(election, PersonId(person)) };
        self.does(Change::Election(election::Change::Nominated(candidate)));
    }

    pub fn withdraws(&mut self, election: ElectionId, person: u32, reason: &str, hands: Hands) {
        let person = PersonId(person);
        let reason = reason.to_owned();
        self.does(Change::Election(election::Change::WithdrawalAsked { election, person, reason }));
        self.votes(Subject::Withdrawal { election, person }, "Cho rút tên", Count::Counted(hands));
    }

    pub fn opens(&mut self, election: ElectionId, kind: RoundKind) -> RoundId {
        self.opens_for(self.congress.hall().voters, election, kind)
    }

    /// Opens a round and issues so many ballots.
    pub fn opens_for(&mut self, issued: u32, election: ElectionId, kind: RoundKind) -> RoundId {
        let round = self.congress.rounds.next_id();
        let base = base::propose(&self.congress, self.congress.election(election).expect("an election"));
        let at = self.after(2);
        self.does(Change::Election(election::Change::BaseConfirmed { round, election, kind, base, at }));
        self.does(Change::Election(election::Change::BoxSealed { round, at }));
        let at = self.after(3);
        self.does(Change::Election(election::Change::Issued { round, printed: Some(issued), issued, at }));
        round
    }

    /// Collects, counts, announces and hands over; each ballot is its marks, a defect, and how often it occurred.
    pub fn counts(&mut self, round: RoundId, ballots: &[(Marks, Option<Defect>, u32)], to: &str) {
        let collected = ballots.iter().map(|(_, _, times)| times).sum();
        let at = self.after(5);
        self.does(Change::Election(election::Change::Collected { round, collected, spoiled: 0, at }));
        self.does(Change::Election(election::Change::Reported { round, at }));
        let (bundle, keying, by) = (1, 1, Role::Head.into());
        let bundles = vec![Declared { number: bundle, size: collected }];
        let head = |change| Change::Election(election::Change::Bundle(change));
        self.by(Role::Head, head(Bundle::HandedOut { round, entry: Entry::Single, bundles }));
        self.by(Role::Head, head(Bundle::Claimed { round, bundle, keying, by, at }));
        for (number, (marks, defect, times)) in (1..).zip(ballots) {
            let ballot = KeyedBallot {
                round,
                bundle: 1,
                keying: 1,
                number,
                times: *times,
                marks: marks.clone(),
                defect: *defect,
                set_aside: false,
            };
            self.by(Role::Head, Change::Election(election::Change::BallotKeyed(ballot)));
        }
        let at = self.after(10);
        self.by(Role::Head, head(Bundle::Locked { round, bundle, keying, at }));
        self.by(Role::Head, head(Bundle::ReadBack { round, bundle, by, at }));
        self.by(Role::Head, Change::Election(election::Change::CountClosed { round, at }));
        self.does(Change::Election(election::Change::ResultConfirmed { round, at }));
        let at = self.after(2);
        self.does(Change::Election(election::Change::Announced { round, at }));
        let (to, at) = (to.to_owned(), self.after(3));
        self.does(Change::Election(election::Change::HandedOver { round, to, at }));
    }
}

/// Marks of a ballot that strikes names out.
pub fn struck(numbers: &[u16]) -> Marks {
    Marks::Struck(numbers.to_vec())
}

/// Marks of a ballot with two boxes.
pub fn boxes(agree: &[u16], disagree: &[u16]) -> Marks {
    Marks::Boxes { agree: agree.to_vec(), disagree: disagree.to_vec() }
}
