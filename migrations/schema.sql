-- What the migrations make together. Written by: node build/schema.ts

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;

CREATE TABLE box_keys (
  box_public BLOB NOT NULL PRIMARY KEY CHECK (length(box_public) = 32),
  box_secret BLOB NOT NULL CHECK (length(box_secret) = 32),
  created_on TEXT NOT NULL
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
) STRICT;

CREATE TABLE drafts (
  case_id TEXT NOT NULL,
  form TEXT NOT NULL,
  item_id TEXT NOT NULL,                   -- '' when the form has one item only
  body TEXT NOT NULL,
  PRIMARY KEY (case_id, form, item_id)
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
) STRICT;

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
) STRICT, WITHOUT ROWID;

CREATE INDEX cases_by_update ON cases (updated_on DESC, n DESC);

CREATE INDEX journal_by_subject ON journal (subject, seq) WHERE subject IS NOT NULL;

CREATE INDEX referral_steps_by_case ON referral_steps (case_n, position);
