import { beforeAll, describe, expect, it } from 'vitest'
import { badRows, prepareImport, readImport, runImport, undoImport } from '@/lib/imports'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { makeActor, makeInstitution } from '@/tests/support/world'

useDatabase()

let keeper: Actor
let stranger: Actor

beforeAll(async () => {
  keeper = await makeActor(await makeInstitution({ kind: 'rops', seat: '18' }), { role: 'rops_koordynator' })
  stranger = await makeActor(await makeInstitution({ kind: 'rops', seat: '06' }), {
    role: 'rops_koordynator',
  })
})

const csv = (lines: readonly string[]): File => new File([lines.join('\r\n')], 'plik.csv')
const prepare = async (kind: 'institutions' | 'people', lines: readonly string[], who = keeper) =>
  (await prepareImport.execute(who, { kind, file: csv(lines) })).batchId

const runAll = async (batchId: string): Promise<number> => {
  for (let steps = 1; ; steps += 1)
    if ((await runImport.execute(keeper, { batchId })).left === 0) return steps
}
const countsOf = async (batchId: string) => (await readImport.execute(keeper, { batchId })).counts
const whyNot = async (batchId: string) =>
  (await badRows.execute(keeper, { batchId })).rows.map(({ no, reasons }) => [
    no,
    ...reasons.map(({ column, key }) => `${column} ${key}`),
  ])

const heads = 'Nazwa;Rodzaj;TERYT siedziby;Gmina;Powiat;REGON;Kod pocztowy'
const nothing = { good: 0, same: 0, bad: 0, done: 0, undone: 0, kept: 0 }

describe('a file of institutions', () => {
  const lines = [
    heads,
    'Szkoła Podstawowa w Dynowie Dolnym;szkoła podstawowa;1816011;;;;36-065',
    'Biblioteka „Pod Lipą”;biblioteka;;Hyżne;rzeszowski;;',
    'Szkoła z błędnym numerem;szkola_podstawowa;1816011;;;123456789;36-065',
    'Szkoła spoza województwa;szkola_podstawowa;0663011;;;;',
    'Coś;nieznany rodzaj;1816011;;;;3606',
    'Szkoła Podstawowa w Dynowie Dolnym;szkoła podstawowa;1816011;;;;36-065',
  ]

  it('adds what can be added, says of the rest why not, and changes nothing the second time', async () => {
    const batchId = await prepare('institutions', lines)
    expect(await countsOf(batchId)).toEqual({ ...nothing, good: 2, bad: 4 })
    expect(await whyNot(batchId)).toEqual([
      [4, 'REGON regon.checksum'],
      [5, 'TERYT siedziby importSeat'],
      [6, 'Rodzaj choose', 'Kod pocztowy postcode.shape'],
      [7, 'Nazwa importRepeats:2'],
    ])
    await runAll(batchId)
    const { rows } = await asOwner().query(
      `select i.name, i.kind_key, i.seat_code, i.postcode, array_agg(a.unit_code) as areas from institution i
         join institution_area a on a.institution_id = i.id
         where i.created_by_id = $1 group by i.id order by i.name`,
      [keeper.userId],
    )
    expect(rows).toEqual([
      {
        name: 'Biblioteka „Pod Lipą”',
        kind_key: 'biblioteka',
        seat_code: '1816072',
        postcode: null,
        areas: ['1816072'],
      },
      {
        name: 'Szkoła Podstawowa w Dynowie Dolnym',
        kind_key: 'szkola_podstawowa',
        seat_code: '1816011',
        postcode: '36-065',
        areas: ['1816011'],
      },
    ])
    const again = await prepare('institutions', lines)
    expect(await countsOf(again)).toEqual({ ...nothing, same: 2, bad: 4 })
  })

  it('is undone but for what somebody used since', async () => {
    const batchId = await prepare('institutions', [
      heads,
      'Klub Seniora A;ngo;1816042;;;;',
      'Przedszkole w Górze;przedszkole;1816042;;;;',
    ])
    await runAll(batchId)
    const { rows } = await asOwner().query<{ id: string }>(
      `select id from institution where name = 'Przedszkole w Górze'`,
    )
    await makeActor(rows[0]?.id ?? '', { role: 'decydent' })
    expect(await undoImport.execute(keeper, { batchId })).toEqual({ batchId, undone: 1, kept: 1 })
    const view = await readImport.execute(keeper, { batchId })
    expect(view.kept.map(({ name }) => name)).toEqual(['Przedszkole w Górze'])
    expect(view.status).toBe('undone')
    await expect(undoImport.execute(keeper, { batchId })).rejects.toMatchObject({ key: 'wrongState' })
  })

  it('is not there for another voivodeship', async () => {
    const batchId = await prepare('institutions', lines)
    for (const useCase of [readImport, badRows, runImport, undoImport])
      await expect(useCase.execute(stranger, { batchId })).rejects.toMatchObject({ code: 'notFound' })
  })

  it.each([
    ['no rows', heads, 'importEmpty'],
    ['no such columns', 'Ulica;Miasto\r\na;b', 'importColumns:Nazwa, Rodzaj'],
    ['not a table', 'PK\u0003\u0004xxxx', 'importBroken'],
    ['another kind of file', '%PDF-\u0000', 'importType'],
  ])('is refused whole: %s', async (_, text, why) => {
    await expect(
      prepareImport.execute(keeper, { kind: 'institutions', file: new File([text], 'a.csv') }),
    ).rejects.toMatchObject({ fields: { file: why } })
  })
})

describe('5,000 institutions with 200 bad rows', () => {
  const many = [
    heads,
    ...Array.from({ length: 5_000 }, (_, i) =>
      i % 25 === 0
        ? `Instytucja ${i};szkola_podstawowa;9999999;;;;`
        : `Stowarzyszenie numer ${i} ${String.fromCharCode(97 + (i % 26)).repeat(12)};ngo;${['1816122', '1816042', '1816052', '1816072', '1816082'][i % 5]};;;;`,
    ),
  ]

  it('brings the good ones in step by step, and none of them twice', async () => {
    const began = performance.now()
    const batchId = await prepare('institutions', many)
    expect(await countsOf(batchId)).toEqual({ ...nothing, good: 4_800, bad: 200 })
    expect(await runAll(batchId)).toBe(10)
    const seconds = (performance.now() - began) / 1000
    console.log(`5,000 rows checked and added in ${seconds.toFixed(1)} s (limit: 60 s)`)
    expect(seconds).toBeLessThan(60)
    expect(await countsOf(batchId)).toEqual({ ...nothing, done: 4_800, bad: 200 })
    expect((await badRows.execute(keeper, { batchId })).rows.length).toBe(200)
    const again = await prepare('institutions', many)
    expect(await countsOf(again)).toEqual({ ...nothing, same: 4_800, bad: 200 })
  }, 120_000)
})

describe('a file of people', () => {
  const columns = 'Imię;Nazwisko;E-mail;Instytucja;Stanowisko;Role'

  it('invites them where they work, and takes back who has not come', async () => {
    await prepare('institutions', [heads, 'Przedszkole w Lubeni;przedszkole;1816102;;;;']).then(runAll)
    const lines = [
      columns,
      'Anna;Wójcik-Żuk;a.wojcik@import.example;Przedszkole w Lubeni;dyrektor;Przedstawiciel instytucji',
      'Jan;Nowy;j.nowy@import.example;Przedszkole w Lubeni;nauczyciel;Wykonawca usługi',
      'Ewa;Bez;zły adres;Nie ma takiej;dyrektor;Przedstawiciel instytucji',
    ]
    const batchId = await prepare('people', lines)
    expect(await whyNot(batchId)).toEqual([
      [3, 'Role importRole:Wykonawca usługi'],
      [4, 'Instytucja importHouse', 'E-mail email'],
    ])
    await runAll(batchId)
    const open = async () =>
      (
        await asOwner().query(
          `select u.given_name, e.ends_on is null as works, i.revoked_at is null as invited from user_account u
             join employment e on e.user_id = u.id join invitation i on i.user_id = u.id
             where u.email = 'a.wojcik@import.example'`,
        )
      ).rows
    expect(await open()).toEqual([{ given_name: 'Anna', works: true, invited: true }])
    expect(await countsOf(await prepare('people', lines))).toEqual({ ...nothing, same: 1, bad: 2 })
    await undoImport.execute(keeper, { batchId })
    expect(await open()).toEqual([{ given_name: 'Anna', works: false, invited: false }])
  })
})
