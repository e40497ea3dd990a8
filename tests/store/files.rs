//! What is opened and what is refused: with its path, and without touching it.

use crate::world::{filled, place, script};
use daihoi::domain::lang::Lang;
use daihoi::store::verify::Finding;
use daihoi::store::{Error, Step, Store, VERSION, upgrade, verify};
use rusqlite::Connection;
use std::fs;
use std::path::Path;

/// Opening refuses, names the path, gives a hint, and leaves the file and its directory as they were.
fn refuses(path: &Path) -> Error {
    let read = || fs::read(path).unwrap_or_default();
    let list = || fs::read_dir(path.parent().unwrap()).map(Iterator::count).unwrap_or_default();
    let before = (read(), list());
    let error = Store::open(path).unwrap_err();
    assert_eq!((read(), list()), before, "{error:?} touched the file");
    assert!(error.to_string().starts_with(&path.display().to_string()), "{error}");
    assert!(!error.hint(Lang::Vi).is_empty() && !error.hint(Lang::En).is_empty());
    error
}

#[test]
fn what_is_no_file_of_ours_is_refused() {
    let (dir, path) = place();
    assert!(matches!(refuses(&path), Error::Missing { .. }));
    assert!(matches!(refuses(dir.path()), Error::NotFile { .. }));
    for bytes in [&b""[..], b"x", &[7; 4096]] {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(refuses(&path), Error::NotDatabase { .. }));
    }
    fs::remove_file(&path).unwrap();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    assert!(matches!(refuses(&path), Error::Foreign { id: 0, .. }));
}

#[test]
fn a_newer_file_is_refused() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let newer = VERSION + 1;
    let other = Connection::open(&path).unwrap();
    other.pragma_update(None, "user_version", newer).unwrap();
    // while the log holds the news, the header of the file does not
    assert!(matches!(Store::open(&path).unwrap_err(), Error::Newer { version, .. } if version == newer));
    drop(other);
    assert!(matches!(refuses(&path), Error::Newer { version, known: VERSION, .. } if version == newer));
    assert!(matches!(verify(&path), Err(Error::Newer { .. })));
}

#[test]
fn a_damaged_file_is_refused() {
    let (_dir, path, store, _) = filled(&script::whole());
    drop(store);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 5000]).unwrap();
    assert!(matches!(refuses(&path), Error::Damaged { .. }));
    // the root page of the roster overwritten
    fs::write(&path, &whole).unwrap();
    let root: u32 = Connection::open(&path)
        .unwrap()
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'person'", [], |row| row.get(0))
        .unwrap();
    let root = usize::try_from(root).unwrap();
    let mut torn = whole.clone();
    torn[(root - 1) * 4096..root * 4096].fill(0xA5);
    fs::write(&path, &torn).unwrap();
    assert!(matches!(Store::open(&path).unwrap_err(), Error::Damaged { .. }));
    assert!(!verify(&path).unwrap().findings.is_empty());
}

#[test]
fn a_file_with_a_table_missing_is_refused() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let other = Connection::open(&path).unwrap();
    other.execute_batch("DROP TABLE rewording").unwrap();
    let Error::Damaged { cause, .. } = Store::open(&path).unwrap_err() else { panic!("opened") };
    assert!(cause.contains("rewording"), "{cause}");
    assert!(!verify(&path).unwrap().findings.is_empty());
    other.pragma_update(None, "user_version", 0).unwrap();
    assert!(matches!(Store::open(&path).unwrap_err(), Error::Damaged { .. }));
}

#[test]
fn a_file_that_may_not_be_written_is_refused() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    assert!(matches!(refuses(&path), Error::ReadOnly { .. }));
    assert_eq!(verify(&path).unwrap().findings, [], "proving only reads");
}

#[test]
fn nothing_is_overwritten() {
    let (dir, path, mut store, congress) = filled(&script::founded());
    assert!(matches!(Store::create(&path).unwrap_err(), Error::Exists { .. }));
    assert!(matches!(Store::create(dir.path()).unwrap_err(), Error::Exists { .. }));
    assert!(matches!(Store::create(&dir.path().join("no/such")).unwrap_err(), Error::NoFolder { .. }));
    assert_eq!(store.load().unwrap(), congress);
}

#[test]
fn every_file_has_its_own_name() {
    let (dir, path) = place();
    let one = Store::create(&path).unwrap().identity().clone();
    let other = Store::create(&dir.path().join("b?c#d%20.daihoi")).unwrap();
    assert_ne!(one.name, other.identity().name);
    assert!(other.path().exists() && one.made_by.starts_with("daihoi "));
    assert_eq!(*Store::open(&path).unwrap().identity(), one);
    let settings = Connection::open(&path).unwrap();
    let mode: String = settings.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
}

#[test]
fn an_older_file_is_copied_aside_and_upgraded() {
    let (dir, path, mut store, congress) = filled(&script::founded());
    let steps = [
        Step { to: VERSION + 1, sql: "ALTER TABLE guest ADD COLUMN badge TEXT;" },
        Step { to: VERSION + 2, sql: "UPDATE guest SET badge = 'Khách ' || id;" },
    ];
    let mut older = Connection::open(&path).unwrap();
    let copy = upgrade(&mut older, &path, &steps).unwrap().unwrap();
    let badge: String = older.query_row("SELECT badge FROM guest", [], |row| row.get(0)).unwrap();
    let version = |connection: &Connection| -> u32 {
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    };
    assert_eq!((badge.as_str(), version(&older)), ("Khách 1", VERSION + 2));
    assert_eq!(upgrade(&mut older, &path, &steps).unwrap(), None, "nothing is done twice");
    drop(older);
    assert_eq!(store.load().unwrap(), congress, "a file open elsewhere is still read");
    let mut kept = Store::open(&copy).unwrap();
    assert_eq!((kept.load().unwrap(), verify(&copy).unwrap().findings), (congress, vec![]));
    drop((kept, dir));
}

#[test]
fn an_upgrade_that_fails_changes_nothing() {
    let (_dir, path, store, congress) = filled(&script::founded());
    drop(store);
    let steps = [
        Step { to: VERSION + 1, sql: "DELETE FROM guest;" },
        Step { to: VERSION + 2, sql: "UPDATE no_such_table SET x = 1;" },
    ];
    let mut older = Connection::open(&path).unwrap();
    assert!(upgrade(&mut older, &path, &steps).is_err());
    assert!(upgrade(&mut older, &path, &steps).is_err(), "a second copy finds a name of its own");
    drop(older);
    assert_eq!(Store::open(&path).unwrap().load().unwrap(), congress);
}

#[test]
fn a_version_that_never_was_is_damage_for_every_command() {
    let (_dir, path, store, _) = filled(&script::founded());
    drop(store);
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 0).unwrap();
    assert!(matches!(Store::open(&path), Err(Error::Damaged { .. })));
    let findings = verify(&path).unwrap().findings;
    assert!(matches!(findings.as_slice(), [Finding::Damaged { what }] if what == "user_version = 0"), "{findings:?}");
}
