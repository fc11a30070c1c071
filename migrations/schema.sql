-- What the migrations make together. Written by: node build/schema.ts

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TABLE box_keys (
  box_public BLOB NOT NULL PRIMARY KEY CHECK (length(box_public) = 32),
  box_secret BLOB NOT NULL CHECK (length(box_secret) = 32),
  created_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE case_pairs (
  a_n INTEGER NOT NULL REFERENCES cases (n) ON DELETE CASCADE,
  b_n INTEGER NOT NULL REFERENCES cases (n) ON DELETE CASCADE,
  told_on TEXT NOT NULL,
  PRIMARY KEY (a_n, b_n),
  CHECK (a_n < b_n)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE case_search USING fts5 (code, body, tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE case_sections (
  case_n INTEGER NOT NULL REFERENCES cases (n) ON DELETE CASCADE,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  author TEXT NOT NULL,
  saved_on TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (case_n, name, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_turns (
  case_n INTEGER NOT NULL REFERENCES cases (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  status TEXT NOT NULL,
  turned_on TEXT NOT NULL,
  reasons TEXT NOT NULL,                   -- JSON
  checklist TEXT NOT NULL,                 -- JSON
  note TEXT NOT NULL,
  PRIMARY KEY (case_n, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
  n INTEGER PRIMARY KEY,                   -- local row number, also that of the search index; never leaves the vault
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  owner TEXT NOT NULL,
  created_on TEXT NOT NULL,
  updated_on TEXT NOT NULL,
  region TEXT,                             -- copies of two coded fields, for the list
  risk TEXT
, majority TEXT, age_band TEXT, gender TEXT, period_from TEXT, period_until TEXT) STRICT;

CREATE TABLE directory_entries (
  n INTEGER PRIMARY KEY,                   -- local row number, also that of the search index
  id TEXT NOT NULL UNIQUE,
  sort_name TEXT NOT NULL,                 -- the organisation without accents or case
  sector TEXT,
  checked_on TEXT,
  body TEXT NOT NULL,
  rival TEXT                               -- what was written of it at the same time, until it is settled
) STRICT;

CREATE TABLE directory_facets (
  facet TEXT NOT NULL,
  code TEXT NOT NULL,
  entry_n INTEGER NOT NULL REFERENCES directory_entries (n) ON DELETE CASCADE,
  PRIMARY KEY (facet, code, entry_n)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE directory_search USING fts5 (body, tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE drafts (
  case_id TEXT NOT NULL,
  form TEXT NOT NULL,
  item_id TEXT NOT NULL,                   -- '' when the form has one item only
  body TEXT NOT NULL,
  PRIMARY KEY (case_id, form, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE due_dates (
  case_n INTEGER NOT NULL REFERENCES cases (n) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  item_id TEXT NOT NULL,                   -- '' when it is about the case itself
  due_on TEXT NOT NULL,
  term TEXT,
  organisation TEXT NOT NULL,
  PRIMARY KEY (case_n, kind, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE handovers (
  case_n INTEGER NOT NULL PRIMARY KEY REFERENCES cases (n) ON DELETE CASCADE,
  packet_id TEXT NOT NULL,
  recipient TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE identity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  fingerprint TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  sector TEXT NOT NULL,
  sign_public BLOB NOT NULL CHECK (length(sign_public) = 32),
  sign_secret BLOB NOT NULL CHECK (length(sign_secret) = 64),
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
  seq     INTEGER PRIMARY KEY,             -- from 1, without a gap
  at      INTEGER NOT NULL,                -- milliseconds since 1970, by this computer's clock
  who     TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT,                            -- an id, never a word of a case
  details TEXT NOT NULL,                   -- JSON of ids, codes, counts and field names
  hash    BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE journal_heads (
  seq       INTEGER NOT NULL,
  hash      BLOB NOT NULL CHECK (length(hash) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  held_by   TEXT NOT NULL CHECK (held_by IN ('backup', 'packet')),
  reference TEXT NOT NULL,                 -- name of the backup, id of the packet
  PRIMARY KEY (held_by, reference)
) STRICT, WITHOUT ROWID;

CREATE TABLE meetings (
  id TEXT NOT NULL PRIMARY KEY,
  held_on TEXT NOT NULL,
  starts_at TEXT,
  place TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
  fingerprint TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  sector TEXT NOT NULL,
  sign_public BLOB NOT NULL CHECK (length(sign_public) = 32),
  box_public BLOB NOT NULL CHECK (length(box_public) = 32),
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  trust TEXT NOT NULL CHECK (trust IN ('unverified', 'verified')),
  verified_on TEXT,
  added_on TEXT NOT NULL,
  packets_sent INTEGER NOT NULL DEFAULT 0  -- per-recipient sequence, so that a missing packet shows
) STRICT, WITHOUT ROWID;

CREATE TABLE received_packets (
  sender TEXT NOT NULL,
  packet_id TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  kind TEXT NOT NULL,
  sender_name TEXT NOT NULL,
  sender_organisation TEXT NOT NULL,
  case_id TEXT,
  case_code TEXT,
  outcome TEXT NOT NULL,
  reason TEXT,
  settled_on TEXT NOT NULL,
  answer_packet_id TEXT, sender_journal_head BLOB,
  PRIMARY KEY (sender, packet_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE referral_steps (
  id TEXT NOT NULL PRIMARY KEY,
  case_n INTEGER NOT NULL REFERENCES cases (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  state TEXT NOT NULL,                     -- copy of the last move, for counting
  author TEXT NOT NULL,
  version TEXT NOT NULL,
  details TEXT NOT NULL,
  moves TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sent_packets (
  packet_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  case_id TEXT,
  case_code TEXT,
  sections TEXT NOT NULL,
  step_ids TEXT NOT NULL,
  created_on TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  saved_on TEXT,
  file_name TEXT NOT NULL,
  file BLOB NOT NULL                       -- ciphertext, kept so that it can be saved again
, purpose TEXT) STRICT;

CREATE TABLE sent_recipients (
  packet_id TEXT NOT NULL REFERENCES sent_packets (packet_id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  outcome TEXT,
  reason TEXT,
  answered_on TEXT,
  PRIMARY KEY (packet_id, fingerprint)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL                      -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE vault (
  id TEXT NOT NULL PRIMARY KEY            -- the same id as in the key file, so that the two cannot be mixed up
, practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1))) STRICT, WITHOUT ROWID;

CREATE INDEX cases_by_filter ON cases (status, region, risk, updated_on);

CREATE INDEX cases_by_profile ON cases (region, gender, majority);

CREATE INDEX cases_by_update ON cases (updated_on DESC, n DESC);

CREATE INDEX directory_entries_by_name ON directory_entries (sort_name, n);

CREATE INDEX directory_facets_by_entry ON directory_facets (entry_n);

CREATE INDEX due_dates_asked ON due_dates (due_on) WHERE kind = 'step_asked_of_me';

CREATE INDEX due_dates_by_day ON due_dates (due_on);

CREATE INDEX journal_by_subject ON journal (subject, seq) WHERE subject IS NOT NULL;

CREATE INDEX meetings_by_day ON meetings (held_on);

CREATE INDEX referral_steps_by_case ON referral_steps (case_n, position);
