//! The floor: the queue of speakers, the speech under way with its limit, the raw note and the text for the minutes.

use super::agenda::filled;
use super::attendance::Presence;
use super::congress::Congress;
use super::id::{GuestId, ItemId, PersonId, SpeechId};
use super::people::Standing;
use super::refusal::{Noun, Refusal};
use super::register::entity;
use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Speaker {
    /// Somebody on the roster.
    Person(PersonId),
    /// A guest.
    Guest(GuestId),
    /// Somebody on neither list.
    Other {
        /// Name.
        name: String,
        /// Office or unit.
        office: String,
    },
}

/// Kind of speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SpeechKind {
    /// From the floor (phát biểu thảo luận).
    #[default]
    Floor,
    /// A prepared contribution (tham luận).
    Contribution,
    /// A report (báo cáo).
    Report,
    /// Address of the superior (phát biểu chỉ đạo).
    SuperiorAddress,
    /// Reply of the presidium (tiếp thu, giải trình).
    Reply,
    /// Suggests what to discuss (gợi ý thảo luận).
    Suggestion,
    /// Judges (nhận xét).
    Remark,
    /// Asks for something (đề nghị).
    Proposal,
}

/// Where a speech stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SpeechState {
    /// In the queue (đã đăng ký).
    #[default]
    Queued,
    /// Speaking now.
    Speaking,
    /// Has spoken.
    Done,
    /// Gave up the turn (rút đăng ký).
    Withdrawn,
}

/// A speech, from registration to the text for the minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Speech {
    /// Number, which is the order of registration.
    pub id: SpeechId,
    /// The item it is made in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Who speaks.
    pub speaker: Speaker,
    /// Kind.
    #[serde(default)]
    pub kind: SpeechKind,
    /// Subject.
    #[serde(default)]
    pub subject: String,
    /// Minutes allowed, extra time included.
    #[serde(default)]
    pub limit: u32,
    /// Where it stands.
    #[serde(default)]
    pub state: SpeechState,
    /// When it was called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<NaiveDateTime>,
    /// Its place among the speeches as they were called, which no clock tells: a computer's may be set back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<u32>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<NaiveDateTime>,
    /// What was taken down, for the secretariat only.
    #[serde(default)]
    pub raw: String,
    /// What the minutes print.
    #[serde(default)]
    pub minutes: String,
}

entity!(Speech, SpeechId, "speech");

impl Speech {
    /// A speech from the floor that waits to be called, of which only the speaker is known.
    pub fn registered(id: SpeechId, speaker: Speaker) -> Self {
        Self {
            id,
            item: None,
            speaker,
            kind: SpeechKind::Floor,
            subject: String::new(),
            limit: 0,
            state: SpeechState::Queued,
            started_at: None,
            turn: None,
            ended_at: None,
            raw: String::new(),
            minutes: String::new(),
        }
    }
}

/// Changes of the floor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A speaker was put in the queue.
    Registered(Speech),
    /// A speaker was called; whoever was speaking in the same item has ended.
    Called {
        /// The speech.
        speech: SpeechId,
        /// The item under way.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<ItemId>,
        /// When.
        at: NaiveDateTime,
    },
    /// More time was given.
    Extended {
        /// The speech.
        speech: SpeechId,
        /// Minutes more.
        minutes: u32,
    },
    /// The speaker has ended.
    Ended {
        /// The speech.
        speech: SpeechId,
        /// When.
        at: NaiveDateTime,
    },
    /// A registered speaker gave up the turn.
    Withdrawn {
        /// The speech.
        speech: SpeechId,
    },
    /// Subject, kind and texts of a speech were written.
    Written {
        /// The speech.
        speech: SpeechId,
        /// Kind.
        kind: SpeechKind,
        /// Subject.
        subject: String,
        /// What was taken down.
        raw: String,
        /// What the minutes print.
        minutes: String,
    },
}

impl Congress {
    /// The speech under way.
    pub fn speaking(&self) -> Option<&Speech> {
        self.speeches.iter().find(|speech| speech.state == SpeechState::Speaking)
    }

    /// Those who wait for the floor, in order of registration.
    pub fn queue(&self) -> impl Iterator<Item = &Speech> {
        self.speeches.iter().filter(|speech| speech.state == SpeechState::Queued)
    }

    /// Name of a speaker.
    pub fn speaker_name<'a>(&'a self, speaker: &'a Speaker) -> &'a str {
        match speaker {
            Speaker::Person(person) => self.people.get(person).map_or("", |person| person.name.as_str()),
            Speaker::Guest(guest) => self.guests.get(guest).map_or("", |guest| guest.label()),
            Speaker::Other { name, .. } => name,
        }
    }

    /// Office or unit of a speaker; empty where none is recorded.
    pub fn speaker_office<'a>(&'a self, speaker: &'a Speaker) -> String {
        match speaker {
            Speaker::Person(person) => {
                let person = self.people.get(person);
                person.and_then(|person| person.office.clone().or_else(|| person.unit.clone())).unwrap_or_default()
            }
            Speaker::Guest(guest) => self.guests.get(guest).map_or_else(String::new, |guest| match guest.name {
                Some(_) => guest.offices.join(", "),
                None => guest.offices.get(1..).unwrap_or_default().join(", "),
            }),
            Speaker::Other { office, .. } => office.clone(),
        }
    }

    /// Refuses a speaker who is on no list, or not summoned.
    pub(super) fn check_speaker(&self, speaker: &Speaker) -> Result<(), Refusal> {
        match speaker {
            Speaker::Person(person) => match self.person(*person)? {
                person if person.standing == Standing::Suspended => {
                    Err(Refusal::NotSummoned { name: person.name.clone() })
                }
                _ => Ok(()),
            },
            Speaker::Guest(guest) => self.guest(*guest).map(drop),
            Speaker::Other { name, .. } => filled(name, Noun::Name),
        }
    }
}

pub(super) fn judge(congress: &Congress, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Registered(speech) => judge_registered(congress, speech),
        Change::Called { speech, item, .. } => {
            let speech = congress.speech(*speech)?;
            if let Some(item) = item {
                congress.item(*item)?;
            }
            if speech.state != SpeechState::Queued {
                return Err(Refusal::NotQueued { name: congress.speaker_name(&speech.speaker).to_owned() });
            }
            refuse_absent(congress, &speech.speaker)
        }
        Change::Extended { speech, .. } | Change::Ended { speech, .. } => {
            let speech = congress.speech(*speech)?;
            match speech.state {
                SpeechState::Speaking => Ok(()),
                _ => Err(Refusal::NotSpeaking { name: congress.speaker_name(&speech.speaker).to_owned() }),
            }
        }
        Change::Withdrawn { speech } => {
            let speech = congress.speech(*speech)?;
            match speech.state {
                SpeechState::Queued => Ok(()),
                _ => Err(Refusal::NotQueued { name: congress.speaker_name(&speech.speaker).to_owned() }),
            }
        }
        Change::Written { speech, .. } => congress.speech(*speech).map(drop),
    }
}

fn judge_registered(congress: &Congress, speech: &Speech) -> Result<(), Refusal> {
    congress.check_speaker(&speech.speaker)?;
    if let Some(item) = speech.item {
        congress.item(item)?;
    }
    if congress.speeches.get(&speech.id).is_some() || speech.id.0 == 0 {
        return Err(Refusal::NumberTaken { what: Noun::Speech, number: speech.id.0 });
    }
    if speech.state != SpeechState::Queued || speech.started_at.is_some() || speech.ended_at.is_some() {
        return Err(Refusal::NotQueued { name: congress.speaker_name(&speech.speaker).to_owned() });
    }
    if congress.queue().any(|queued| queued.speaker == speech.speaker) {
        return Err(Refusal::AlreadyQueued { name: congress.speaker_name(&speech.speaker).to_owned() });
    }
    Ok(())
}

/// A person marked absent or gone cannot speak; one who was never called may.
fn refuse_absent(congress: &Congress, speaker: &Speaker) -> Result<(), Refusal> {
    let Speaker::Person(person) = speaker else { return Ok(()) };
    match congress.presence(*person) {
        Some(Presence::Absent | Presence::Left) => {
            Err(Refusal::NotPresent { name: congress.speaker_name(speaker).to_owned() })
        }
        _ => Ok(()),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    match change {
        Change::Registered(speech) => congress.speeches.put(Speech { turn: None, ..speech.clone() }),
        Change::Called { speech, item, at } => {
            if let Some(before) = congress.speaking().map(|speech| speech.id) {
                end(congress, before, *at);
            }
            let turn = congress.speeches.iter().filter_map(|speech| speech.turn).max().unwrap_or(0).saturating_add(1);
            if let Some(speech) = congress.speeches.edit(speech) {
                (speech.state, speech.turn) = (SpeechState::Speaking, Some(turn));
                speech.started_at = Some(*at);
                speech.item = item.or(speech.item);
            }
        }
        Change::Extended { speech, minutes } => {
            if let Some(speech) = congress.speeches.edit(speech) {
                speech.limit = speech.limit.saturating_add(*minutes);
            }
        }
        Change::Ended { speech, at } => end(congress, *speech, *at),
        Change::Withdrawn { speech } => {
            if let Some(speech) = congress.speeches.edit(speech) {
                speech.state = SpeechState::Withdrawn;
            }
        }
        Change::Written { speech, kind, subject, raw, minutes } => {
            if let Some(speech) = congress.speeches.edit(speech) {
                speech.kind = *kind;
                speech.subject.clone_from(subject);
                speech.raw.clone_from(raw);
                speech.minutes.clone_from(minutes);
            }
        }
    }
}

fn end(congress: &mut Congress, speech: SpeechId, at: NaiveDateTime) {
    if let Some(speech) = congress.speeches.edit(&speech) {
        speech.state = SpeechState::Done;
        // a clock that was put back makes no speech shorter than nothing
        speech.ended_at = Some(speech.started_at.map_or(at, |started| at.max(started)));
    }
}
