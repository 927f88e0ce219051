-- The search key has a probe of its own: with a wrong one the app started, found nobody by PESEL and let a second person
-- with the same PESEL in. Filled by the next start (scripts/database/keys.ts).
alter table installation add column search_check text;
