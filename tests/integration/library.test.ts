import { beforeAll, beforeEach, expect, it } from 'vitest'
import {
  addLibraryItem,
  attachToLibrary,
  correctLibraryItem,
  listLibrary,
  openLibraryFile,
  readLibraryItem,
  restoreLibraryItem,
  withdrawLibraryItem,
} from '@/lib/library'
import { freeze } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
import { testInstant } from '@/tests/support/day'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeInstitution } from '@/tests/support/world'

useDatabase()

let rops: Actor
let teacher: Actor
let far: Actor

beforeAll(async () => {
  const centre = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  rops = await makeActor(centre, { role: 'rops_koordynator' })
  teacher = await makeActor(await makeInstitution({ kind: 'szkola_podstawowa' }), { role: 'wykonawca' })
  far = await makeActor(await makeInstitution({ seat: '2061011' }), { role: 'lider_gminny' })
})
beforeEach(() => freeze(testInstant))

const fields = {
  kind: 'film',
  title: 'Żeby łatwiej zacząć',
  description: 'Pierwsza rozmowa.',
  link: 'https://rops.example/film',
  transcript: '',
  variantKey: 'I',
  theme: 'family',
  author: 'ROPS',
  datedOn: '1.10.2026',
} as const
const all = { q: '', kind: '', theme: '', variant: '', withdrawn: false } as const
const found = async (actor: Actor, asked: object = {}) =>
  (await listLibrary.execute(actor, { ...all, ...asked })).rows.map((r) => r.title)

it('a thing of the library is found in its voivodeship by words, kind, theme and variant', async () => {
  await addLibraryItem.execute(rops, fields)
  await addLibraryItem.execute(rops, { ...fields, title: 'Dla wszystkich', variantKey: '' })
  expect(await found(teacher, { q: 'LATWIEJ zeby' })).toEqual(['Żeby łatwiej zacząć'])
  expect(await found(teacher, { kind: 'guide' })).toEqual([])
  expect(await found(teacher, { variant: 'III', theme: 'family', kind: 'film' })).toEqual(['Dla wszystkich'])
  expect(await found(far)).toEqual([])
  expect(await refusal(addLibraryItem.execute(teacher, fields))).toBe('forbidden forbidden')
  for (const wrong of [
    { link: '' },
    { link: 'ftp://a.example' },
    { datedOn: '1.12.2026' },
    { variantKey: 'X' },
  ])
    expect(await refusal(addLibraryItem.execute(rops, { ...fields, ...wrong }))).toContain('invalid')
  await addLibraryItem.execute(rops, { ...fields, kind: 'practice', title: 'Słowami', link: '' })
  expect(await found(teacher, { kind: 'practice' })).toEqual(['Słowami'])
})

it('a thing is put right, withdrawn with its reason and brought back by its keepers alone', async () => {
  const { itemId } = await addLibraryItem.execute(rops, { ...fields, title: 'Poradnik' })
  await correctLibraryItem.execute(rops, { ...fields, itemId, version: 1, title: 'Lepszy poradnik' })
  expect(await refusal(correctLibraryItem.execute(rops, { ...fields, itemId, version: 1 }))).toBe(
    'conflict stale',
  )
  await withdrawLibraryItem.execute(rops, { itemId, version: 2, reason: 'Nowa ustawa' })
  expect(await refusal(readLibraryItem.execute(teacher, { itemId }))).toBe('notFound notFound')
  expect(await found(rops, { withdrawn: true })).toEqual(['Lepszy poradnik'])
  expect(await found(teacher, { withdrawn: true })).toEqual([])
  await restoreLibraryItem.execute(rops, { itemId, version: 3 })
  expect((await readLibraryItem.execute(teacher, { itemId })).title).toBe('Lepszy poradnik')
  for (const actor of [teacher, far])
    expect(
      await asActor(actor, (tx) =>
        tx.libraryItem.updateMany({ where: { id: itemId }, data: { title: 'Cudzy' } }),
      ),
    ).toEqual({ count: 0 })
})

const pdf = (words: string) => new File([`%PDF-1.4\n${words}\n%%EOF`], 'poradnik.pdf')

it('a guide may be a file instead of an address; its versions stay, its keepers alone add them', async () => {
  const { itemId } = await addLibraryItem.execute(rops, {
    ...fields,
    kind: 'guide',
    title: 'Plik',
    link: '',
    file: pdf('pierwsza'),
  })
  await attachToLibrary.execute(rops, { itemId, version: 1, file: pdf('druga') })
  const { files } = await readLibraryItem.execute(teacher, { itemId })
  expect(files.map(({ versionNo, title }) => [versionNo, title])).toEqual([
    [2, 'Plik'],
    [1, 'Plik'],
  ])
  const attachmentId = files[0]?.id ?? ''
  const opened = await openLibraryFile.execute(teacher, { itemId, attachmentId })
  expect(opened.bytes.toString()).toBe('%PDF-1.4\ndruga\n%%EOF')
  // with the file there it needs no address; a thing without either is refused
  await correctLibraryItem.execute(rops, { ...fields, itemId, version: 2, kind: 'guide', link: '' })
  expect(
    await refusal(
      addLibraryItem.execute(rops, { ...fields, kind: 'form', link: '', file: new File([], '') }),
    ),
  ).toBe('invalid invalid link')
  const attach = { itemId, version: 3, file: pdf('trzecia') }
  expect(await refusal(attachToLibrary.execute(teacher, attach))).toBe('forbidden forbidden')
  expect(await refusal(openLibraryFile.execute(far, { itemId, attachmentId }))).toBe('notFound notFound')
  // the second lock, without the policy
  expect(await asActor(far, (tx) => tx.attachment.count({ where: { subjectId: itemId } }))).toBe(0)
  await expect(
    asActor(
      teacher,
      (tx) =>
        tx.$executeRaw`insert into attachment (subject_kind, subject_id, slot, version_no, institution_id, title, media_type,
        size_bytes, sha256, body_sealed, recorded_by_id) values ('libraryItem', ${itemId}::uuid, '', 9,
        ${teacher.institutionId}::uuid, 'x', 'application/pdf', 1, 'x', 'x', ${teacher.userId}::uuid)`,
    ),
  ).rejects.toThrow()
  await withdrawLibraryItem.execute(rops, { itemId, version: 3, reason: 'Nowa ustawa' })
  expect(await refusal(openLibraryFile.execute(teacher, { itemId, attachmentId }))).toBe('notFound notFound')
})
