import { describe, expect, test } from 'vitest'
import { discloseNote, listNotes, readNote, removeNote } from '@/lib/notes'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { scene, useNotesScene, write } from '@/tests/support/scenes/notes'
import { withdraw } from '@/tests/support/world'

useNotesScene()

/** Rows that the database itself gives to this person: note, summary, text. */
const rows = (actor: Actor, noteId: string) =>
  asActor(actor, async (tx) =>
    [
      await tx.note.count({ where: { id: noteId } }),
      await tx.noteSummary.count({ where: { noteId } }),
      await tx.noteText.count({ where: { noteId } }),
    ].join(''),
  )

/** What the use case tells: level, summary, text. */
const told = async (actor: Actor, noteId: string): Promise<string> => {
  const answer = await refusal(readNote.execute(actor, { noteId }))
  if (answer !== 'allowed') return answer
  const { note } = await readNote.execute(actor, { noteId })
  return [note.level, note.summary ? 'S' : '-', note.body ? 'T' : '-'].join(' ')
}

const level = async (noteId: string, institutionId: string, to: 'exists' | 'summary' | 'full' | null) =>
  refusal(
    discloseNote.execute(scene.coordinator, { noteId, levels: [{ institutionId, level: to as string }] }),
  )

describe('what another institution is shown of a note', () => {
  /** [category, what the author set, does the family open it to the school, rows, what is told] */
  const table = [
    ['EDUKACJA', null, true, '111', 'full S T'],
    ['EDUKACJA', 'exists', true, '100', 'exists - -'],
    ['EDUKACJA', 'summary', true, '110', 'summary S -'],
    ['EDUKACJA', 'full', true, '111', 'full S T'],
    ['ZDROWIE', null, true, '110', 'summary S -'],
    ['ZDROWIE', 'exists', true, '100', 'exists - -'],
    ['ZDROWIE', 'summary', true, '110', 'summary S -'],
    ['ZDROWIE', 'full', true, '111', 'full S T'],
    ['BYT', null, false, '000', 'notFound notFound'],
    ['KARNE', null, false, '000', 'notFound notFound'],
  ] as const
  test.each(table)('%s, set to %s, consent: %s → %s', async (category, set, _consent, counts, words) => {
    const noteId = await write(scene.coordinator, { category })
    if (set) expect(await level(noteId, scene.school, set)).toBe('allowed')
    expect(await rows(scene.teacher, noteId)).toBe(counts)
    expect(await told(scene.teacher, noteId)).toBe(words)
  })

  test.each(['exists', 'summary', 'full'] as const)(
    'is never more than the family opened: %s is refused by both locks',
    async (to) => {
      const noteId = await write(scene.coordinator, { category: 'BYT' })
      expect(await level(noteId, scene.school, to)).toBe('invalid invalid levels.0.level')
      const { caseId, teamId } = scene.made
      await expect(
        asActor(scene.coordinator, (tx) =>
          tx.noteDisclosure.createMany({
            data: [{ noteId, institutionId: scene.school, caseId, teamId, level: to }],
          }),
        ),
      ).rejects.toThrow()
      expect(await rows(scene.teacher, noteId)).toBe('000')
    },
  )

  test('a level that stands above the consent by force opens nothing', async () => {
    const noteId = await write(scene.coordinator, { category: 'BYT' })
    await asOwner().query(
      `insert into note_disclosure (note_id, institution_id, case_id, team_id, level) values ($1, $2, $3, $4, 'full')`,
      [noteId, scene.school, scene.made.caseId, scene.made.teamId],
    )
    expect(await rows(scene.teacher, noteId)).toBe('000')
    expect(await told(scene.teacher, noteId)).toBe('notFound notFound')
  })

  test('a withdrawn consent closes all of it at once, also to its author', async () => {
    const theirs = await write(scene.coordinator, { category: 'EDUKACJA' })
    const own = await write(scene.teacher, { category: 'EDUKACJA' })
    expect([await rows(scene.teacher, theirs), await rows(scene.teacher, own)]).toEqual(['111', '111'])
    for (const id of scene.schoolConsents) await withdraw(id)
    expect([await rows(scene.teacher, theirs), await rows(scene.teacher, own)]).toEqual(['000', '000'])
    expect(await refusal(listNotes.execute(scene.teacher, { caseId: scene.made.caseId, cursor: '' }))).toBe(
      'notFound notFound',
    )
    expect(await rows(scene.coordinator, own)).toBe('111')
  })

  test('about one person asks for the consent of that person alone, about two of both', async () => {
    await withdraw(scene.schoolConsents[0] ?? '')
    const about = (...personIds: string[]) => write(scene.coordinator, { category: 'EDUKACJA', personIds })
    const notes = [
      await about(scene.daughter),
      await about(scene.mother),
      await about(scene.mother, scene.daughter),
      await about(),
    ]
    expect(await Promise.all(notes.map((id) => rows(scene.teacher, id)))).toEqual([
      '111',
      '000',
      '000',
      '000',
    ])
  })
})

describe('who reads a note by the role (domain 3.6)', () => {
  const counts = async (noteId: string) => {
    const by = {
      coordinator: scene.coordinator,
      assistant: scene.assistant,
      leader: scene.leader,
      teacher: scene.teacher,
      director: scene.director,
      provider: scene.provider,
      stranger: scene.stranger,
    }
    const found: Record<string, string> = {}
    for (const [name, actor] of Object.entries(by)) found[name] = await rows(actor, noteId)
    return found
  }

  test('of an ordinary category: the owner’s people, and whom the family opened it to', async () => {
    expect(await counts(await write(scene.coordinator, { category: 'EDUKACJA' }))).toEqual({
      coordinator: '111',
      assistant: '111',
      leader: '111',
      teacher: '111',
      director: '000',
      provider: '000',
      stranger: '000',
    })
  })

  test('of a guarded category: of the owner’s people the family’s coordinator alone without consent', async () => {
    expect(await counts(await write(scene.coordinator, { category: 'ZDROWIE' }))).toEqual({
      coordinator: '111',
      assistant: '000',
      leader: '000',
      teacher: '110',
      director: '000',
      provider: '000',
      stranger: '000',
    })
  })

  test('what its author withdrew is to all others only that it was', async () => {
    const noteId = await write(scene.teacher, { category: 'EDUKACJA' })
    await removeNote.execute(scene.teacher, { noteId, version: 1 })
    expect(await counts(noteId)).toEqual({
      coordinator: '100',
      assistant: '100',
      leader: '100',
      teacher: '111',
      director: '000',
      provider: '000',
      stranger: '000',
    })
  })
})

describe('who writes past the use case', () => {
  const forge = (actor: Actor, more: Record<string, unknown> = {}) =>
    asActor(actor, (tx) =>
      tx.note.createMany({
        data: [
          {
            id: crypto.randomUUID(),
            caseId: scene.made.caseId,
            teamId: scene.made.teamId,
            ownerInstitutionId: scene.ops,
            category: 'EDUKACJA',
            kind: 'note',
            heldOn: new Date('2026-11-20'),
            authorId: actor.userId,
            authorInstitutionId: actor.institutionId,
            ...more,
          },
        ],
      }),
    ).then(
      () => 'written',
      () => 'refused',
    )

  test('readers, strangers and providers write nothing', async () => {
    const by = [scene.coordinator, scene.assistant, scene.teacher, scene.leader, scene.director]
    const outcomes = []
    for (const actor of [...by, scene.provider, scene.stranger]) outcomes.push(await forge(actor))
    expect(outcomes).toEqual(['written', 'written', 'written', 'refused', 'refused', 'refused', 'refused'])
  })

  test('nobody writes in another name, under a closed category, or about a person of another family', async () => {
    expect(await forge(scene.teacher, { authorId: scene.coordinator.userId })).toBe('refused')
    expect(await forge(scene.teacher, { authorInstitutionId: scene.ops })).toBe('refused')
    expect(await forge(scene.teacher, { category: 'BYT' })).toBe('refused')
    expect(await forge(scene.teacher, { ownerInstitutionId: scene.school })).toBe('refused')
    expect(await forge(scene.coordinator, { personIds: [crypto.randomUUID()] })).toBe('refused')
  })

  test('a profession bound to secrecy stores no free word, also past the form', async () => {
    const noteId = await write(scene.psychologist, {
      category: 'ZDROWIE',
      body: undefined,
      summary: undefined,
      participation: 'attended',
      recommendation: 'continue',
    })
    const { caseId, teamId } = scene.made
    await expect(
      asActor(scene.psychologist, (tx) =>
        tx.noteText.createMany({ data: [{ noteId, caseId, teamId, body: 'treść' }] }),
      ),
    ).rejects.toThrow()
    await expect(
      asActor(scene.psychologist, (tx) =>
        tx.noteSummary.updateMany({ where: { noteId }, data: { summary: 'treść' } }),
      ),
    ).rejects.toThrow()
  })

  test('nobody rewrites a colleague’s note or sets its levels', async () => {
    const noteId = await write(scene.teacher, { category: 'EDUKACJA' })
    const changed = await asActor(scene.coordinator, (tx) =>
      tx.note.updateMany({ where: { id: noteId }, data: { kind: 'phone' } }),
    )
    expect(changed.count).toBe(0)
    expect(await level(noteId, scene.pcpr, 'exists')).toBe('forbidden forbidden')
  })

  test('about whom and under which category a note is stays as it was', async () => {
    const noteId = await write(scene.coordinator, { category: 'ZDROWIE' })
    for (const data of [{ category: 'EDUKACJA' as const }, { personIds: [scene.daughter] }])
      await expect(
        asActor(scene.coordinator, (tx) => tx.note.updateMany({ where: { id: noteId }, data })),
      ).rejects.toThrow()
  })

  test('a draft is read by its author alone', async () => {
    const { caseId, teamId } = scene.made
    const mine = { caseId, teamId, authorId: scene.coordinator.userId, institutionId: scene.ops }
    await asActor(scene.coordinator, (tx) => tx.noteDraft.createMany({ data: [{ ...mine, fields: {} }] }))
    const seen = (actor: Actor) => asActor(actor, (tx) => tx.noteDraft.count({ where: { caseId } }))
    const counts = []
    for (const actor of [scene.coordinator, scene.assistant, scene.leader, scene.teacher])
      counts.push(await seen(actor))
    expect(counts).toEqual([1, 0, 0, 0])
  })
})
