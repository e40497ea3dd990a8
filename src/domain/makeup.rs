//! The make-up of those present (cơ cấu người dự) for the attendance and credentials reports: women, ethnic minorities,
//! age and Party age on the day of the opening. Nothing here is stored; what is not recorded is counted as unknown.

use super::attendance::Presence;
use super::congress::Congress;
use super::fold::fold;
use super::people::{Person, Sex, Standing};
use chrono::NaiveDate;

/// The last year of each age band but the open one: to 30, 31–40, 41–50, 51–60, over 60.
pub const AGE_BANDS: [u32; 4] = [30, 40, 50, 60];
/// The last year of each band of Party age but the open one: under 10, 10–19, 20–29, 30–39, from 40.
pub const PARTY_AGE_BANDS: [u32; 4] = [9, 19, 29, 39];

/// A spread of whole years over those of whom they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// Of how many the years are known.
    pub known: u32,
    /// The sum of the years.
    pub sum: u64,
    /// The fewest years.
    pub least: Option<u32>,
    /// The most years.
    pub most: Option<u32>,
    /// How many in each band, the open one last.
    pub bands: [u32; 5],
}

impl Years {
    fn add(&mut self, years: u32, edges: [u32; 4]) {
        self.known += 1;
        self.sum += u64::from(years);
        self.least = Some(self.least.map_or(years, |least| least.min(years)));
        self.most = Some(self.most.map_or(years, |most| most.max(years)));
        let band = edges.iter().take_while(|edge| years > **edge).count();
        if let Some(count) = self.bands.get_mut(band) {
            *count += 1;
        }
    }

    /// The mean in tenths of a year, rounded half up; none where nobody's years are known.
    pub fn mean_tenths(&self) -> Option<u64> {
        let known = u64::from(self.known);
        (20 * self.sum + known).checked_div(2 * known)
    }
}

/// The make-up of those present.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Makeup {
    /// Those present whom the counts of the hall count.
    pub present: u32,
    /// Women.
    pub women: u32,
    /// Those whose sex is not recorded.
    pub sex_unknown: u32,
    /// Of an ethnic minority (dân tộc thiểu số): any group but Kinh.
    pub minority: u32,
    /// Those whose ethnic group is not recorded.
    pub ethnicity_unknown: u32,
    /// Age in completed years (tuổi đời).
    pub age: Years,
    /// Years in the Party, completed (tuổi Đảng).
    pub party_age: Years,
}

impl Congress {
    /// The day ages are reckoned on: that of the first official session, else of the first session.
    pub fn opening_day(&self) -> Option<NaiveDate> {
        use super::agenda::SessionKind::Official;
        let official = self.sessions_in_order().find(|session| session.kind == Official);
        official.or_else(|| self.sessions_in_order().next()).map(|session| session.date)
    }

    /// The make-up of those present in the session that sits.
    pub fn makeup(&self) -> Makeup {
        let mut makeup = Makeup::default();
        let day = self.opening_day();
        let counted = |person: &&Person| {
            let summoned = person.is_summoned() || person.standing == Standing::Exempted;
            summoned && self.presence(person.id) == Some(Presence::Present)
        };
        for person in self.people.iter().filter(counted) {
            makeup.add(person, day);
        }
        makeup
    }
}

impl Makeup {
    fn add(&mut self, person: &Person, day: Option<NaiveDate>) {
        self.present += 1;
        match person.sex {
            Some(Sex::Female) => self.women += 1,
            Some(Sex::Male) => {}
            None => self.sex_unknown += 1,
        }
        match &person.record.ethnicity {
            Some(group) if fold(group).contains("kinh") => {}
            Some(_) => self.minority += 1,
            None => self.ethnicity_unknown += 1,
        }
        let years = |since: Option<NaiveDate>| day?.years_since(since?);
        if let Some(age) = years(person.record.born) {
            self.age.add(age, AGE_BANDS);
        }
        if let Some(age) = years(person.record.joined) {
            self.party_age.add(age, PARTY_AGE_BANDS);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::PersonId;
    use crate::domain::people::Record;

    fn person(born: Option<&str>, sex: Option<Sex>, ethnicity: Option<&str>) -> Person {
        let record = Record {
            born: born.map(|day| day.parse().unwrap()),
            ethnicity: ethnicity.map(str::to_owned),
            ..Record::default()
        };
        let id = PersonId(1);
        Person {
            id,
            name: "A".into(),
            standing: Standing::Full,
            origin: None,
            replaces: None,
            office: None,
            unit: None,
            sex,
            incumbent: None,
            record,
        }
    }

    #[test]
    fn ages_are_completed_years_on_the_day_of_the_opening() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20);
        let mut makeup = Makeup::default();
        for born in ["1996-11-20", "1996-11-21", "1985-01-01", "1966-11-21", "1950-02-03"] {
            makeup.add(&person(Some(born), Some(Sex::Female), Some("Kinh")), day);
        }
        makeup.add(&person(None, None, Some("Khmer")), day);
        makeup.add(&person(None, Some(Sex::Male), None), day);
        assert_eq!((makeup.age.least, makeup.age.most), (Some(29), Some(76)));
        assert_eq!(makeup.age.bands, [2, 0, 1, 1, 1]);
        // 30 + 29 + 41 + 59 + 76 = 235 over 5
        assert_eq!(makeup.age.mean_tenths(), Some(470));
        assert_eq!((makeup.present, makeup.women, makeup.sex_unknown), (7, 5, 1));
        assert_eq!((makeup.minority, makeup.ethnicity_unknown), (1, 1));
        assert_eq!(makeup.party_age.mean_tenths(), None);
    }
}
