//! The make-up of those present (cơ cấu người dự) for the attendance and credentials reports: women, ethnic minorities,
//! age and Party age on the day of the opening. Nothing here is stored; what is not recorded is counted as unknown.

use super::attendance::Presence;
use super::congress::Congress;
use super::fold::fold;
use super::id::PersonId;
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
    pub bands: Vec<u32>,
    /// Who has the fewest years.
    pub fewest: Vec<PersonId>,
    /// Who has the most years.
    pub greatest: Vec<PersonId>,
}

impl Years {
    /// The years since a day of each person of whom it is known, completed on `day`, in bands that end at `edges`.
    pub fn of<'p>(
        people: impl IntoIterator<Item = &'p Person>,
        day: Option<NaiveDate>,
        since: impl Fn(&Person) -> Option<NaiveDate>,
        edges: &[u32],
    ) -> Self {
        let mut spread = Self { bands: vec![0; edges.len() + 1], ..Self::default() };
        for person in people {
            if let Some(years) = day.zip(since(person)).and_then(|(day, since)| day.years_since(since)) {
                spread.add(person.id, years, edges);
            }
        }
        spread
    }

    fn add(&mut self, person: PersonId, years: u32, edges: &[u32]) {
        self.known += 1;
        self.sum += u64::from(years);
        if self.least.is_none_or(|least| years < least) {
            (self.least, self.fewest) = (Some(years), Vec::new());
        }
        if self.most.is_none_or(|most| years > most) {
            (self.most, self.greatest) = (Some(years), Vec::new());
        }
        self.fewest.extend((self.least == Some(years)).then_some(person));
        self.greatest.extend((self.most == Some(years)).then_some(person));
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

    /// Those present in the session that sits whom the counts of the hall count.
    pub fn people_present(&self) -> impl Iterator<Item = &Person> + Clone {
        self.people.iter().filter(|person| {
            let summoned = person.is_summoned() || person.standing == Standing::Exempted;
            summoned && self.presence(person.id) == Some(Presence::Present)
        })
    }

    /// The make-up of those present in the session that sits.
    pub fn makeup(&self) -> Makeup {
        let present = self.people_present();
        let (day, edges) = (self.opening_day(), self.meeting().about.printing.age_edges());
        let mut makeup = Makeup {
            age: Years::of(present.clone(), day, |person| person.record.born, edges),
            party_age: Years::of(present.clone(), day, |person| person.record.joined, &PARTY_AGE_BANDS),
            ..Makeup::default()
        };
        present.for_each(|person| makeup.add(person));
        makeup
    }
}

/// How many share one answer; the answer as first typed, none where nothing is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The answer.
    pub answer: Option<String>,
    /// How many.
    pub people: u32,
}

/// People by what is recorded of them, the largest group first, those of whom nothing is recorded last. Answers that differ
/// only in marks and capitals are one.
pub fn groups<'p>(
    people: impl IntoIterator<Item = &'p Person>,
    answer: impl Fn(&'p Person) -> Option<&'p str>,
) -> Vec<Group> {
    let mut groups: Vec<(Option<String>, Group)> = Vec::new();
    for person in people {
        let answer = answer(person).map(str::trim).filter(|answer| !answer.is_empty());
        let folded = answer.map(fold);
        match groups.iter_mut().find(|(known, _)| *known == folded) {
            Some((_, group)) => group.people += 1,
            None => groups.push((folded, Group { answer: answer.map(str::to_owned), people: 1 })),
        }
    }
    groups.sort_by(|(one, a), (other, b)| (one.is_none(), b.people, one).cmp(&(other.is_none(), a.people, other)));
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Whether an ethnic group is the majority of the country (dân tộc Kinh).
pub fn is_majority(ethnicity: &str) -> bool {
    fold(ethnicity).contains("kinh")
}

impl Makeup {
    fn add(&mut self, person: &Person) {
        self.present += 1;
        match person.sex {
            Some(Sex::Female) => self.women += 1,
            Some(Sex::Male) => {}
            None => self.sex_unknown += 1,
        }
        match &person.record.ethnicity {
            Some(group) if is_majority(group) => {}
            Some(_) => self.minority += 1,
            None => self.ethnicity_unknown += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let born = ["1996-11-20", "1996-11-21", "1985-01-01", "1966-11-21", "1950-02-03"];
        let mut people = born.map(|born| person(Some(born), Some(Sex::Female), Some("Kinh"))).to_vec();
        people.push(person(None, None, Some("Khmer")));
        people.push(person(None, Some(Sex::Male), None));
        let age = Years::of(&people, day, |person| person.record.born, &AGE_BANDS);
        let mut makeup = Makeup::default();
        for person in &people {
            makeup.add(person);
        }
        assert_eq!((age.least, age.most), (Some(29), Some(76)));
        assert_eq!((age.fewest.len(), age.greatest.len()), (1, 1));
        assert_eq!(age.bands, [2, 0, 1, 1, 1]);
        assert_eq!(Years::of(&people, day, |person| person.record.born, &[45]).bands, [3, 2]);
        // 30 + 29 + 41 + 59 + 76 = 235 over 5
        assert_eq!(age.mean_tenths(), Some(470));
        let groups = groups(&people, |person| person.record.ethnicity.as_deref());
        assert_eq!(groups.iter().map(|group| group.people).collect::<Vec<_>>(), [5, 1, 1]);
        assert_eq!(groups[2].answer, None);
        assert_eq!((makeup.present, makeup.women, makeup.sex_unknown), (7, 5, 1));
        assert_eq!((makeup.minority, makeup.ethnicity_unknown), (1, 1));
        assert_eq!(makeup.party_age.mean_tenths(), None);
    }
}
