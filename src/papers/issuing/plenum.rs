//! Who issues and signs the papers of the first plenum (hội nghị lần thứ nhất): the committee just elected, under its own sign.
//! The number comes from the one series of the congress all the same: the plenum sits within it, and no number is given twice.

use crate::domain::{
    Congress,
    election::{Office, result},
    meeting::{Kind, Meeting},
};

use super::{place, signed};
use crate::papers::paper::{Head, PaperNumber, Signature};
use crate::papers::phrases::{bare, name_of};

/// The signs of committees whose level the name of their Party organisation tells; of every other it is that of a Đảng ủy.
const SIGNS: [(&str, &str); 5] = [
    ("đảng bộ quận", "QU"),
    ("đảng bộ huyện", "HU"),
    ("đảng bộ thị xã", "ThU"),
    ("đảng bộ thành phố", "TU"),
    ("đảng bộ tỉnh", "TU"),
];

/// The sign of the committee in the number series: `CU` of a cell's chi ủy, `ĐU` of a Đảng ủy.
pub(super) fn code(meeting: &Meeting) -> &'static str {
    if meeting.kind == Kind::Cell {
        return "CU";
    }
    let unit = meeting.unit.to_lowercase();
    SIGNS.iter().find(|(level, _)| unit.starts_with(level)).map_or("ĐU", |(_, sign)| *sign)
}

/// The head of a paper of the plenum.
pub fn head(congress: &Congress, kind: &str) -> Head {
    let meeting = congress.meeting();
    let unit = meeting.unit.trim().to_uppercase();
    let (above, issuer) = match meeting.kind {
        Kind::Cell => (unit, vec!["CHI ỦY".to_owned()]),
        _ => (meeting.superior.trim().to_uppercase(), vec!["BAN CHẤP HÀNH".to_owned(), unit]),
    };
    let head = Head::new(issuer, number(meeting, kind), place(congress));
    if above.is_empty() { head } else { head.under(above) }
}

/// The head of a paper of the committee that counts for the plenum, with the committee on the line above.
pub(super) fn head_of_counting(congress: &Congress, kind: &str) -> Head {
    let meeting = congress.meeting();
    let committee = if meeting.kind == Kind::Cell { "CHI ỦY" } else { "BAN CHẤP HÀNH" };
    let above = format!("{committee} {}", meeting.unit.trim().to_uppercase());
    Head::new(["BAN KIỂM PHIẾU"], number(meeting, kind), place(congress)).under(above.trim_end())
}

fn number(meeting: &Meeting, kind: &str) -> PaperNumber {
    PaperNumber::open(format!("{kind}/{}", code(meeting)))
}

/// The committee the congress elects, by the title of its election: `Ban Chấp hành Đảng bộ quận khóa XXVI`.
pub fn committee(congress: &Congress) -> String {
    let title = congress.committee_election().map(|election| bare(&election.title)).unwrap_or_default();
    let named = title.strip_prefix("Bầu ").unwrap_or(title);
    if named.is_empty() { "Cấp ủy khóa mới".to_owned() } else { named.to_owned() }
}

/// Whoever chairs the plenum: the secretary just elected, as soon as there is one.
pub fn chair(congress: &Congress) -> Signature {
    let mut elections = congress.elections.iter().rev();
    let secretary = elections.find(|election| election.office == Office::Secretary && election.elects());
    let secretary = secretary.and_then(|election| result::elected(congress, election)?.first().copied());
    signed(Signature::new("CHỦ TRÌ HỘI NGHỊ"), secretary.map(|person| name_of(congress, person)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(kind: Kind, unit: &str) -> Meeting {
        Meeting { kind, unit: unit.into(), superior: "Thành ủy Hà Nội".into(), ..Meeting::default() }
    }

    #[test]
    fn the_committee_has_the_sign_of_its_level() {
        for (kind, unit, sign) in [
            (Kind::Cell, "Chi bộ Tổ 5", "CU"),
            (Kind::Members, "Đảng bộ Trường Đại học Y", "ĐU"),
            (Kind::Delegates, "Đảng bộ quận Ba Đình", "QU"),
            (Kind::Delegates, "Đảng bộ Thành phố Huế", "TU"),
        ] {
            assert_eq!(code(&meeting(kind, unit)), sign, "{unit}");
        }
    }

    #[test]
    fn the_plenum_issues_in_the_name_of_the_committee() {
        let of = |kind, unit: &str| {
            let mut congress = Congress::default();
            congress.meetings.put(Meeting { id: 1, ..meeting(kind, unit) });
            [head(&congress, "BB"), head_of_counting(&congress, "BB")]
        };
        let [minutes, tally] = of(Kind::Delegates, "Đảng bộ quận Ba Đình");
        assert_eq!(minutes.superior.as_deref(), Some("THÀNH ỦY HÀ NỘI"));
        assert_eq!(minutes.issuer, ["BAN CHẤP HÀNH", "ĐẢNG BỘ QUẬN BA ĐÌNH"]);
        assert_eq!(minutes.number.map(|number| number.code).as_deref(), Some("BB/QU"));
        assert_eq!(tally.superior.as_deref(), Some("BAN CHẤP HÀNH ĐẢNG BỘ QUẬN BA ĐÌNH"));
        assert_eq!(tally.issuer, ["BAN KIỂM PHIẾU"]);
        let [minutes, _] = of(Kind::Cell, "Chi bộ Tổ 5");
        assert_eq!((minutes.superior.as_deref(), minutes.issuer), (Some("CHI BỘ TỔ 5"), vec!["CHI ỦY".to_owned()]));
    }
}
