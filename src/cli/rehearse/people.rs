//! Who takes part in a rehearsal: a roster of invented delegates, and the part each of them has. All names are drawn from a seed.

use super::sizes::Sizes;
use crate::domain::id::PersonId;
use crate::domain::people::{Origin, Person, Record, Sex, Standing};
use crate::domain::seeded::Seeded;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

const FAMILIES: [&str; 24] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Đinh", "Trịnh", "Đoàn", "Mai", "Cao", "Lương", "Tạ", "Châu",
];
const MIDDLES: [[&str; 14]; 2] = [
    [
        "Thị",
        "Thị Thu",
        "Thị Ngọc",
        "Thị Hồng",
        "Thanh",
        "Thị Kim",
        "Bích",
        "Thị Mỹ",
        "Thị Minh",
        "Ngọc",
        "Thùy",
        "Thị Thanh",
        "Hoài",
        "Phương",
    ],
    ["Văn", "Đức", "Quốc", "Hữu", "Minh", "Xuân", "Công", "Thanh", "Ngọc", "Quang", "Đình", "Trọng", "Anh", "Việt"],
];
const GIVEN: [[&str; 30]; 2] = [
    [
        "An",
        "Ánh",
        "Bích",
        "Châu",
        "Chi",
        "Diệp",
        "Dung",
        "Duyên",
        "Đào",
        "Giang",
        "Hà",
        "Hạnh",
        "Hằng",
        "Hiền",
        "Hoa",
        "Hương",
        "Lan",
        "Liên",
        "Loan",
        "Mai",
        "Nga",
        "Nguyệt",
        "Nhung",
        "Oanh",
        "Phượng",
        "Quỳnh",
        "Thảo",
        "Thủy",
        "Tuyết",
        "Yến",
    ],
    [
        "An", "Bảo", "Bình", "Chiến", "Cường", "Dũng", "Đạt", "Điền", "Hải", "Hiếu", "Hòa", "Hùng", "Huy", "Khoa",
        "Khôi", "Lâm", "Long", "Lực", "Nam", "Nghĩa", "Phong", "Quân", "Sơn", "Tài", "Thắng", "Thịnh", "Tiến", "Trung",
        "Tuấn", "Vinh",
    ],
];
const UNITS: [&str; 12] = [
    "Đoàn các cơ quan Đảng",
    "Đoàn khối chính quyền",
    "Đoàn Mặt trận và các đoàn thể",
    "Đoàn phường An Bình",
    "Đoàn phường Tân Hòa",
    "Đoàn phường Long Thạnh",
    "Đoàn phường Phú Mỹ",
    "Đoàn xã Vĩnh Lộc",
    "Đoàn xã Hòa Khánh",
    "Đoàn Quân sự – Công an",
    "Đoàn khối doanh nghiệp",
    "Đoàn khối giáo dục, y tế",
];
const OFFICES: [&str; 8] = [
    "Bí thư chi bộ",
    "Phó Bí thư chi bộ",
    "Trưởng phòng",
    "Phó Trưởng phòng",
    "Hiệu trưởng",
    "Chủ tịch Hội Nông dân",
    "Chuyên viên",
    "Giám đốc",
];
const GROUPS: [&str; 5] = ["Hoa", "Khmer", "Tày", "Chăm", "Mường"];
const RELIGIONS: [&str; 3] = ["Phật giáo", "Công giáo", "Cao Đài"];
/// As often as they are drawn: most have a degree, few are doctors.
const EDUCATION: [&str; 10] =
    ["Đại học", "Thạc sĩ", "Đại học", "Cao đẳng", "Đại học", "Thạc sĩ", "Đại học", "Đại học", "Tiến sĩ", "Đại học"];
const THEORY: [&str; 6] = ["Cao cấp", "Trung cấp", "Trung cấp", "Sơ cấp", "Trung cấp", "Cử nhân"];

/// The parts that people have; nobody has two that exclude each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cast {
    /// Names the outgoing committee prepared for the committee.
    pub prepared: Vec<PersonId>,
    /// The name from the floor.
    pub floor: Vec<PersonId>,
    /// Names for the delegates to the higher congress.
    pub higher: Vec<PersonId>,
    /// Presidium (đoàn chủ tịch).
    pub presidium: Vec<PersonId>,
    /// Secretariat (đoàn thư ký).
    pub secretariat: Vec<PersonId>,
    /// Credentials committee (ban thẩm tra tư cách đại biểu).
    pub credentials: Vec<PersonId>,
    /// Counting committee (ban kiểm phiếu).
    pub counters: Vec<PersonId>,
    /// Those who never come; an alternate sits for the last of them.
    pub absent: Vec<PersonId>,
    /// Those who come late.
    pub late: Vec<PersonId>,
    /// Alternate delegates.
    pub alternates: Vec<PersonId>,
}

/// Draws the parts, then the people who have them.
pub(super) fn drawn(sizes: &Sizes, day: NaiveDate, dice: &mut Seeded) -> (Vec<Person>, Cast) {
    let cast = cast(sizes, dice);
    let mut taken = BTreeSet::new();
    let all = sizes.asked.delegates + sizes.alternates;
    let people = (1..=all).map(|id| person(PersonId(id), &cast, (day, &mut *dice, &mut taken))).collect();
    (people, cast)
}

fn cast(sizes: &Sizes, dice: &mut Seeded) -> Cast {
    let mut everybody: Vec<PersonId> = (1..=sizes.asked.delegates).map(PersonId).collect();
    let all = everybody.len();
    dice.shuffle(&mut everybody, all);
    let names = usize::from(sizes.asked.names);
    let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let mut others = everybody.split_off((names + 1).min(all)).into_iter();
    let mut next = |number: u32| others.by_ref().take(count(number)).collect::<Vec<_>>();
    let (counters, absent, late) = (next(sizes.counters), next(sizes.absent), next(sizes.late));
    let rest: Vec<PersonId> = next(u32::MAX);
    let floor = everybody.pop().into_iter().collect();
    let prepared = everybody;
    let first = |of: &[PersonId], number: usize| of.iter().copied().take(number).collect::<Vec<_>>();
    // whoever leads stands for the higher congress too, and others beside them
    let wanted = usize::from(sizes.higher.saturating_add(sizes.higher_surplus));
    let leading = first(&prepared, wanted.div_ceil(2));
    let beside = rest.iter().chain(prepared.iter().rev());
    let mut higher = leading;
    for person in beside {
        if higher.len() < wanted && !higher.contains(person) {
            higher.push(*person);
        }
    }
    let others = if rest.len() < 6 { &prepared } else { &rest };
    Cast {
        presidium: first(&prepared, 5.min(names)),
        secretariat: first(others, 3),
        credentials: others.iter().rev().copied().take(3).collect(),
        prepared,
        floor,
        higher,
        counters,
        absent,
        late,
        alternates: (1..=sizes.alternates).map(|number| PersonId(sizes.asked.delegates + number)).collect(),
    }
}

/// One invented person, unlike all before by name.
fn person(id: PersonId, cast: &Cast, by: (NaiveDate, &mut Seeded, &mut BTreeSet<String>)) -> Person {
    let (day, dice, taken) = by;
    let sex = if dice.chance(380) { Sex::Female } else { Sex::Male };
    let name = loop {
        let name = name(sex, dice);
        if taken.insert(name.clone()) {
            break name;
        }
    };
    let incumbent = cast.prepared.iter().position(|other| *other == id).filter(|place| place % 3 != 2);
    let origin = if cast.alternates.contains(&id) {
        Origin::Alternate
    } else if incumbent.is_some() {
        Origin::ExOfficio
    } else if dice.chance(15) {
        Origin::Appointed
    } else {
        Origin::Elected
    };
    let office = incumbent.map_or_else(|| chosen(&OFFICES, dice), |place| leading(place).to_owned());
    Person {
        id,
        name,
        standing: Standing::Full,
        origin: Some(origin),
        replaces: None,
        office: Some(office),
        unit: Some(chosen(&UNITS, dice)),
        sex: Some(sex),
        incumbent: incumbent.map(|place| leading(place).to_owned()),
        record: record(day, dice),
    }
}

/// The office of an incumbent, by their place in the outgoing committee.
fn leading(place: usize) -> &'static str {
    match place {
        0 => "Bí thư Đảng ủy",
        1 => "Phó Bí thư Đảng ủy",
        _ => "Ủy viên Ban Chấp hành",
    }
}

fn name(sex: Sex, dice: &mut Seeded) -> String {
    let side = usize::from(sex == Sex::Male);
    let (family, middle, given) = (chosen(&FAMILIES, dice), chosen(&MIDDLES[side], dice), chosen(&GIVEN[side], dice));
    format!("{family} {middle} {given}")
}

fn record(day: NaiveDate, dice: &mut Seeded) -> Record {
    let mut number = |from: i32, to: i32| {
        let span = usize::try_from(to - from).unwrap_or(0);
        from + i32::try_from(dice.below(span + 1)).unwrap_or(0)
    };
    let age = number(27, 60);
    let party = number(3, (age - 22).max(4));
    let (month, date) = (number(1, 12), number(1, 28));
    let on = |years: i32| {
        NaiveDate::from_ymd_opt(day.year() - years, month.unsigned_abs(), date.unsigned_abs()).filter(|on| *on < day)
    };
    let (born, joined) = (on(age), on(party));
    let ethnicity = if dice.chance(920) { "Kinh".to_owned() } else { chosen(&GROUPS, dice) };
    let religion = if dice.chance(60) { chosen(&RELIGIONS, dice) } else { "Không theo tôn giáo".to_owned() };
    Record {
        born,
        joined,
        ethnicity: Some(ethnicity),
        religion: Some(religion),
        education: Some(chosen(&EDUCATION, dice)),
        theory: Some(chosen(&THEORY, dice)),
    }
}

fn chosen(of: &[&str], dice: &mut Seeded) -> String {
    dice.pick(of).map_or_else(String::new, |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::sizes::Asked;
    use super::*;
    use unicode_normalization::is_nfc;

    #[test]
    fn nobody_has_two_parts_that_exclude_each_other() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        for (delegates, seats, names) in [(13, 5, 6), (40, 5, 6), (268, 27, 31), (1587, 180, 220)] {
            let sizes = Sizes::of(Asked { delegates, seats, names, seed: 1 }).unwrap();
            let (people, cast) = drawn(&sizes, day, &mut Seeded::new(3));
            let different: BTreeSet<&str> = people.iter().map(|person| person.name.as_str()).collect();
            assert_eq!(different.len(), people.len(), "names differ");
            assert!(people.iter().all(|person| is_nfc(&person.name)));
            assert_eq!((cast.prepared.len(), cast.floor.len()), (usize::from(names), 1));
            assert_eq!(cast.higher.len(), usize::from(sizes.higher + sizes.higher_surplus));
            let away: BTreeSet<PersonId> = cast.absent.iter().chain(&cast.late).copied().collect();
            let counting: BTreeSet<PersonId> = cast.counters.iter().copied().collect();
            let named = cast.prepared.iter().chain(&cast.floor).chain(&cast.higher);
            assert!(named.clone().all(|person| !counting.contains(person)), "no candidate counts");
            assert!(named.chain(&cast.presidium).chain(&cast.counters).all(|person| !away.contains(person)));
            assert_eq!(counting.len(), usize::try_from(sizes.counters).unwrap());
        }
    }
}
