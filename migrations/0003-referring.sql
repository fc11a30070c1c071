-- Recording and referring: how cases end, what falls due, the services one can refer to, and when the committee meets.

-- A vault of made-up situations, for trying things out. It and a real one refuse each other's cards and packets.
ALTER TABLE vault ADD COLUMN practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1));

-- Copies of coarse coded fields, to find cases that look alike.
ALTER TABLE cases ADD COLUMN majority TEXT;
ALTER TABLE cases ADD COLUMN age_band TEXT;
ALTER TABLE cases ADD COLUMN gender TEXT;
ALTER TABLE cases ADD COLUMN period_from TEXT;
ALTER TABLE cases ADD COLUMN period_until TEXT;

UPDATE cases SET
  -- What the age band implies, or what is noted where no band is known.
  majority = (SELECT CASE
      WHEN json_extract(body, '$.ageBand') IN ('under_14', 'from_14_to_17') THEN 'minor'
      WHEN json_extract(body, '$.ageBand') <> 'unknown' THEN 'adult'
      ELSE json_extract(body, '$.majority')
    END FROM case_sections WHERE case_n = n AND name = 'profile'),
  age_band = (SELECT json_extract(body, '$.ageBand') FROM case_sections WHERE case_n = n AND name = 'profile'),
  gender = (SELECT json_extract(body, '$.gender') FROM case_sections WHERE case_n = n AND name = 'profile');

CREATE INDEX cases_by_profile ON cases (region, gender, majority);
-- All that the list filters and sorts by but the code: it is found and counted without reading a case.
CREATE INDEX cases_by_filter ON cases (status, region, risk, updated_on);

-- Two cases that somebody looked at side by side and told apart; the lower row number first.
CREATE TABLE case_pairs (
  a_n INTEGER NOT NULL REFERENCES cases (n) ON DELETE CASCADE,
  b_n INTEGER NOT NULL REFERENCES cases (n) ON DELETE CASCADE,
  told_on TEXT NOT NULL,
  PRIMARY KEY (a_n, b_n),
  CHECK (a_n < b_n)
) STRICT, WITHOUT ROWID;

-- Closings, reopenings and archivings, in order.
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

-- Ownership on its way to someone else: from the sealing of the packet until her answer, or until it is called off.
CREATE TABLE handovers (
  case_n INTEGER NOT NULL PRIMARY KEY REFERENCES cases (n) ON DELETE CASCADE,
  packet_id TEXT NOT NULL,
  recipient TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a case was sent for: its consents are asked once more when the file is written. Null: sealed before this was kept.
ALTER TABLE sent_packets ADD COLUMN purpose TEXT;

-- What falls due in a case, copied from its sections and steps whenever it changes.
CREATE TABLE due_dates (
  case_n INTEGER NOT NULL REFERENCES cases (n) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  item_id TEXT NOT NULL,                   -- '' when it is about the case itself
  due_on TEXT NOT NULL,
  term TEXT,
  organisation TEXT NOT NULL,
  PRIMARY KEY (case_n, kind, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_dates_by_day ON due_dates (due_on);
CREATE INDEX due_dates_asked ON due_dates (due_on) WHERE kind = 'step_asked_of_me';

CREATE TABLE directory_entries (
  n INTEGER PRIMARY KEY,                   -- local row number, also that of the search index
  id TEXT NOT NULL UNIQUE,
  sort_name TEXT NOT NULL,                 -- the organisation without accents or case
  sector TEXT,
  checked_on TEXT,
  body TEXT NOT NULL,
  rival TEXT                               -- what was written of it at the same time, until it is settled
) STRICT;
CREATE INDEX directory_entries_by_name ON directory_entries (sort_name, n);

-- One row for each service, region and language of an entry.
CREATE TABLE directory_facets (
  facet TEXT NOT NULL,
  code TEXT NOT NULL,
  entry_n INTEGER NOT NULL REFERENCES directory_entries (n) ON DELETE CASCADE,
  PRIMARY KEY (facet, code, entry_n)
) STRICT, WITHOUT ROWID;
CREATE INDEX directory_facets_by_entry ON directory_facets (entry_n);

CREATE VIRTUAL TABLE directory_search USING fts5 (body, tokenize = "unicode61 remove_diacritics 2");
INSERT INTO directory_search (directory_search, rank) VALUES ('secure-delete', 1);

CREATE TABLE meetings (
  id TEXT NOT NULL PRIMARY KEY,
  held_on TEXT NOT NULL,
  starts_at TEXT,
  place TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meetings_by_day ON meetings (held_on);
