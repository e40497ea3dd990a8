-- The whole schema of a daihoi file: one congress (đại hội), one SQLite file.
--
-- What stands here and nowhere else:
--   * one table for each register of the congress; its columns are the fields of the entity, its rows what is recorded now;
--   * `journal`, the append-only list of changes that made those rows; the rows are always the fold of the journal;
--   * `identity`, which names the file;
--   * `presence`, which is no part of the congress.
--
-- How a value is kept: numbers and identifiers INTEGER; yes and no INTEGER 1 and 0; text, days and hours TEXT (ISO 8601);
-- one word out of a list TEXT with its list in a CHECK; everything with parts of its own TEXT holding JSON; a value of which
-- some words have parts and some have none: the bare word, or JSON. What is not known is NULL, never 0 and never ''.
--
-- References are checked at the end of a transaction, so that rows may be written in any order.
--
-- A change of this file needs a new user_version; an older file gets these tables anew, filled with what its journal says
-- (src/store/upgrade.rs).

-- "DHOI" in ASCII: how `file` and this program know the file
PRAGMA application_id = 0x44484F49;
PRAGMA user_version = 7;

-- ---------------------------------------------------------------------------------------------------------------- the file

CREATE TABLE identity (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    -- 32 random hexadecimal digits; what the first line of the journal is chained to
    name     TEXT NOT NULL CHECK (length(name) = 32 AND name NOT GLOB '*[^0-9a-f]*'),
    -- when the file was made, UTC
    made_at  TEXT NOT NULL,
    -- the program that made it
    made_by  TEXT NOT NULL,
    -- the first line of the journal that was judged by a program of this version of the schema; the lines before stay as an
    -- older program judged them
    judged_from INTEGER NOT NULL DEFAULT 1 CHECK (judged_from > 0)
) STRICT;

-- The list of changes. `hash` is the SHA-256, in small hexadecimal digits, of these six values joined by a line feed:
--     number  at  role  desk  change  previous
-- `desk` is empty where there is none; `previous` is the hash of the line before, of line 1 the name of the file.
-- Anybody can check line 7 without this program:
--     sqlite3 FILE "SELECT concat_ws(char(10), number, at, role, ifnull(desk, ''), change, previous) FROM journal WHERE number = 7" \
--       | head -c -1 | sha256sum
CREATE TABLE journal (
    number    INTEGER PRIMARY KEY CHECK (number > 0),
    -- when the computer recorded it, RFC 3339 with its offset
    at        TEXT NOT NULL,
    role      TEXT NOT NULL CHECK (role IN ('secretary', 'presidium', 'counter', 'head', 'hall')),
    desk      INTEGER CHECK (desk BETWEEN 0 AND 65535),
    -- the change as JSON: keys sorted, no spaces, NFC
    change    TEXT NOT NULL CHECK (json_valid(change)),
    previous  TEXT NOT NULL,
    hash      TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER journal_is_never_rewritten BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- Who is writing which text at this moment (ai đang viết), so that two who write the same one see it. No fact of the congress: the
-- journal does not say it, and no proof, copy or comparison reads it. A row that is not refreshed is nobody's.
CREATE TABLE presence (
    -- a number drawn by each window
    window    INTEGER PRIMARY KEY,
    text      TEXT NOT NULL,
    role      TEXT NOT NULL,
    desk      INTEGER,
    -- when it was refreshed last, in seconds of the computer's clock
    seen      INTEGER NOT NULL
) STRICT;

-- ------------------------------------------------------------------------------------------------------------- the meeting

-- the congress itself: one row
CREATE TABLE meeting (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    kind        TEXT NOT NULL CHECK (kind IN ('cell', 'members', 'delegates', 'review')),
    unit        TEXT NOT NULL,
    superior    TEXT NOT NULL,
    ordinal     INTEGER CHECK (ordinal >= 0),
    term        TEXT CHECK (json_valid(term)),
    locality    TEXT NOT NULL,
    venue       TEXT,
    -- number of the election regulation (quy chế bầu cử)
    regulation  TEXT NOT NULL,
    -- points the regulation leaves open, as this congress settled them
    open_points TEXT NOT NULL CHECK (json_valid(open_points)),
    roster      TEXT NOT NULL CHECK (roster IN ('complete', 'named_only')),
    about       TEXT NOT NULL CHECK (json_valid(about))
) STRICT;

-- sessions (phiên họp)
CREATE TABLE session (
    id           INTEGER PRIMARY KEY CHECK (id > 0),
    kind         TEXT NOT NULL CHECK (kind IN ('preparatory', 'official')),
    date         TEXT NOT NULL,
    starts       TEXT,
    part_of_day  TEXT,
    opened_at    TEXT,
    closed_at    TEXT
) STRICT;

-- items of the agenda (nội dung chương trình)
CREATE TABLE item (
    id           INTEGER PRIMARY KEY CHECK (id > 0),
    session      INTEGER NOT NULL REFERENCES session DEFERRABLE INITIALLY DEFERRED,
    place        INTEGER NOT NULL CHECK (place >= 0),
    title        TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN (
                     'gathering', 'ceremony', 'introduction', 'bodies', 'programme', 'opening', 'attendance', 'report',
                     'discussion', 'superior_address', 'reply', 'targets', 'classification', 'election', 'counting', 'announcement', 'debut',
                     'resolution', 'closing', 'break', 'side_event', 'other')),
    minutes      INTEGER NOT NULL CHECK (minutes >= 0),
    script       TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'skipped')),
    started_at   TEXT,
    -- its place among the items as they were taken up, which no clock tells
    turn         INTEGER CHECK (turn > 0),
    finished_at  TEXT,
    reason       TEXT
) STRICT;

-- -------------------------------------------------------------------------------------------------------------- the people

-- the roster (danh sách đảng viên, đại biểu)
CREATE TABLE person (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    name       TEXT NOT NULL,
    standing   TEXT NOT NULL CHECK (standing IN (
                   'full', 'probationary', 'temporary_here', 'temporary_elsewhere', 'exempted', 'suspended')),
    origin     TEXT CHECK (origin IN ('ex_officio', 'elected', 'appointed', 'alternate')),
    -- for an alternate who sits: the delegate whose place they take
    replaces   INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    office     TEXT,
    unit       TEXT,
    sex        TEXT CHECK (sex IN ('female', 'male')),
    incumbent  TEXT,
    record     TEXT NOT NULL CHECK (json_valid(record))
) STRICT;

-- guests and delegations (khách mời)
CREATE TABLE guest (
    id        INTEGER PRIMARY KEY CHECK (id > 0),
    name      TEXT,
    offices   TEXT NOT NULL CHECK (json_valid(offices)),
    parts     TEXT NOT NULL CHECK (json_valid(parts)),
    superior  INTEGER NOT NULL CHECK (superior IN (0, 1)),
    came_at   TEXT
) STRICT;

-- attendance (điểm danh): a person in a session; who was not called yet has no row
CREATE TABLE attendance (
    session   INTEGER NOT NULL REFERENCES session DEFERRABLE INITIALLY DEFERRED,
    person    INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    presence  TEXT NOT NULL CHECK (presence IN ('present', 'left', 'absent')),
    reason    TEXT,
    -- every coming and going
    marks     TEXT NOT NULL CHECK (json_valid(marks)),
    PRIMARY KEY (session, person)
) STRICT, WITHOUT ROWID;

-- decisions on reasons for absence throughout, by person
CREATE TABLE excuse (
    id        INTEGER PRIMARY KEY REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    accepted  INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    ground    TEXT NOT NULL
) STRICT;

-- ------------------------------------------------------------------------------------------------------- floor and minutes

-- speeches, from registration to the text for the minutes (phát biểu)
CREATE TABLE speech (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    item        INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED,
    speaker     TEXT NOT NULL CHECK (json_valid(speaker)),
    kind        TEXT NOT NULL CHECK (kind IN (
                    'floor', 'contribution', 'report', 'superior_address', 'reply', 'suggestion', 'remark', 'proposal')),
    subject     TEXT NOT NULL,
    "limit"     INTEGER NOT NULL CHECK ("limit" >= 0),
    state       TEXT NOT NULL CHECK (state IN ('queued', 'speaking', 'done', 'withdrawn')),
    started_at  TEXT,
    -- its place among the speeches as they were called
    turn        INTEGER CHECK (turn > 0),
    ended_at    TEXT,
    raw         TEXT NOT NULL,
    minutes     TEXT NOT NULL
) STRICT;

-- notes (ghi chú)
CREATE TABLE note (
    id      INTEGER PRIMARY KEY CHECK (id > 0),
    item    INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED,
    speech  INTEGER REFERENCES speech DEFERRABLE INITIALLY DEFERRED,
    at      TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;

-- notes cut off by a closed window (bản nháp)
CREATE TABLE draft (
    role  TEXT NOT NULL CHECK (role IN ('secretary', 'presidium', 'counter', 'head', 'hall')),
    -- 0 where there is none
    desk  INTEGER NOT NULL CHECK (desk BETWEEN 0 AND 65535),
    text  TEXT NOT NULL,
    PRIMARY KEY (role, desk)
) STRICT, WITHOUT ROWID;

-- paragraphs reworded by hand, by paper and paragraph
CREATE TABLE rewording (
    key       TEXT PRIMARY KEY NOT NULL,
    original  TEXT NOT NULL,
    text      TEXT
) STRICT, WITHOUT ROWID;

-- the hall's screen (màn hình hội trường): one row once the presidium has held it
CREATE TABLE projector (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    held  INTEGER NOT NULL CHECK (held IN (0, 1)),
    at    TEXT NOT NULL
) STRICT;

-- papers issued (phát hành văn bản); the key is the number in the one series of the congress
CREATE TABLE issue (
    id       INTEGER PRIMARY KEY CHECK (id > 0),
    -- which paper, by its word: tally-2
    paper    TEXT NOT NULL,
    code     TEXT NOT NULL CHECK (code IN ('NQ', 'QĐ', 'KL', 'TB', 'BC', 'KH', 'CTr', 'TTr', 'BB', 'ĐA')),
    version  INTEGER NOT NULL CHECK (version > 0),
    at       TEXT NOT NULL,
    -- SHA-256 of the words without number and version
    hash     TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*')
) STRICT;

-- --------------------------------------------------------------------------------------------------- votes, reports, targets

-- hand votes (biểu quyết giơ tay)
CREATE TABLE motion (
    id       INTEGER PRIMARY KEY CHECK (id > 0),
    subject  TEXT NOT NULL CHECK (
                 subject IN ('programme', 'rules', 'targets', 'resolution', 'minutes', 'other') OR json_valid(subject)),
    text     TEXT NOT NULL,
    item     INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED,
    -- who raises hands; none: the congress, or whoever votes in the election it is about
    voters   TEXT CHECK (voters IN ('congress', 'plenum')),
    vote     TEXT CHECK (json_valid(vote))
) STRICT;

-- decisions of the congress or its chair (quyết định)
CREATE TABLE decision (
    id      INTEGER PRIMARY KEY CHECK (id > 0),
    matter  TEXT NOT NULL CHECK (matter = 'other' OR json_valid(matter)),
    text    TEXT NOT NULL,
    at      TEXT NOT NULL,
    -- what it was taken for is over: the quorum was reached again
    lapsed  INTEGER CHECK (lapsed IN (0, 1)),
    -- the last round of its election when it was taken
    after   INTEGER REFERENCES round DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- reports heard (báo cáo)
CREATE TABLE report (
    id           INTEGER PRIMARY KEY CHECK (id > 0),
    title        TEXT NOT NULL,
    item         INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED,
    reader       TEXT CHECK (json_valid(reader)),
    gist         TEXT NOT NULL,
    accepted_by  INTEGER REFERENCES motion DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- results and figures that reports state (số liệu)
CREATE TABLE fact (
    id       INTEGER PRIMARY KEY CHECK (id > 0),
    report   INTEGER REFERENCES report DEFERRABLE INITIALLY DEFERRED,
    text     TEXT NOT NULL,
    figures  TEXT NOT NULL CHECK (json_valid(figures))
) STRICT;

-- targets (chỉ tiêu): proposed, amended, adopted
CREATE TABLE target (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    text        TEXT NOT NULL,
    proposed    TEXT NOT NULL,
    amendment   TEXT CHECK (json_valid(amendment)),
    adopted     TEXT,
    adopted_by  INTEGER REFERENCES motion DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- gifts and flowers (tặng hoa, tặng quà)
CREATE TABLE gift (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    what        TEXT NOT NULL,
    -- the guests who gave it
    "by"        TEXT NOT NULL CHECK (json_valid("by")),
    in_name_of  TEXT,
    "to"        TEXT NOT NULL CHECK ("to" IN ('meeting', 'elected')),
    item        INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- discussion groups (tổ thảo luận)
CREATE TABLE discussion_group (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    name       TEXT NOT NULL,
    -- the delegations in it
    units      TEXT NOT NULL CHECK (json_valid(units)),
    head       INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    secretary  INTEGER REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    item       INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED,
    spoke      INTEGER CHECK (spoke >= 0),
    gist       TEXT NOT NULL
) STRICT;

-- classification of the unit and of members by secret ballot on four levels (đánh giá, xếp loại)
CREATE TABLE rating (
    id       INTEGER PRIMARY KEY CHECK (id > 0),
    "of"     TEXT NOT NULL CHECK ("of" = 'unit' OR json_valid("of")),
    item     INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED,
    -- every ballot held: papers and what they chose, with the base
    ballots  TEXT NOT NULL CHECK (json_valid(ballots)),
    -- a level that a source states without votes
    stated   TEXT CHECK (stated IN ('excellent', 'good', 'completed', 'not_completed')),
    -- what is proposed to the superior committee
    upward   TEXT
) STRICT;

-- shares of the members by level, as stated; a share may be known without a count (100 %)
CREATE TABLE share (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    level      TEXT NOT NULL CHECK (level IN ('excellent', 'good', 'completed', 'not_completed')),
    -- that level or a better one
    or_better  INTEGER NOT NULL CHECK (or_better IN (0, 1)),
    -- hundredths of a per cent
    percent    INTEGER CHECK (percent BETWEEN 0 AND 10000),
    number     INTEGER CHECK (number >= 0),
    -- proposed to the superior committee
    upward     INTEGER NOT NULL CHECK (upward IN (0, 1))
) STRICT;

-- --------------------------------------------------------------------------------------------------------------- elections

-- elections of one body or office (cuộc bầu cử)
CREATE TABLE election (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    office      TEXT NOT NULL CHECK (office IN (
                    'committee', 'standing_committee', 'secretary', 'deputy', 'inspection', 'inspection_head', 'delegates',
                    'alternates')),
    -- what the ballot is for; none: it elects
    purpose     TEXT CHECK (purpose = 'elect' OR json_valid(purpose)),
    title       TEXT NOT NULL,
    item        INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED,
    voters      TEXT NOT NULL CHECK (voters IN ('congress', 'plenum')),
    seats       INTEGER CHECK (seats > 0),
    -- how many the body has in all, where fewer are elected now
    size        INTEGER CHECK (size > 0),
    alternates  INTEGER NOT NULL CHECK (alternates >= 0),
    seats_by    INTEGER REFERENCES motion DEFERRABLE INITIALLY DEFERRED,
    list_by     INTEGER REFERENCES motion DEFERRABLE INITIALLY DEFERRED,
    -- the names the outgoing committee prepared; nobody is nominated before the number is voted
    prepared    TEXT NOT NULL CHECK (json_valid(prepared)),
    stated      TEXT CHECK (json_valid(stated))
) STRICT;

-- candidates (danh sách bầu cử)
CREATE TABLE candidate (
    election    INTEGER NOT NULL REFERENCES election DEFERRABLE INITIALLY DEFERRED,
    person      INTEGER NOT NULL REFERENCES person DEFERRABLE INITIALLY DEFERRED,
    source      TEXT NOT NULL CHECK (source IN ('prepared', 'floor', 'own_accord')),
    support     INTEGER CHECK (support >= 0),
    withdrawal  TEXT CHECK (json_valid(withdrawal)),
    -- the opinion ballot that left the name off the list
    left_off    INTEGER REFERENCES round DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (election, person)
) STRICT, WITHOUT ROWID;

-- working bodies (đoàn chủ tịch, thư ký, các ban)
CREATE TABLE body (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    kind        TEXT NOT NULL CHECK (kind IN ('presidium', 'secretariat', 'credentials', 'counting')),
    election    INTEGER REFERENCES election DEFERRABLE INITIALLY DEFERRED,
    members     TEXT NOT NULL CHECK (json_valid(members)),
    elected_by  INTEGER REFERENCES motion DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- rounds of elections (vòng bầu), with frozen list and base
CREATE TABLE round (
    id         INTEGER PRIMARY KEY CHECK (id > 0),
    election   INTEGER NOT NULL REFERENCES election DEFERRABLE INITIALLY DEFERRED,
    number     INTEGER NOT NULL CHECK (number > 0),
    kind       TEXT NOT NULL CHECK (kind IN ('first', 'further', 'tie_revote', 'after_annulment')),
    state      TEXT NOT NULL CHECK (state IN (
                   'opened', 'box_sealed', 'issued', 'collected', 'counting', 'closed', 'confirmed', 'announced',
                   'handed_over', 'annulled', 'revoked')),
    names      TEXT NOT NULL CHECK (json_valid(names)),
    seats      INTEGER NOT NULL CHECK (seats >= 0),
    base       TEXT NOT NULL CHECK (json_valid(base)),
    -- open points frozen with it, the round it follows, how it is keyed
    terms      TEXT NOT NULL CHECK (json_valid(terms)),
    ledger     TEXT NOT NULL CHECK (json_valid(ledger)),
    times      TEXT NOT NULL CHECK (json_valid(times)),
    -- the sums alone, from the moment when the head closed the count
    counts     TEXT CHECK (json_valid(counts)),
    -- to whom the sealed ballots went, and the decision that annulled the result later
    aftermath  TEXT NOT NULL CHECK (json_valid(aftermath))
) STRICT;

-- bundles of ballots (tệp phiếu), as the head handed them out
CREATE TABLE bundle (
    round        INTEGER NOT NULL REFERENCES round DEFERRABLE INITIALLY DEFERRED,
    number       INTEGER NOT NULL CHECK (number BETWEEN 1 AND 65535),
    size         INTEGER NOT NULL CHECK (size > 0),
    state        TEXT NOT NULL CHECK (state IN ('handed_out', 'keyed', 'differs', 'settled')),
    differences  TEXT NOT NULL CHECK (json_valid(differences)),
    read_back    TEXT CHECK (json_valid(read_back)),
    PRIMARY KEY (round, number)
) STRICT, WITHOUT ROWID;

-- one keying of a bundle by one desk (lượt nhập)
CREATE TABLE keying (
    round       INTEGER NOT NULL REFERENCES round DEFERRABLE INITIALLY DEFERRED,
    bundle      INTEGER NOT NULL CHECK (bundle BETWEEN 1 AND 65535),
    number      INTEGER NOT NULL CHECK (number BETWEEN 1 AND 65535),
    by          TEXT NOT NULL CHECK (json_valid(by)),
    state       TEXT NOT NULL CHECK (state IN ('open', 'locked', 'void')),
    keyed       INTEGER NOT NULL CHECK (keyed >= 0),
    claimed_at  TEXT NOT NULL,
    ended_at    TEXT,
    reason      TEXT,
    -- the name of the desk file (tệp bàn) it is keyed in
    away        TEXT,
    PRIMARY KEY (round, bundle, number),
    FOREIGN KEY (round, bundle) REFERENCES bundle DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- ballots as they were keyed from the shaken box (phiếu); nothing here ties a ballot to a person
CREATE TABLE ballot (
    round      INTEGER NOT NULL REFERENCES round DEFERRABLE INITIALLY DEFERRED,
    bundle     INTEGER NOT NULL CHECK (bundle BETWEEN 0 AND 65535),
    keying     INTEGER NOT NULL CHECK (keying BETWEEN 0 AND 65535),
    number     INTEGER NOT NULL CHECK (number > 0),
    times      INTEGER NOT NULL CHECK (times > 0),
    marks      TEXT NOT NULL CHECK (json_valid(marks)),
    defect     TEXT CHECK (defect IN ('not_issued', 'outside_name', 'signed', 'marked')),
    set_aside  INTEGER NOT NULL CHECK (set_aside IN (0, 1)),
    PRIMARY KEY (round, bundle, keying, number)
) STRICT, WITHOUT ROWID;

-- what a third person decided on a single paper (kết luận phiếu), by its place in the keying that counts
CREATE TABLE settlement (
    round    INTEGER NOT NULL REFERENCES round DEFERRABLE INITIALLY DEFERRED,
    bundle   INTEGER NOT NULL CHECK (bundle BETWEEN 1 AND 65535),
    keying   INTEGER NOT NULL CHECK (keying BETWEEN 1 AND 65535),
    place    INTEGER NOT NULL CHECK (place > 0),
    marks    TEXT NOT NULL CHECK (json_valid(marks)),
    defect   TEXT CHECK (defect IN ('not_issued', 'outside_name', 'signed', 'marked')),
    why      TEXT NOT NULL CHECK (why IN ('slip', 'misread', 'doubtful', 'other')),
    note     TEXT NOT NULL,
    by       TEXT NOT NULL CHECK (json_valid(by)),
    at       TEXT NOT NULL,
    PRIMARY KEY (round, bundle, keying, place),
    FOREIGN KEY (round, bundle, keying) REFERENCES keying DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- papers drawn at random and compared with what was keyed (kiểm tra ngẫu nhiên)
CREATE TABLE recheck (
    round   INTEGER NOT NULL REFERENCES round DEFERRABLE INITIALLY DEFERRED,
    number  INTEGER NOT NULL CHECK (number BETWEEN 1 AND 65535),
    -- anybody who has it draws the same papers
    seed    INTEGER NOT NULL CHECK (seed >= 0),
    picks   TEXT NOT NULL CHECK (json_valid(picks)),
    at      TEXT NOT NULL,
    PRIMARY KEY (round, number)
) STRICT, WITHOUT ROWID;

-- the passphrases of the roles, hashed (mật khẩu của vai)
CREATE TABLE passphrase (
    role    TEXT PRIMARY KEY NOT NULL CHECK (role IN ('secretary', 'presidium', 'counter', 'head', 'hall')),
    salt    TEXT NOT NULL,
    -- Argon2id, version 19, one lane; NULL: taken away
    hash    TEXT CHECK (length(hash) = 64),
    memory  INTEGER NOT NULL CHECK (memory >= 0),
    passes  INTEGER NOT NULL CHECK (passes >= 0)
) STRICT, WITHOUT ROWID;

-- what makes this a desk file (tệp bàn): the congress it was made from; no row in the file of a congress
CREATE TABLE desk_file (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    -- the name of the file of the congress, and the last line of its journal with its hash when this file was made
    mother  TEXT NOT NULL CHECK (length(mother) = 32 AND mother NOT GLOB '*[^0-9a-f]*'),
    line    INTEGER NOT NULL CHECK (line > 0),
    hash    TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    -- the desk it was made for
    desk    INTEGER NOT NULL CHECK (desk BETWEEN 0 AND 65535)
) STRICT;

-- a session interrupted and taken up again (tạm dừng, họp tiếp)
CREATE TABLE interruption (
    id       INTEGER PRIMARY KEY CHECK (id > 0),
    session  INTEGER NOT NULL REFERENCES session DEFERRABLE INITIALLY DEFERRED,
    "from"   TEXT NOT NULL,
    reason   TEXT NOT NULL,
    "to"     TEXT,
    note     TEXT
) STRICT;

-- the closing of the record (khóa hồ sơ): one row once it is closed
CREATE TABLE closing (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    at      TEXT NOT NULL,
    reason  TEXT,
    -- what was still open, in words
    open    TEXT NOT NULL CHECK (json_valid(open))
) STRICT;

-- corrections after the closing (đính chính)
CREATE TABLE correction (
    id      INTEGER PRIMARY KEY CHECK (id > 0),
    at      TEXT NOT NULL,
    what    TEXT NOT NULL,
    reason  TEXT NOT NULL
) STRICT;
