import { describe, expect, test } from 'vitest'
import { removeMember } from '@/lib/families'
import { composeNote, correctNote, discloseNote, listNotes, readNote, removeNote } from '@/lib/notes'
import * as people from '@/lib/people'
import type { Actor } from '@/lib/policy/actor'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import { rowsOfNote, scene, useNotesScene, write } from '@/tests/support/scenes/notes'
import { consent, makeActor, makePerson } from '@/tests/support/world'

useNotesScene()

const compose = (actor: Actor) => composeNote.execute(actor, { caseId: scene.made.caseId })
const list = (actor: Actor, cursor = '') => listNotes.execute(actor, { caseId: scene.made.caseId, cursor })
const fixed = {
  kind: 'phone',
  heldOn: '21.11.2026',
  nextOn: '',
  body: 'Poprawiona treść.',
  summary: 'Poprawione streszczenie.',
  participation: '',
  recommendation: '',
} as const

describe('a note or a contact', () => {
  test('is kept with its kind, day, persons, category, words and the next contact', async () => {
    const noteId = await write(scene.coordinator, {
      personIds: [scene.daughter],
      nextOn: '27.11.2026',
    })
    const { note, may, versions } = await readNote.execute(scene.coordinator, { noteId })
    expect(note).toMatchObject({
      kind: 'visit',
      heldOn: '2026-11-20',
      category: 'EDUKACJA',
      persons: ['Zofia Próbna'],
      institution: 'GOPS Próbny',
      level: 'full',
      summary: 'Obecna w szkole.',
      body: 'Zosia chodzi do szkoły.',
      nextOn: '2026-11-27',
      corrected: false,
      own: true,
    })
    expect([may, versions]).toEqual([{ correct: true, disclose: true, remove: true }, []])
  })

  test('sent twice it is there once', async () => {
    const noteId = crypto.randomUUID()
    await write(scene.coordinator, { noteId })
    await write(scene.coordinator, { noteId, body: 'jeszcze raz' })
    expect((await list(scene.coordinator)).notes.map((n) => n.body)).toEqual(['Zosia chodzi do szkoły.'])
  })

  test('needs words unless nobody was met, a day that was, and a next one after it', async () => {
    expect(await refusal(write(scene.coordinator, { body: '' }))).toBe('invalid invalid body')
    expect(await refusal(write(scene.coordinator, { kind: 'attempt', body: '', summary: '' }))).toBe(
      'allowed',
    )
    expect(await refusal(write(scene.coordinator, { heldOn: '30.11.2026' }))).toBe('invalid invalid heldOn')
    expect(await refusal(write(scene.coordinator, { nextOn: '20.11.2026' }))).toBe('invalid invalid nextOn')
  })

  test('is written under a category that the writer may read about all its persons', async () => {
    expect(await refusal(write(scene.teacher, { category: 'BYT' }))).toBe('invalid invalid category')
    expect(await refusal(write(scene.teacher, { category: 'EDUKACJA' }))).toBe('allowed')
    expect(await refusal(write(scene.coordinator, { personIds: [crypto.randomUUID()] }))).toBe(
      'invalid invalid personIds',
    )
  })

  test('is written by who works with the family, while the work goes on', async () => {
    expect(await refusal(write(scene.leader))).toBe('forbidden forbidden')
    expect(await refusal(write(scene.director))).toBe('forbidden forbidden')
    expect(await refusal(write(scene.provider))).toBe('notFound notFound')
    expect(await refusal(write(scene.stranger))).toBe('notFound notFound')
    await asOwner().query(`update family_case set status = 'closed' where id = $1`, [scene.made.caseId])
    expect(await refusal(write(scene.coordinator))).toBe('conflict wrongState')
    expect((await compose(scene.coordinator)).open).toBe(false)
  })

  test('goes with the words of a case that ended without consent, and with files that are destroyed', async () => {
    for (const [status, reason] of [
      ['closed', 'brak_zgody'],
      ['erased', null],
    ]) {
      const { caseId } = scene.made
      await asOwner().query(`update family_case set status = 'inProgress' where id = $1`, [caseId])
      const noteId = await write(scene.coordinator)
      await correctNote.execute(scene.coordinator, { noteId, version: 1, ...fixed })
      await asOwner().query(`update family_case set status = $2, closing_reason_key = $3 where id = $1`, [
        caseId,
        status,
        reason,
      ])
      expect(await rowsOfNote(noteId)).toEqual({
        note: 0,
        note_summary: 0,
        note_next: 0,
        note_text: 0,
        note_version: 0,
        note_disclosure: 0,
      })
    }
  })
})

test('whom a note names leaves the case with a date, and is not removed as a mistake', async () => {
  const { caseId } = scene.made
  const aunt = await makePerson(scene.made, { givenName: 'Ewa', takesPart: false })
  await write(scene.coordinator, { personIds: [aunt] })
  const remove = () => removeMember.execute(scene.coordinator, { caseId, personId: aunt })
  expect(await refusal(remove())).toBe('conflict memberHasStory')
})

describe('a correction', () => {
  test('keeps the earlier words as a version, for who reads the whole', async () => {
    const noteId = await write(scene.coordinator)
    await discloseNote.execute(scene.coordinator, {
      noteId,
      levels: [{ institutionId: scene.school, level: 'summary' }],
    })
    await correctNote.execute(scene.coordinator, { noteId, version: 1, ...fixed })
    const page = await readNote.execute(scene.coordinator, { noteId })
    expect(page.note).toMatchObject({ kind: 'phone', body: 'Poprawiona treść.', corrected: true, version: 2 })
    expect(page.versions.map(({ no, kind, body, summary }) => [no, kind, body, summary])).toEqual([
      [1, 'visit', 'Zosia chodzi do szkoły.', 'Obecna w szkole.'],
    ])
    const theirs = await readNote.execute(scene.teacher, { noteId })
    expect([theirs.note.summary, theirs.note.body, theirs.versions, theirs.disclosures]).toEqual([
      'Poprawione streszczenie.',
      null,
      [],
      null,
    ])
  })

  test('belongs to the author, and never overwrites what was saved meanwhile', async () => {
    const noteId = await write(scene.teacher)
    const change = { noteId, version: 1, ...fixed }
    expect(await refusal(correctNote.execute(scene.coordinator, change))).toBe('forbidden forbidden')
    expect(await refusal(correctNote.execute(scene.teacher, change))).toBe('allowed')
    expect(await refusal(correctNote.execute(scene.teacher, change))).toBe('conflict stale')
    await removeNote.execute(scene.teacher, { noteId, version: 2 })
    expect(await refusal(correctNote.execute(scene.teacher, { ...change, version: 3 }))).toBe(
      'conflict wrongState',
    )
  })
})

describe('who is shown how much', () => {
  test('is told to the author and to the family’s coordinator, institution by institution', async () => {
    const noteId = await write(scene.coordinator, {
      category: 'ZDROWIE',
      levels: [{ institutionId: scene.school, level: 'exists' }],
    })
    const { disclosures } = await readNote.execute(scene.coordinator, { noteId })
    expect(disclosures?.map((d) => [d.name, d.granted, d.set, d.shown])).toEqual([
      ['CZP Próbne', true, null, 'summary'],
      ['PCPR Próbne', false, null, null],
      ['Szkoła Próbna', true, 'exists', 'exists'],
    ])
  })

  test('is told to the coordinator of the team too, and to nobody else', async () => {
    const noteId = await write(scene.teacher, { levels: [{ institutionId: scene.clinic, level: '' }] })
    const { teamId } = scene.made
    await consent(scene.made, scene.mother, scene.pcpr, ['PODSTAWOWE', 'EDUKACJA'])
    await consent(scene.made, scene.daughter, scene.pcpr, ['PODSTAWOWE', 'EDUKACJA'], scene.mother)
    await discloseNote.execute(scene.teacher, {
      noteId,
      levels: [{ institutionId: scene.pcpr, level: 'exists' }],
    })
    const ofTeam = await makeActor(scene.ops, { role: 'koordynator_zespolu', teamId })
    const told = async (actor: Actor) =>
      (await readNote.execute(actor, { noteId })).disclosures?.map((d) => [d.name, d.shown]) ?? null
    expect(await told(ofTeam)).toEqual([
      ['CZP Próbne', null],
      ['PCPR Próbne', 'exists'],
    ])
    expect(await told(scene.coordinator)).toEqual(await told(ofTeam))
    expect(await told(scene.leader)).toBe(null)
    expect(await told(scene.director)).toBe(null)
    expect((await readNote.execute(scene.director, { noteId })).note.body).toBe(null)
  })

  test('goes back to what follows from the consent', async () => {
    const noteId = await write(scene.coordinator, {
      levels: [{ institutionId: scene.school, level: 'exists' }],
    })
    const shown = async () => (await readNote.execute(scene.teacher, { noteId })).note.level
    expect(await shown()).toBe('exists')
    await discloseNote.execute(scene.coordinator, {
      noteId,
      levels: [{ institutionId: scene.school, level: '' }],
    })
    expect(await shown()).toBe('full')
  })
})

describe('a profession bound to secrecy', () => {
  const codes = {
    category: 'ZDROWIE',
    body: '',
    summary: '',
    participation: 'partly',
    recommendation: 'moreOften',
  } as const

  test('writes participation and recommendation, and no word', async () => {
    expect((await compose(scene.psychologist)).secret).toBe(true)
    expect(await refusal(write(scene.psychologist, { ...codes, body: 'treść' }))).toBe('invalid invalid body')
    expect(await refusal(write(scene.psychologist, { ...codes, summary: 'treść' }))).toBe(
      'invalid invalid summary',
    )
    expect(await refusal(write(scene.psychologist, { ...codes, participation: '' }))).toBe(
      'invalid invalid participation',
    )
    const noteId = await write(scene.psychologist, codes)
    expect((await readNote.execute(scene.teacher, { noteId })).note).toMatchObject({
      level: 'summary',
      participation: 'partly',
      recommendation: 'moreOften',
      body: null,
    })
  })

  test('is known by the mark that the head sets on the employment', async () => {
    const head = await makeActor(scene.school, { role: 'admin_lokalny' })
    const { userId, institutionId } = scene.teacher
    const person = await people.readPerson.execute(head, { institutionId, userId })
    expect((await compose(scene.teacher)).secret).toBe(false)
    await people.mendPerson.execute(head, {
      institutionId,
      userId,
      version: person.version,
      givenName: person.givenName,
      familyName: 'Nowak',
      email: '',
      jobTitle: 'psycholog szkolny',
      address: 'pani',
      phone: '',
      secrecy: 'yes',
    })
    expect((await compose(scene.teacher)).secret).toBe(true)
    expect(await refusal(write(scene.teacher))).toBe('invalid invalid body')
  })
})
