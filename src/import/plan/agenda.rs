//! The sessions of a plan and their items; a session without items gets the typical programme of its kind of congress.

use super::fields::Fields;
use super::page::{Page, Placed};
use super::programme::{self, Setting};
use crate::domain::agenda::{Item, ItemKind, Session, SessionKind};
use crate::domain::election::Office;
use crate::domain::id::{ItemId, SessionId};
use crate::papers::script::{NOT_STATED, PLACEHOLDERS, unknown_gap};

const SESSION: [&str; 5] = ["kind", "date", "starts", "part_of_day", "item"];
const ITEM: [&str; 5] = ["title", "kind", "minutes", "script", "office"];
/// The names prepared for the election held in an item, as its text takes them up.
pub(super) struct Introduced {
    /// The item.
    pub(super) item: ItemId,
    /// The title of the election.
    pub(super) title: String,
    /// The gap that is filled live.
    pub(super) gap: String,
    /// Whether the plan names anybody.
    pub(super) named: bool,
}

/// The gap that the names prepared for an election fill.
pub(in crate::import) const PREPARED: &str = "{prepared}";

/// An item as it is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Planned {
    /// Title.
    pub(in crate::import) title: String,
    /// What it is about.
    pub(in crate::import) kind: ItemKind,
    /// Planned minutes.
    pub(in crate::import) minutes: u32,
    /// The chair's text.
    pub(in crate::import) script: String,
    /// The office whose election it serves.
    pub(in crate::import) office: Option<Office>,
}

/// A planned session with its items.
struct Sitting<'a> {
    session: Placed<Session>,
    fields: Fields<'a>,
    items: Vec<Placed<Planned>>,
}

/// The whole agenda.
pub(super) struct Agenda {
    /// The sessions.
    pub(super) sessions: Vec<Placed<Session>>,
    /// The items of all sessions, in the order of the plan; the item with number n is the n-th.
    items: Vec<(SessionId, Placed<Planned>)>,
}

/// Reads the sessions and items; notes a fault where there is no session, or one that nothing closes.
pub(super) fn agenda(top: &Fields<'_>, setting: &Setting) -> Agenda {
    let tables = top.tables("session", ("[[session]]", &SESSION));
    if tables.is_empty() && top.place("session") == top.at {
        top.missing("session", "[[session]] với date = 2022-09-28");
    }
    let mut sittings: Vec<Sitting<'_>> =
        (1..).zip(tables).filter_map(|(number, fields)| sitting(SessionId(number), fields)).collect();
    fill(&mut sittings, setting);
    let mut agenda = Agenda { sessions: Vec::new(), items: Vec::new() };
    for Sitting { session, fields, items } in sittings {
        if !items.iter().any(|item| item.value.kind == ItemKind::Closing) {
            let remedy = "Thêm một mục với kind = \"closing\", hoặc bỏ hết các mục để dùng chương trình mẫu.";
            fields.page.fault(fields.at, "Phiên họp không có mục bế mạc nên không đóng lại được.", remedy);
        }
        agenda.items.extend(items.into_iter().map(|item| (session.value.id, item)));
        agenda.sessions.push(session);
    }
    agenda
}

fn sitting(id: SessionId, fields: Fields<'_>) -> Option<Sitting<'_>> {
    let items = fields.tables("item", ("[[session.item]]", &ITEM)).iter().map(planned).collect();
    let date = fields.day("date");
    if date.is_none() && fields.place("date") == fields.at {
        fields.missing("date", "date = 2022-09-28");
    }
    let session = Session {
        id,
        kind: fields.word("kind").unwrap_or_default(),
        date: date?,
        starts: fields.hour("starts"),
        part_of_day: fields.line("part_of_day"),
        opened_at: None,
        closed_at: None,
    };
    Some(Sitting { session: Placed { at: fields.at, value: session }, fields, items })
}

/// An item as its table says; a title is needed.
pub(super) fn planned(fields: &Fields<'_>) -> Placed<Planned> {
    let value = Planned {
        title: fields.needed("title", "title = \"Thảo luận\"").unwrap_or_default(),
        kind: fields.word("kind").unwrap_or_default(),
        minutes: fields.number("minutes").unwrap_or_default(),
        script: fields.text("script").unwrap_or_default(),
        office: fields.word("office"),
    };
    Placed { at: fields.at, value }
}

/// Gives the sessions without items the typical programme; only one official session can have it.
fn fill(sittings: &mut [Sitting<'_>], setting: &Setting) {
    let prepared = sittings.iter().any(|sitting| sitting.session.value.kind == SessionKind::Preparatory);
    let mut filled = false;
    for sitting in sittings.iter_mut().filter(|sitting| sitting.items.is_empty()) {
        let at = sitting.session.at;
        let items = match sitting.session.value.kind {
            SessionKind::Preparatory => programme::preparatory(),
            SessionKind::Official if filled => {
                let remedy = "Chương trình mẫu chỉ điền cho một phiên: ghi các mục [[session.item]] của phiên này.";
                sitting.fields.page.fault(at, "Hai phiên chính thức không ghi chương trình.", remedy);
                continue;
            }
            SessionKind::Official => programme::official(setting, prepared),
        };
        filled |= sitting.session.value.kind == SessionKind::Official;
        sitting.items = items.into_iter().map(|value| Placed { at, value }).collect();
    }
}

impl Agenda {
    /// The items as the domain takes them.
    pub(super) fn items(&self, page: &Page<'_>, prepared: &[Introduced]) -> Vec<Placed<Item>> {
        let items = (1..).zip(&self.items).map(|(number, (session, planned))| {
            let id = ItemId(number);
            let script = scripted(&planned.value.script, prepared.iter().filter(|introduced| introduced.item == id));
            if let Some(gap) = unknown_gap(&script) {
                let known = PLACEHOLDERS.map(|(name, _)| name).join(", ");
                page.fault(
                    planned.at,
                    format!("Kịch bản có chỗ trống không ai điền: {{{gap}}}."),
                    format!("Dùng: {known}."),
                );
            }
            let item = Item {
                minutes: planned.value.minutes,
                script,
                ..Item::planned(id, *session, planned.value.kind, planned.value.title.clone())
            };
            Placed { at: planned.at, value: item }
        });
        items.collect()
    }

    /// The item that a table names under `item`, by title or by its number in the plan.
    pub(super) fn named(&self, fields: &Fields<'_>) -> Option<ItemId> {
        if let Some(number) = fields.index("item") {
            let item = usize::try_from(number).ok().filter(|number| (1..=self.items.len()).contains(number));
            if item.is_none() {
                let what = format!("Không có mục chương trình số {number}.");
                fields.page.fault(
                    fields.place("item"),
                    what,
                    format!("Các mục được đánh số từ 1 đến {}.", self.items.len()),
                );
            }
            return item.and_then(item_id);
        }
        let title = fields.line("item")?;
        let found = self.items.iter().position(|(_, item)| item.value.title == title);
        if found.is_none() {
            let titles = || self.items.iter().map(|(_, item)| item.value.title.as_str());
            let near = super::near::nearest(&title, titles());
            let listed = if near.is_empty() { titles().collect::<Vec<_>>().join("; ") } else { near.join("; ") };
            fields.page.fault(
                fields.place("item"),
                format!("Không có mục «{title}» trong chương trình."),
                format!("Có: {listed}."),
            );
        }
        found.and_then(|index| item_id(index + 1))
    }

    /// The item in which an office is elected.
    pub(super) fn electing(&self, office: Office) -> Option<ItemId> {
        let elects = |item: &Planned| item.kind == ItemKind::Election && item.office == Some(office);
        self.items.iter().position(|(_, item)| elects(&item.value)).and_then(|index| item_id(index + 1))
    }
}

fn item_id(number: usize) -> Option<ItemId> {
    u32::try_from(number).ok().map(ItemId)
}

/// A script with the gaps of its elections where it asks for prepared names, or below where it does not and the plan has some.
fn scripted<'p>(script: &str, prepared: impl Iterator<Item = &'p Introduced>) -> String {
    let all: Vec<&Introduced> = prepared.collect();
    let titled =
        |of: &[&Introduced]| of.iter().map(|of| format!("{}: {}", of.title, of.gap)).collect::<Vec<_>>().join("; ");
    let named: Vec<&Introduced> = all.iter().copied().filter(|introduced| introduced.named).collect();
    match all.as_slice() {
        [] => script.replace(PREPARED, NOT_STATED),
        [one] if script.contains(PREPARED) => script.replace(PREPARED, &one.gap),
        _ if script.contains(PREPARED) => script.replace(PREPARED, &titled(&all)),
        _ if named.is_empty() => script.to_owned(),
        _ => format!("{script}\nDanh sách do cấp ủy chuẩn bị – {}.", titled(&named)).trim_start().to_owned(),
    }
}
