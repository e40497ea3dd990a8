//! What the copy on a stick tells the screen: nobody is stopped by it.

use crate::world::sitting::Sitting;
use daihoi::app::effect::Effect;
use daihoi::app::mirror::{Lost, Mirror, Standing};
use daihoi::domain::Lang;
use daihoi::domain::agenda::ItemState;

/// The copy is whole, and a file beside it went on on another laptop.
fn gone_on(sitting: &Sitting) -> Mirror {
    let elsewhere = Some("/media/usb/chi-bo-3.sao".to_owned());
    Mirror { copied: sitting.app.entries.last().unwrap().number, trouble: None, elsewhere }
}

#[test]
fn another_laptop_that_went_on_is_told_without_taking_a_key() {
    let mut sitting = Sitting::cell().keys("Enter 'x'");
    let effects = sitting.app.mirrored(gone_on(&sitting));
    assert!(matches!(effects[..], [Effect::Bell]) && sitting.app.dialog.is_none(), "{effects:?}");
    let told = sitting.text(80, 24);
    for part in ["MÁY KHÁC ĐÃ ĐI TIẾP ", "/media/usb/chi-bo-3.sao", "daihoi compare", "đã lưu"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert_eq!(sitting.app.note.text(), "x", "the note half typed stays");
    sitting.at_every_size();
    // what is typed goes on where it was; the mark stays, told once
    let again = gone_on(&sitting);
    assert!(sitting.app.mirrored(again).is_empty());
    let mut sitting = sitting.keys("'ong' Enter");
    assert!(sitting.app.congress.notes.iter().any(|note| note.text == "xong"));
    assert!(sitting.app.congress.items.iter().all(|item| item.state != ItemState::Done));
    assert!(sitting.text(80, 24).contains("MÁY KHÁC ĐÃ ĐI TIẾP"), "{}", sitting.text(80, 24));
    sitting.app.seat.lang = Lang::En;
    assert!(sitting.text(80, 24).contains("OTHER LAPTOP WENT ON"), "{}", sitting.text(80, 24));
    // a stick taken out is the nearer trouble
    let gone = Mirror { trouble: Some(Lost::Gone), ..gone_on(&sitting) };
    assert_eq!(sitting.app.mirrored(gone).len(), 1);
    assert_eq!(sitting.app.mirror_standing(), Some(Standing::Lost));
}
