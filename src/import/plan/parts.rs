//! The parts of a plan that stand by themselves: the congress, people named in the plan, guests, reports with their
//! figures, targets. The agenda and the elections have files of their own.

use super::fields::Fields;
use super::names::Names;
use super::page::Placed;
use crate::domain::figure::{self, EXAMPLES, Figure};
use crate::domain::floor::Speaker;
use crate::domain::guests::Guest;
use crate::domain::id::{FactId, GuestId, ItemId, PersonId, ReportId, TargetId};
use crate::domain::meeting::{About, Founding, Meeting, Term};
use crate::domain::people::{Person, Record};
use crate::domain::printing::Printing;
use crate::domain::regulation::{OpenPoints, Regulation};
use crate::domain::reports::{Fact, Report};
use crate::domain::targets::Target;

const CONGRESS: [&str; 22] = [
    "kind",
    "unit",
    "superior",
    "ordinal",
    "term",
    "locality",
    "venue",
    "regulation",
    "roster_scope",
    "theme",
    "previous_term",
    "outgoing",
    "pilot",
    "source",
    "remark",
    "founded",
    "sectors",
    "complaints",
    "format",
    "tone",
    "age_edges",
    "young_under",
];
const PERSON: [&str; 13] = [
    "name",
    "standing",
    "origin",
    "office",
    "unit",
    "sex",
    "incumbent",
    "born",
    "joined",
    "ethnicity",
    "religion",
    "education",
    "theory",
];
const FACT: [&str; 2] = ["text", "figures"];

/// The congress itself; nothing where the plan has no table of it, or one without kind or unit.
pub(super) fn meeting(top: &Fields<'_>) -> Option<Placed<Meeting>> {
    let Some(fields) = top.table("congress", ("[congress]", &CONGRESS)) else {
        top.missing("congress", "[congress]");
        return None;
    };
    let unit = fields.needed("unit", "unit = \"Chi bộ Văn phòng UBND Quận 1\"");
    let kind = fields.word("kind");
    if kind.is_none() && fields.place("kind") == fields.at {
        fields.missing("kind", "kind = \"cell\" (cell, members, delegates, review)");
    }
    let term = |key| fields.years(key).map(|(from, to)| Term { from, to });
    let value = Meeting {
        id: 1,
        kind: kind?,
        unit: unit?,
        superior: fields.line("superior").unwrap_or_default(),
        ordinal: fields.number("ordinal"),
        term: term("term"),
        locality: fields.line("locality").unwrap_or_default(),
        venue: fields.line("venue"),
        open_points: OpenPoints::default(),
        regulation: fields.line("regulation").unwrap_or_else(|| Regulation::default_profile().number.to_owned()),
        roster: fields.word("roster_scope").unwrap_or_default(),
        about: About {
            theme: fields.line("theme"),
            previous_term: term("previous_term"),
            outgoing: fields.line("outgoing"),
            founded: founded(&fields),
            pilot: fields.flag("pilot"),
            source: fields.line("source"),
            remark: fields.line("remark"),
            sectors: fields.lines("sectors").into_iter().map(|sector| sector.value).collect(),
            complaints: fields.text("complaints"),
            printing: Printing {
                format: fields.word("format").unwrap_or_default(),
                tone: fields.word("tone").unwrap_or_default(),
                age_edges: fields.numbers("age_edges"),
                young_under: fields.number("young_under"),
            },
        },
    };
    Some(Placed { at: fields.at, value })
}

fn founded(congress: &Fields<'_>) -> Vec<Founding> {
    let tables = congress.tables("founded", ("founded", &["what", "number", "date"]));
    let decisions = tables.iter().filter_map(|fields| {
        let what = fields.needed("what", "what = \"Chi bộ\"")?;
        Some(Founding { what, number: fields.line("number"), date: fields.dated("date") })
    });
    decisions.collect()
}

/// The people named in the plan itself, numbered in their order.
pub(super) fn people(top: &Fields<'_>) -> Vec<Placed<Person>> {
    let tables = top.tables("person", ("[[person]]", &PERSON));
    let named = tables.iter().filter_map(|fields| Some((fields, fields.needed("name", "name = \"Nguyễn Văn A\"")?)));
    let people = (1..).zip(named).map(|(number, (fields, name))| Placed {
        at: fields.at,
        value: Person {
            id: PersonId(number),
            name,
            standing: fields.word("standing").unwrap_or_default(),
            origin: fields.word("origin"),
            replaces: None,
            office: fields.line("office"),
            unit: fields.line("unit"),
            sex: fields.word("sex"),
            incumbent: fields.line("incumbent"),
            record: Record {
                born: fields.day("born"),
                joined: fields.day("joined"),
                ethnicity: fields.line("ethnicity"),
                religion: fields.line("religion"),
                education: fields.line("education"),
                theory: fields.line("theory"),
            },
        },
    });
    people.collect()
}

/// The guests, numbered in their order.
pub(super) fn guests(top: &Fields<'_>) -> Vec<Placed<Guest>> {
    let tables = top.tables("guest", ("[[guest]]", &["name", "offices", "parts", "superior"]));
    let guests = (1..).zip(tables).map(|(number, fields)| Placed {
        at: fields.at,
        value: Guest {
            id: GuestId(number),
            name: fields.line("name"),
            offices: fields.lines("offices").into_iter().map(|office| office.value).collect(),
            parts: fields.words("parts"),
            superior: fields.flag("superior"),
            came_at: None,
        },
    });
    guests.collect()
}

/// The reports with the facts they state, and the facts that no report states. `item` finds the item of a report.
pub(super) fn reports<'a>(
    top: &Fields<'a>,
    names: &Names<'_>,
    item: impl Fn(&Fields<'a>) -> Option<ItemId>,
) -> (Vec<Placed<Report>>, Vec<Placed<Fact>>) {
    let (mut reports, mut stated) = (Vec::new(), Vec::new());
    let tables = top.tables("report", ("[[report]]", &["title", "item", "reader", "gist", "facts"]));
    for (number, fields) in (1..).zip(&tables) {
        let id = ReportId(number);
        let report = Report {
            id,
            title: fields.needed("title", "title = \"Báo cáo chính trị\"").unwrap_or_default(),
            item: item(fields),
            reader: reader(fields, names),
            gist: fields.text("gist").unwrap_or_default(),
            accepted_by: None,
        };
        reports.push(Placed { at: fields.at, value: report });
        stated.extend(fields.tables("facts", ("facts", &FACT)).into_iter().map(|fields| (Some(id), fields)));
    }
    stated.extend(top.tables("fact", ("[[fact]]", &FACT)).into_iter().map(|fields| (None, fields)));
    let facts = (1..).zip(&stated).map(|(number, (report, fields))| Placed {
        at: fields.at,
        value: Fact {
            id: FactId(number),
            report: *report,
            text: fields.needed("text", "text = \"Tổng số hồ sơ\"").unwrap_or_default(),
            figures: fields.lines("figures").iter().filter_map(|text| read_figure(fields, text)).collect(),
        },
    });
    let facts = facts.collect();
    (reports, facts)
}

fn read_figure(fields: &Fields<'_>, text: &Placed<String>) -> Option<Figure> {
    let read = figure::read(&text.value);
    if read.is_none() {
        fields.page.fault(text.at, format!("Không hiểu số liệu «{}».", text.value), format!("Ghi như {EXAMPLES}."));
    }
    read
}

/// Who reads a report: a name on the roster or of a guest, or `{ name, office }` for somebody on neither list.
fn reader(fields: &Fields<'_>, names: &Names<'_>) -> Option<Speaker> {
    if let Some(other) = fields.table("reader", ("reader", &["name", "office"])) {
        let name = other.needed("name", "name = \"Nguyễn Văn A\"")?;
        return Some(Speaker::Other { name, office: other.line("office").unwrap_or_default() });
    }
    let value = fields.line("reader")?;
    names.speaker(&Placed { at: fields.place("reader"), value })
}

/// The targets, numbered in their order.
pub(super) fn targets(top: &Fields<'_>) -> Vec<Placed<Target>> {
    let tables = top.tables("target", ("[[target]]", &["text", "value"]));
    let targets = (1..).zip(tables).map(|(number, fields)| Placed {
        at: fields.at,
        value: Target {
            id: TargetId(number),
            text: fields.needed("text", "text = \"Kết nạp đảng viên mới\"").unwrap_or_default(),
            proposed: fields.needed("value", "value = \"từ 02 đảng viên trở lên\"").unwrap_or_default(),
            amendment: None,
            adopted: None,
            adopted_by: None,
        },
    });
    targets.collect()
}
