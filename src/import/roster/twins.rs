//! Names on a roster that are the same or differ in marks only: worth a second look, never refused.

use crate::domain::figures::date;
use crate::domain::fold::fold;
use crate::domain::people::Person;
use std::collections::BTreeMap;

/// A warning for each group of people whose names fold alike.
pub(super) fn warnings(people: &[Person]) -> Vec<String> {
    let mut groups: BTreeMap<String, Vec<&Person>> = BTreeMap::new();
    for person in people {
        groups.entry(fold(&person.name)).or_default().push(person);
    }
    groups.into_values().filter(|group| group.len() > 1).map(|group| warning(&group)).collect()
}

fn warning(group: &[&Person]) -> String {
    let named = |person: &&Person| {
        let born = person.record.born.map(|born| format!(", sinh {}", date(born))).unwrap_or_default();
        format!("số {} {}{born}", person.id, person.name)
    };
    let listed = group.iter().map(named).collect::<Vec<_>>().join("; ");
    let same = group.iter().all(|person| person.name == group[0].name && person.record.born == group[0].record.born);
    if same && group[0].record.born.is_some() {
        format!("Có thể một người được ghi nhiều lần: {listed}.")
    } else {
        format!("Tên giống nhau hoặc chỉ khác dấu: {listed}.")
    }
}
