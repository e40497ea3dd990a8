//! Who is writing which text at this moment (ai đang viết), for those who write the same one.
//!
//! That is no fact of the congress: no line of the journal says it, no copy, comparison or proof reads it, and a row that is not
//! refreshed is nobody's. It stands on a connection of its own that waits for no lock and no disk, so that it delays nobody: where
//! the file is busy nothing is told, until the next time. What is told makes no screen read anything again: nobody looks but who
//! writes.

use super::look::Purpose;
use super::open::{begin, connect};
use crate::domain::role::{Role, Who};
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;
use std::time::Duration;

/// Seconds after which a row that was not refreshed is nobody's: its window was killed.
const STALE: u32 = 15;

/// One window among those that are open on a file.
#[derive(Debug)]
pub struct Presence {
    connection: Connection,
    /// What tells this window from the others.
    window: i64,
}

impl Presence {
    /// A new window of a file; none where the file cannot be had.
    pub fn of(path: &Path) -> Option<Self> {
        let connection = connect(path, Purpose::Write).ok()?;
        let prepared = || {
            connection.busy_timeout(Duration::ZERO)?;
            // the next durable commit takes these rows along, and whoever makes it clears the log
            connection.pragma_update(None, "synchronous", "NORMAL")?;
            connection.pragma_update(None, "wal_autocheckpoint", 0)?;
            connection.query_row("SELECT random()", [], |row| row.get(0))
        };
        let window = prepared().ok()?;
        Some(Self { connection, window })
    }

    /// Tells which text is written in this window by whom, or that none is; says whether it could be told.
    pub fn tell(&self, who: Who, text: Option<&str>) -> bool {
        let told = || -> rusqlite::Result<()> {
            let all = begin(&self.connection, TransactionBehavior::Immediate)?;
            all.prepare_cached("DELETE FROM presence WHERE window = ?1 OR abs(unixepoch() - seen) > ?2")?
                .execute((self.window, STALE))?;
            if let Some(text) = text {
                let row = (self.window, text, who.role.word(), who.desk);
                all.prepare_cached("INSERT INTO presence VALUES (?1, ?2, ?3, ?4, unixepoch())")?.execute(row)?;
            }
            all.commit()
        };
        told().is_ok()
    }

    /// Who else writes a text, in other windows; none where the file cannot be asked now.
    pub fn beside(&self, text: &str) -> Option<Vec<Who>> {
        let others = "SELECT role, desk FROM presence
                      WHERE text = ?1 AND window <> ?2 AND abs(unixepoch() - seen) <= ?3 ORDER BY role, desk, window";
        let mut asked = self.connection.prepare_cached(others).ok()?;
        let rows = asked.query_map((text, self.window, STALE), |row| Ok((row.get::<_, String>(0)?, row.get(1)?)));
        let known = |(word, desk): (String, Option<u16>)| {
            let role = Role::ALL.into_iter().find(|role| role.word() == word)?;
            Some(Who { role, desk })
        };
        rows.ok()?.map(|row| row.ok().and_then(known)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, verify};

    fn file() -> (tempfile::TempDir, Store) {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::create(&dir.path().join("a.daihoi")).unwrap();
        (dir, store)
    }

    fn desk(desk: u16) -> Who {
        Who { role: Role::Secretary, desk: Some(desk) }
    }

    #[test]
    fn who_writes_the_same_text_is_seen_until_it_is_left() {
        let (_dir, store) = file();
        let [one, other, third] = [(); 3].map(|()| Presence::of(store.path()).unwrap());
        assert!(one.tell(Who::default(), Some("speech 3")) && other.tell(desk(2), Some("speech 3")));
        assert!(third.tell(Role::Presidium.into(), Some("speech 4")));
        assert_eq!(one.beside("speech 3").unwrap(), [desk(2)]);
        assert_eq!(other.beside("speech 3").unwrap(), [Who::default()]);
        assert_eq!(third.beside("speech 4").unwrap(), []);
        // it goes to another text, and leaves
        assert!(other.tell(desk(2), Some("speech 4")));
        assert_eq!(one.beside("speech 3").unwrap(), []);
        assert_eq!(third.beside("speech 4").unwrap(), [desk(2)]);
        assert!(other.tell(desk(2), None));
        assert_eq!(third.beside("speech 4").unwrap(), []);
        assert_eq!(verify(store.path()).unwrap().findings, []);
    }

    #[test]
    fn who_was_killed_is_forgotten() {
        let (_dir, store) = file();
        let [one, other] = [(); 2].map(|()| Presence::of(store.path()).unwrap());
        for clock in [60, -60] {
            assert!(one.tell(Who::default(), Some("speech 3")) && other.tell(desk(2), Some("speech 3")));
            assert_eq!(one.beside("speech 3").unwrap().len(), 1);
            // a minute goes by, or the computer's clock is set
            store.connection.execute("UPDATE presence SET seen = seen - ?1", [clock]).unwrap();
            assert_eq!(one.beside("speech 3").unwrap(), []);
            assert!(one.tell(Who::default(), Some("speech 3")));
            let rows: u32 = store.connection.query_row("SELECT count(*) FROM presence", [], |row| row.get(0)).unwrap();
            assert_eq!(rows, 1, "and its row is gone");
        }
    }

    #[test]
    fn it_waits_for_nobody_and_nobody_for_it() {
        let (_dir, store) = file();
        let presence = Presence::of(store.path()).unwrap();
        let lock = begin(&store.connection, TransactionBehavior::Immediate).unwrap();
        assert!(!presence.tell(Who::default(), Some("speech 3")), "busy: not told");
        assert_eq!(presence.beside("speech 3").unwrap(), []);
        lock.commit().unwrap();
        assert!(presence.tell(Who::default(), Some("speech 3")));
        assert!(presence.connection.is_autocommit() && store.connection.is_autocommit());
        assert!(Presence::of(Path::new("/không có")).is_none());
    }
}
