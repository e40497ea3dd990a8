//! What is opened and what is refused: with its path, and without touching it.

use crate::world::{filled, place, script};
use daihoi::domain::election::result;
use daihoi::domain::lang::Lang;
use daihoi::store::verify::Finding;
use daihoi::store::{Error, Store, VERSION, verify};
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

/// A file of version 1 of a whole congress, as the program of that time left it.
fn older() -> (tempfile::TempDir, std::path::PathBuf) {
    let (dir, path) = place();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/older/v1.daihoi");
    fs::copy(kept, &path).unwrap();
    (dir, path)
}

fn tables(path: &Path) -> Vec<(String, String)> {
    let connection = Connection::open(path).unwrap();
    let mut schema =
        connection.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
    let rows = schema.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn an_older_file_is_copied_aside_and_upgraded() {
    let (dir, path) = older();
    let before = tables(&path);
    // proved before, as far as an older file can be, without a touch
    let report = verify(&path).unwrap();
    assert_eq!((report.is_older(), report.findings), (true, vec![]));
    assert_eq!(tables(&path), before);
    let mut store = Store::open(&path).unwrap();
    let congress = store.load().unwrap();
    assert_eq!(verify(&path).unwrap().findings, []);
    assert!(congress.rounds.iter().all(|round| result::outcome(&congress, round.id).is_some()));
    let last = store.last_number().unwrap();
    assert_eq!(store.identity().judged_from, last + 1);
    let copy = path.with_file_name("đại hội.daihoi.v1");
    assert_eq!(tables(&copy), before, "the older file lies beside it as it was");
    let lines: u32 =
        Connection::open(&copy).unwrap().query_row("SELECT count(*) FROM journal", [], |row| row.get(0)).unwrap();
    assert_eq!(u64::from(lines), last);
    let fresh = Store::create(&dir.path().join("fresh.daihoi")).unwrap();
    assert_eq!(tables(&path), tables(fresh.path()), "an upgraded file is laid as a fresh one");
    drop(store);
    Store::open(&path).unwrap();
    assert_eq!(
        fs::read_dir(dir.path())
            .unwrap()
            .filter(|entry| { entry.as_ref().unwrap().file_name().to_string_lossy().contains(".v1") })
            .count(),
        1,
        "nothing is done twice"
    );
}

#[test]
fn an_upgrade_that_fails_changes_nothing() {
    let (_dir, path) = older();
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("DROP TRIGGER journal_is_never_rewritten; UPDATE journal SET change = '{}' WHERE number = 3")
        .unwrap();
    drop(other);
    let before = tables(&path);
    assert!(matches!(Store::open(&path).unwrap_err(), Error::Line { number: 3, .. }));
    assert!(
        matches!(Store::open(&path).unwrap_err(), Error::Line { number: 3, .. }),
        "a second copy finds a name of its own"
    );
    assert_eq!(tables(&path), before);
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
