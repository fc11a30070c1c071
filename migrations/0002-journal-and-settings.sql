-- What the vault knows of its own care, and the journal.

CREATE TABLE settings (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL                      -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  seq     INTEGER PRIMARY KEY,             -- from 1, without a gap
  at      INTEGER NOT NULL,                -- milliseconds since 1970, by this computer's clock
  who     TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT,                            -- an id, never a word of a case
  details TEXT NOT NULL,                   -- JSON of ids, codes, counts and field names
  hash    BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX journal_by_subject ON journal (subject, seq) WHERE subject IS NOT NULL;

-- Append-only: a mistake in the program must not be able to rewrite it either.
CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- Heads of the journal that were signed into something which left or was put away.
CREATE TABLE journal_heads (
  seq       INTEGER NOT NULL,
  hash      BLOB NOT NULL CHECK (length(hash) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  held_by   TEXT NOT NULL CHECK (held_by IN ('backup', 'packet')),
  reference TEXT NOT NULL,                 -- name of the backup, id of the packet
  PRIMARY KEY (held_by, reference)
) STRICT, WITHOUT ROWID;

-- The head of the sender's journal, as her packet had it: kept for whoever may have to hold her journal against it.
ALTER TABLE received_packets ADD COLUMN sender_journal_head BLOB;
