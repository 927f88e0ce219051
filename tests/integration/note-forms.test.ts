import { describe, expect, test } from 'vitest'
import { composeNote, dropNoteDraft, listNotes, saveNoteDraft } from '@/lib/notes'
import type { Actor } from '@/lib/policy/actor'
import { scene, useNotesScene, write } from '@/tests/support/scenes/notes'

useNotesScene()

const compose = (actor: Actor) => composeNote.execute(actor, { caseId: scene.made.caseId })
const list = (actor: Actor, cursor = '') => listNotes.execute(actor, { caseId: scene.made.caseId, cursor })

describe('what is being written', () => {
  const keep = (actor: Actor, fields: Record<string, string>) =>
    saveNoteDraft.execute(actor, { caseId: scene.made.caseId, fields })

  test('is kept for its author as typed, one draft a case, until it is sent or thrown away', async () => {
    await keep(scene.coordinator, { body: 'Zaczę', heldOn: 'wczo' })
    await keep(scene.coordinator, { body: 'Zaczęłam', heldOn: 'wczoraj' })
    expect((await compose(scene.coordinator)).draft?.fields).toEqual({ body: 'Zaczęłam', heldOn: 'wczoraj' })
    expect((await compose(scene.assistant)).draft).toBe(null)
    expect((await list(scene.assistant)).notes).toEqual([])
    await write(scene.coordinator)
    expect((await compose(scene.coordinator)).draft).toBe(null)
    await keep(scene.coordinator, { body: 'Znowu' })
    await dropNoteDraft.execute(scene.coordinator, { caseId: scene.made.caseId })
    expect((await compose(scene.coordinator)).draft).toBe(null)
  })

  test('holds no free word of a profession bound to secrecy', async () => {
    await keep(scene.psychologist, { body: 'treść', summary: 'treść', kind: 'talk' })
    expect((await compose(scene.psychologist)).draft?.fields).toEqual({ kind: 'talk' })
  })
})

describe('the form', () => {
  test('offers the persons, the categories that the writer may use, and whom to show it to', async () => {
    const page = await compose(scene.teacher)
    expect(page.people.map((p) => p.name)).toEqual(['Maria Próbna', 'Zofia Próbna'])
    expect(page.categories.map((c) => c.value)).toEqual(['PODSTAWOWE', 'EDUKACJA', 'ZDROWIE'])
    expect(page.suggested).toBe('EDUKACJA')
    expect(page.recipients.map((r) => r.name)).toEqual(['CZP Próbne', 'PCPR Próbne'])
  })

  test('proposes the category that its writer used last', async () => {
    await write(scene.coordinator, { category: 'BYT' })
    expect((await compose(scene.coordinator)).suggested).toBe('BYT')
  })
})

describe('the list', () => {
  test('turns its pages by day, newest first, and repeats nothing', async () => {
    for (let n = 1; n <= 24; n += 1)
      await write(scene.coordinator, { heldOn: `${1 + (n % 12)}.11.2026`, body: `wpis ${n}` })
    const first = await list(scene.coordinator)
    const second = await list(scene.coordinator, first.next ?? '')
    expect([first.notes.length, second.notes.length, second.next]).toEqual([20, 4, null])
    expect(first.notes[0]?.heldOn).toBe('2026-11-12')
    const all = [...first.notes, ...second.notes]
    expect(new Set(all.map((n) => n.body)).size).toBe(24)
    expect(all.map((n) => n.heldOn)).toEqual(
      all
        .map((n) => n.heldOn)
        .toSorted()
        .reverse(),
    )
    const back = await list(scene.coordinator, second.previous ?? '')
    expect(back.notes.map((n) => n.id)).toEqual(first.notes.map((n) => n.id))
  })
})
