import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNote } from '@/lib/notes'
import { asActor } from '@/lib/platform/db'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { scene, useNotesScene, write } from '@/tests/support/scenes/notes'
import { consent, withdraw } from '@/tests/support/world'

useNotesScene()

const categories = ['EDUKACJA', 'RELACJE', 'ZDROWIE', 'KARNE'] as const
type Category = (typeof categories)[number]
const guarded: readonly Category[] = ['ZDROWIE', 'KARNE']

const worlds = fc.record({
  /** what the mother and the daughter opened to the school */
  mother: fc.subarray([...categories]),
  daughter: fc.subarray([...categories]),
  category: fc.constantFrom(...categories),
  about: fc.constantFrom('mother', 'daughter', 'both', 'family'),
  set: fc.constantFrom(null, 'exists', 'summary', 'full'),
  withdrawn: fc.constantFrom('nothing', 'nothing', 'mother', 'daughter'),
})
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never

/** What the school is shown, written from domain 3.6 and 8.1: consent of everybody concerned, then the author's word. */
const oracle = (w: World): string => {
  const opened = (who: 'mother' | 'daughter') => w[who].includes(w.category) && w.withdrawn !== who
  const concerned =
    w.about === 'mother' || w.about === 'daughter' ? [w.about] : (['mother', 'daughter'] as const)
  if (!concerned.every(opened)) return 'nothing'
  return w.set ?? (guarded.includes(w.category) ? 'summary' : 'full')
}

const byRows = { '000': 'nothing', '100': 'exists', '110': 'summary', '111': 'full' } as const

test('in generated families the school is shown what the oracle says, by both locks', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (w) => {
      const { made, school, coordinator, teacher, mother, daughter } = scene
      await asOwner().query(
        `update consent set status = 'withdrawn', withdrawn_at = now() where case_id = $1 and status = 'granted'
           and id in (select consent_id from consent_scope where institution_id = $2)`,
        [made.caseId, school],
      )
      const given = {
        mother: await consent(made, mother, school, ['PODSTAWOWE', ...w.mother]),
        daughter: await consent(made, daughter, school, ['PODSTAWOWE', ...w.daughter], mother),
      }
      const about = { mother: [mother], daughter: [daughter], both: [mother, daughter], family: [] }[w.about]
      const noteId = await write(coordinator, { category: w.category, personIds: about })
      if (w.set)
        await asOwner().query(
          `insert into note_disclosure (note_id, institution_id, case_id, team_id, level) values ($1, $2, $3, $4, $5)`,
          [noteId, school, made.caseId, made.teamId, w.set],
        )
      if (w.withdrawn !== 'nothing') await withdraw(given[w.withdrawn])
      const rows = await asActor(teacher, async (tx) =>
        [
          await tx.note.count({ where: { id: noteId } }),
          await tx.noteSummary.count({ where: { noteId } }),
          await tx.noteText.count({ where: { noteId } }),
        ].join(''),
      )
      expect(byRows[rows as keyof typeof byRows]).toBe(oracle(w))
      const answer = await refusal(readNote.execute(teacher, { noteId }))
      const told = answer === 'allowed' ? (await readNote.execute(teacher, { noteId })).note.level : answer
      expect(told).toBe(oracle(w) === 'nothing' ? 'notFound notFound' : oracle(w))
    }),
    { numRuns: 60 },
  )
}, 120_000)
