//! Discussion groups (tổ thảo luận): which delegations sat in each, who led it, what it brought back.

use crate::domain::{figures::two_digits, groups::Group};

use super::Matter;
use crate::papers::paper::Block;
use crate::papers::phrases::{bare, count_of, counted, list, name_of, sentence};

/// The groups, before what was said in the hall.
pub fn blocks(matter: Matter<'_>) -> Vec<Block> {
    let groups: Vec<&Group> = matter.congress.groups.iter().filter(|group| matter.covers(group.item, None)).collect();
    if groups.is_empty() {
        return Vec::new();
    }
    let lead = format!("{} thảo luận ở {} tổ:", matter.words.assembly, two_digits(count_of(&groups)));
    let lead = matter.placed(groups.first().and_then(|group| group.item), None, lead);
    let told = groups.iter().map(|group| Block::item(told(matter, group)).keyed(format!("group.{}", group.id)));
    [Block::paragraph("groups", lead)].into_iter().chain(told).collect()
}

fn told(matter: Matter<'_>, group: &Group) -> String {
    let congress = matter.congress;
    let mut parts = Vec::new();
    if group.units.is_empty() {
        parts.push(bare(&group.name).to_owned());
    } else {
        let members = congress.members_of(group).map(|members| counted(members, matter.words.attendee));
        let members = members.map(|members| format!(", {members}")).unwrap_or_default();
        parts.push(format!("{} gồm {}{members}", bare(&group.name), list(&group.units)));
    }
    let person = |label: &str, person| format!("{label}: đồng chí {}", name_of(congress, person));
    parts.extend(group.head.map(|head| person("tổ trưởng", head)));
    parts.extend(group.secretary.map(|secretary| person("thư ký tổ", secretary)));
    parts.extend(group.spoke.map(|spoke| counted(spoke, "ý kiến")));
    let head = parts.join("; ");
    let gist = sentence(&group.gist);
    if gist.is_empty() { format!("{head}.") } else { format!("{head}. {gist}") }
}
