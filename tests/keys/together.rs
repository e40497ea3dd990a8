//! Two secretaries in the same form: each changes another field and both stand; both change the same one and the second is told.

use crate::world::sitting::Sitting;
use daihoi::domain::groups::Change as Groups;
use daihoi::domain::meeting::{Change as Meetings, Meeting};
use daihoi::domain::{Change, Role};

fn meeting(sitting: &Sitting) -> Meeting {
    sitting.app.congress.meeting().clone()
}

/// What another secretary records with these keys while this one types.
fn meanwhile(here: Sitting, theirs: &str) -> Sitting {
    let corrected = meeting(&Sitting::cell().keys(theirs));
    here.given(Role::Secretary, [Change::Meeting(Meetings::Corrected(corrected))])
}

/// The fields of the facts that are corrected: the unit, and the superior below it.
const UNIT: &str = "Ctrl-F Tab ' (của tôi)'";
const SUPERIOR: &str = "Ctrl-F Tab Tab ' (máy kia)' Ctrl-S";

#[test]
fn each_changes_another_fact_and_both_stand() {
    let before = meeting(&Sitting::cell());
    let here = meanwhile(Sitting::cell().keys(UNIT), SUPERIOR).keys("Ctrl-S");
    let after = meeting(&here);
    assert!(here.app.dialog.is_none(), "{}", here.text(80, 24));
    assert_eq!(after.unit, format!("{} (của tôi)", before.unit));
    assert_eq!(after.superior, format!("{} (máy kia)", before.superior));
    assert_eq!(Meeting { unit: before.unit.clone(), superior: before.superior.clone(), ..after }, before);
}

#[test]
fn both_change_the_same_fact_and_the_second_sees_both_versions() {
    let before = meeting(&Sitting::cell()).unit;
    let here = meanwhile(Sitting::cell().keys(UNIT), "Ctrl-F Tab ' (máy kia)' Ctrl-S");
    assert!(here.text(100, 40).contains("vừa được sửa ở máy khác"), "told at once: {}", here.text(100, 40));
    let refused = here.keys("Ctrl-S");
    assert_eq!(meeting(&refused).unit, format!("{before} (máy kia)"), "nothing is overwritten");
    let screen = refused.text(120, 40);
    assert!(screen.contains(&format!("{before} (của tôi)")), "{screen}");
    assert!(screen.contains(&format!("máy khác vừa ghi: «{before} (máy kia)»")), "{screen}");
    refused.at_every_size();
    let small = refused.text(80, 24);
    assert!(small.contains("máy khác vừa ghi") && small.contains("(của tôi)"), "{small}");
    let chosen = refused.keys("Ctrl-S");
    assert_eq!(meeting(&chosen).unit, format!("{before} (của tôi)"), "who saw both has chosen");
    let here = Sitting::cell().keys("Ctrl-L").keys(UNIT);
    let english = meanwhile(here, "Ctrl-F Tab ' (máy kia)' Ctrl-S").keys("Ctrl-S").text(120, 40);
    assert!(english.contains("just written elsewhere: “"), "{english}");
}

#[test]
fn the_same_typed_twice_is_no_quarrel_and_the_form_names_who_else_writes() {
    let mut here = meanwhile(Sitting::cell().keys(UNIT), "Ctrl-F Tab ' (của tôi)' Ctrl-S");
    assert_eq!(here.app.shared_text().as_deref(), Some("facts"));
    here.app.beside(vec![Role::Secretary.into()]);
    let screen = here.text(80, 24);
    assert!(screen.contains("Thư ký (cửa sổ khác) đang viết ở đây") && !screen.contains("vừa được sửa"), "{screen}");
}

/// A group that was entered, its form open again with the cursor in what it brings back.
fn group() -> Sitting {
    Sitting::cell()
        .keys("F4 Ctrl-G")
        .keys("Enter Enter Enter Enter '3' Enter 'Nhất trí.' Ctrl-S")
        .keys("Ctrl-G Enter Tab Tab Tab Tab Tab ' Của tôi.'")
}

fn elsewhere(sitting: Sitting, spoke: u32, gist: &str) -> Sitting {
    let mut known = sitting.app.congress.groups.iter().next().unwrap().clone();
    (known.spoke, known.gist) = (Some(spoke), gist.into());
    sitting.given(Role::Secretary, [Change::Groups(Groups::Entered(known))])
}

#[test]
fn the_result_of_a_group_keeps_what_each_wrote() {
    let stands = |sitting: &Sitting| {
        let group = sitting.app.congress.groups.iter().next().unwrap();
        (group.spoke, group.gist.clone())
    };
    let another = elsewhere(group(), 5, "Nhất trí.").keys("Ctrl-S");
    assert_eq!(stands(&another), (Some(5), "Nhất trí. Của tôi.".into()));
    let refused = elsewhere(group(), 5, "Máy kia.").keys("Ctrl-S");
    assert_eq!(stands(&refused), (Some(5), "Máy kia.".into()));
    assert_eq!(stands(&refused.keys("Ctrl-S")), (Some(5), "Nhất trí. Của tôi.\nMáy kia.".into()));
}

#[test]
fn a_person_whose_entry_two_correct_keeps_both_corrections() {
    let here = Sitting::cell().keys("F3 Ctrl-E Tab Tab Backspace ' – sửa'");
    let text = here.text(80, 24);
    let name = here.app.shared_text().unwrap_or_else(|| panic!("{text}"));
    let id = daihoi::domain::id::PersonId(name.trim_start_matches("person ").parse().unwrap());
    let mut theirs = here.app.congress.people.get(&id).unwrap().clone();
    theirs.record.ethnicity = Some("Tày".into());
    let corrected = daihoi::domain::people::Change::Corrected(theirs);
    let saved = here.given(Role::Secretary, [Change::People(corrected)]).keys("Ctrl-S");
    let person = saved.app.congress.people.get(&id).unwrap();
    assert_eq!(person.record.ethnicity.as_deref(), Some("Tày"));
    assert!(person.office.as_ref().is_some_and(|office| office.ends_with("– sửa")), "{person:?}");
}
