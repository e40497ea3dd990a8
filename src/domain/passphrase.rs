//! A passphrase for each role (mật khẩu của vai), for a laptop that several people share: what is kept of it is its Argon2id hash.
//!
//! It guards the seats: who opens the file with a role, takes its seat, or has a command act as it, is asked for it. Reading it from
//! the keyboard, and drawing the salt, is done outside.

use super::change::Change as Any;
use super::congress::Congress;
use super::fold::clean_line;
use super::refusal::{Noun, Refusal};
use super::register::Entity;
use super::role::{Role, Who};
use argon2::{Algorithm, Argon2, Params, Version};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// Bytes of a salt.
pub const SALT: usize = 16;

/// Bytes of a hash.
const HASH: usize = 32;

/// The memory in KiB and the passes that OWASP asks of Argon2id with one lane.
const COST: (u32, u32) = (19 * 1024, 2);

/// Fewer letters are no passphrase.
const SHORTEST: usize = 4;

/// More memory in KiB, more passes than any file needs: what a strange file may ask of this machine.
const MOST: (u32, u32) = (256 * 1024, 16);

/// The passphrase of a role, hashed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Passphrase {
    /// The role.
    pub role: Role,
    /// The salt, hexadecimal.
    pub salt: String,
    /// The Argon2id hash, version 19, one lane, hexadecimal; none: the role has no passphrase any more.
    pub hash: Option<String>,
    /// The memory that the hash took, in KiB.
    pub memory: u32,
    /// The passes over it.
    pub passes: u32,
}

impl Entity for Passphrase {
    type Key = Role;
    const TABLE: &'static str = "passphrase";
    const KEY: &'static [&'static str] = &["role"];
    fn key(&self) -> Role {
        self.role
    }
}

impl Passphrase {
    /// The passphrase of a role from what was typed; refused where that is too short.
    pub fn new(role: Role, typed: &str, salt: [u8; SALT]) -> Result<Self, Refusal> {
        let letters = clean_line(typed).chars().count();
        if letters < SHORTEST {
            return Err(Refusal::PassphraseShort { least: SHORTEST.try_into().unwrap_or(u16::MAX) });
        }
        let (memory, passes) = COST;
        let salt = hex(&salt);
        let hash = reckon(typed, &salt, COST);
        if hash.is_none() {
            return Err(Refusal::Blank { what: Noun::Passphrase });
        }
        Ok(Self { role, salt, hash, memory, passes })
    }

    /// That a role has no passphrase any more.
    pub fn none(role: Role) -> Self {
        let (memory, passes) = COST;
        Self { role, salt: String::new(), hash: None, memory, passes }
    }

    /// Whether what was typed is this passphrase.
    pub fn opens(&self, typed: &str) -> bool {
        let cost = (self.memory, self.passes);
        let fits = cost.0 <= MOST.0 && cost.1 <= MOST.1;
        fits && self.hash.is_some() && reckon(typed, &self.salt, cost) == self.hash
    }
}

/// The hash of what was typed, the same whichever way its letters were composed.
fn reckon(typed: &str, salt: &str, (memory, passes): (u32, u32)) -> Option<String> {
    let params = Params::new(memory, passes, 1, Some(HASH)).ok()?;
    let mut hash = [0; HASH];
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(clean_line(typed).as_bytes(), salt.as_bytes(), &mut hash).ok()?;
    Some(hex(&hash))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // writing into a String cannot fail
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Changes of the passphrases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// A passphrase was set for a role, changed, or taken away; the journal keeps its hash.
    Set(Passphrase),
}

impl Congress {
    /// The passphrase that whoever takes a role's seat is asked for; none where there is none.
    pub fn passphrase(&self, role: Role) -> Option<&Passphrase> {
        self.passphrases.get(&role).filter(|passphrase| passphrase.hash.is_some())
    }
}

/// The first passphrase of a role is set by the secretary or the role itself; from then on it is the role's alone.
pub(super) fn judge(congress: &Congress, who: Who, change: &Change) -> Result<(), Refusal> {
    let Change::Set(set) = change;
    if set.role == Role::Hall {
        return Err(Refusal::HallNeedsNone);
    }
    let owner = congress.passphrase(set.role).is_some();
    if who.role != set.role && (owner || who.role != Role::Secretary) {
        return Err(Refusal::NotThisRole { role: who.role, needed: set.role });
    }
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    match &set.hash {
        Some(hash) if !digits(hash, HASH * 2) || !digits(&set.salt, SALT * 2) => {
            Err(Refusal::Unreadable { what: "hash".to_owned() })
        }
        None if !owner => Err(Refusal::Unknown { what: Noun::Passphrase, number: 0 }),
        _ => Ok(()),
    }
}

pub(super) fn apply(congress: &mut Congress, change: &Change) {
    let Change::Set(set) = change;
    congress.passphrases.put(set.clone());
}

/// A change that sets a passphrase.
pub fn setting(passphrase: Passphrase) -> Any {
    Any::Passphrases(Change::Set(passphrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_typed_opens_however_its_letters_are_composed() {
        let set = Passphrase::new(Role::Head, "phiếu kín", [7; SALT]).unwrap();
        assert!(set.opens("phiếu kín") && set.opens(" phie\u{302}\u{301}u  kín "));
        assert!(!set.opens("phiếu kin") && !set.opens("") && !Passphrase::none(Role::Head).opens(""));
        let other = Passphrase::new(Role::Head, "phiếu kín", [8; SALT]).unwrap();
        assert_ne!(other.hash, set.hash, "the salt is in it");
        assert!(!format!("{set:?}").contains("phiếu"));
        assert!(matches!(Passphrase::new(Role::Head, "abc", [7; SALT]), Err(Refusal::PassphraseShort { .. })));
        // a file may not ask for all the memory of a machine
        assert!(!Passphrase { memory: u32::MAX, ..set.clone() }.opens("phiếu kín"));
        // python3 -c "import argon2.low_level as a; print(a.hash_secret_raw(b'password', b'somesalt', 2, 65536, 1, 32, a.Type.ID).hex())"
        let known = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7";
        assert_eq!(reckon("password", "somesalt", (65_536, 2)).as_deref(), Some(known));
    }
}
