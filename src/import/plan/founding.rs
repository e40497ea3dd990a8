//! A whole plan becomes the changes that found the congress: each is judged as the program will judge it, and a refusal
//! is noted at the place in the plan that it came from.

use super::agenda::{Agenda, Introduced, agenda};
use super::election::{Called, elections};
use super::fields::Fields;
use super::names::Names;
use super::page::{Faults, Page, Placed};
use super::parts;
use super::programme::Setting;
use crate::domain::election::Office;
use crate::domain::guests::Guest;
use crate::domain::meeting::{Kind, Roster};
use crate::domain::people::Person;
use crate::domain::{Change, Congress, Lang, Refusal, Role};
use crate::domain::{
    agenda as agenda_changes, election as election_changes, guests, meeting, people, reports, targets,
};
use toml::Spanned;
use toml::de::DeTable;

const TOP: [&str; 9] = ["roster", "congress", "session", "person", "guest", "report", "fact", "target", "election"];

/// The roster that a plan names, if it names one; the faults where the text is no TOML.
pub(super) fn roster_named(text: &str) -> Result<Option<String>, Faults> {
    let page = Page::new(text);
    let named = parse(&page).and_then(|root| root.get_ref().get("roster")?.get_ref().as_str().map(str::to_owned));
    page.finish(named)
}

/// The changes of a plan; what cannot be taken is noted on the page and left out.
pub(super) fn found(page: &Page<'_>, roster: Vec<Person>) -> Vec<Change> {
    let Some(root) = parse(page) else { return Vec::new() };
    let top = Fields::open(page, (0, root.get_ref()), ("kế hoạch", &TOP));
    // a roster of the wrong kind is told here, a missing one below
    let _ = top.line("roster");
    let Some(meeting) = parts::meeting(&top) else { return Vec::new() };
    let mut founding = Founding { page, congress: Congress::default(), changes: Vec::new() };
    founding.take(meeting.map(|meeting| Change::Meeting(meeting::Change::Founded(meeting))));
    if !founding.congress.meetings.is_empty() {
        founding.rest(&top, roster);
    }
    founding.changes
}

fn parse<'t>(page: &Page<'t>) -> Option<Spanned<DeTable<'t>>> {
    let (root, errors) = DeTable::parse_recoverable(page.text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        page.fault(at, format!("Sai cú pháp TOML: {}.", error.message()), "Xem ví dụ ở mục «Plans» của README.");
    }
    errors.is_empty().then_some(root)
}

struct Founding<'p> {
    page: &'p Page<'p>,
    congress: Congress,
    changes: Vec<Change>,
}

impl Founding<'_> {
    /// Takes a change if it is in order, else notes the refusal at its place.
    fn take(&mut self, change: Placed<Change>) {
        match self.congress.judge(Role::Secretary.into(), &change.value) {
            Ok(()) => self.accept(change.value),
            Err(refusal) => self.refuse(change.at, &refusal),
        }
    }

    fn accept(&mut self, change: Change) {
        self.congress.apply(&change);
        self.changes.push(change);
    }

    fn refuse(&self, at: usize, refusal: &Refusal) {
        let told = refusal.told(Lang::Vi, self.congress.meeting().regulation());
        let article = told.article.map(|article| format!(" ({article}.)")).unwrap_or_default();
        self.page.fault(at, told.what, format!("{}{article}", told.instead));
    }

    /// Everything after the congress itself, in the order the domain asks for.
    fn rest(&mut self, top: &Fields<'_>, roster: Vec<Person>) {
        let people = self.people(top, roster);
        let guests = parts::guests(top);
        let listed: Vec<Guest> = guests.iter().map(|guest| guest.value.clone()).collect();
        let names = Names::new(self.page, &people, &listed);
        let mut elections = elections(top, &names);
        let agenda = agenda(top, &self.setting(&people, &elections));
        for session in &agenda.sessions {
            self.take(session.clone().map(|session| Change::Agenda(agenda_changes::Change::SessionCalled(session))));
        }
        for guest in guests {
            self.take(guest.map(|guest| Change::Guests(guests::Change::Invited(guest))));
        }
        self.elections(&agenda, &mut elections);
        let (reports, facts) = parts::reports(top, &names, |fields| agenda.named(fields));
        for report in reports {
            self.take(report.map(|report| Change::Reports(reports::Change::Entered(report))));
        }
        for fact in facts {
            self.take(fact.map(|fact| Change::Reports(reports::Change::FactStated(fact))));
        }
        for target in parts::targets(top) {
            self.take(target.map(|target| Change::Targets(targets::Change::Proposed(target))));
        }
    }

    /// Enrols the people of the roster, or those that the plan names itself, each judged at their own place.
    fn people(&mut self, top: &Fields<'_>, roster: Vec<Person>) -> Vec<Person> {
        let named = parts::people(top);
        if let (false, Some(first)) = (roster.is_empty(), named.first()) {
            let remedy = "Giữ một nơi: bỏ [[person]], hoặc bỏ tệp danh sách.";
            self.page.fault(first.at, "Danh sách vừa ở một tệp riêng vừa ở [[person]].", remedy);
        }
        if roster.is_empty() && named.is_empty() {
            self.nobody(top);
            return roster;
        }
        if !roster.is_empty() {
            self.enrol(vec![Placed { at: top.place("roster"), value: roster.clone() }]);
            return roster;
        }
        self.enrol(named.iter().map(|person| person.clone().map(|person| vec![person])).collect());
        named.into_iter().map(|person| person.value).collect()
    }

    /// Enrols people in one change after asking about each group at its place.
    fn enrol(&mut self, groups: Vec<Placed<Vec<Person>>>) {
        let enrolled = |people: Vec<Person>| Change::People(people::Change::Enrolled { people });
        for group in &groups {
            if let Err(refusal) = self.congress.judge(Role::Secretary.into(), &enrolled(group.value.clone())) {
                self.refuse(group.at, &refusal);
            }
        }
        // what was refused is noted; the rest of the plan is judged with these people all the same
        self.accept(enrolled(groups.into_iter().flat_map(|group| group.value).collect()));
    }

    fn nobody(&self, top: &Fields<'_>) {
        if self.congress.meeting().roster == Roster::Complete {
            let remedy = "Thêm roster = \"danh-sach.csv\" ở đầu kế hoạch, hoặc roster_scope = \"named_only\" nếu chỉ biết \
                          vài người.";
            self.page.fault(top.place("congress"), "Kế hoạch chưa có danh sách đảng viên.", remedy);
        }
    }

    fn setting(&self, people: &[Person], elections: &[Called<'_>]) -> Setting {
        let meeting = self.congress.meeting();
        let offices: Vec<Office> = elections.iter().map(|called| called.election.value.office).collect();
        let full = people.iter().filter(|person| person.is_full_member()).count();
        let from = usize::try_from(meeting.regulation().sizes.committee_from).unwrap_or(usize::MAX);
        let small = match meeting.roster {
            Roster::Complete => full < from,
            Roster::NamedOnly => !offices.is_empty() && !offices.contains(&Office::Committee),
        };
        Setting { kind: meeting.kind, small: small && meeting.kind == Kind::Cell, offices }
    }

    /// The items with the gaps for what was prepared for them, then the elections held in them.
    fn elections(&mut self, agenda: &Agenda, elections: &mut [Called<'_>]) {
        let mut prepared: Vec<Introduced> = Vec::new();
        for called in elections.iter_mut() {
            called.settle_item(agenda);
            let election = &called.election.value;
            if let (Some(item), Some(gap)) = (election.item, called.gap()) {
                let (title, named) = (election.title.clone(), called.has_names());
                // a gap speaks of the first election of its office
                if !prepared.iter().any(|other| other.gap == gap) {
                    prepared.push(Introduced { item, title, gap, named });
                }
            }
        }
        for item in agenda.items(self.page, &prepared) {
            self.take(item.map(|item| Change::Agenda(agenda_changes::Change::Added(item))));
        }
        for called in elections {
            for refused in called.prepare(&self.congress) {
                self.refuse(refused.at, &refused.value);
            }
            let election = called.election.clone();
            self.take(election.map(|election| Change::Election(election_changes::Change::Called(election))));
        }
    }
}
