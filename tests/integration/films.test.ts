import { beforeAll, beforeEach, expect, it } from 'vitest'
import { keepFilm } from '@/lib/attachments'
import {
  addLibraryItem,
  attachFilm,
  openFilm,
  readFilmPlace,
  readLibraryItem,
  withdrawLibraryItem,
} from '@/lib/library'
import { freeze } from '@/lib/platform/clock'
import { parseKeyRing } from '@/lib/platform/crypto'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { filmResponse } from '@/lib/web/film-response'
import { resealAll, withNewKey } from '@/scripts/database/rotate'
import { asOwner, useDatabase } from '@/tests/support/database'
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
beforeEach(async () => {
  freeze(testInstant)
  await asOwner().query(
    'delete from attachment_piece p where not exists (select from attachment a where a.id = p.attachment_id)',
  )
})

const fields = {
  kind: 'film',
  title: 'Pierwsza rozmowa',
  description: 'Film szkoleniowy.',
  link: '',
  transcript: 'Prowadząca wita wszystkich przy stole.',
  variantKey: 'I',
  theme: 'family',
  author: 'ROPS',
  datedOn: '1.10.2026',
} as const

const box = (type: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}
/** An MP4 by its boxes; each four bytes of what it shows say where they are. */
const film = (size: number): Buffer => {
  const shown = Buffer.alloc(size)
  for (let at = 0; at + 4 <= size; at += 4) shown.writeUInt32BE(at, at)
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0')),
    box('moov', Buffer.alloc(40)),
    box('mdat', shown),
  ])
}
async function* sent(bytes: Buffer, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const made = async (bytes: Buffer): Promise<{ itemId: string; attachmentId: string }> => {
  const { itemId } = await addLibraryItem.execute(rops, fields)
  return attachFilm.execute(rops, { itemId, version: 1, film: await keepFilm(rops, sent(bytes)) })
}
const watch = async (actor: Actor, at: { itemId: string; attachmentId: string }, range?: string) => {
  const request = new Request('http://localhost/film', { headers: range ? { range } : {} })
  return filmResponse(request, actor, await openFilm(actor, at))
}
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
const pieces = async (): Promise<number> =>
  (
    await asOwner().query(
      'select 1 from attachment_piece p where not exists (select from attachment a where a.id = p.attachment_id)',
    )
  ).rowCount ?? 0

it('a film of eleven megabytes comes back whole and in ranges, sealed in between, seen once it is there', async () => {
  const bytes = film(11 * 1024 * 1024 + 8)
  const { itemId, filmNext } = await addLibraryItem.execute(rops, fields)
  expect(filmNext).toBe(true)
  expect(await refusal(readLibraryItem.execute(teacher, { itemId }))).toBe('notFound notFound')
  const kept = await keepFilm(rops, sent(bytes))
  expect([kept.mediaType, kept.pieceCount]).toEqual(['video/mp4', 12])
  expect(await refusal(readLibraryItem.execute(teacher, { itemId }))).toBe('notFound notFound')
  const { attachmentId } = await attachFilm.execute(rops, { itemId, version: 1, film: kept })
  const at = { itemId, attachmentId }
  const page = await readLibraryItem.execute(teacher, { itemId })
  expect(page.files.map(({ slot, versionNo, mediaType }) => [slot, versionNo, mediaType])).toEqual([
    ['film', 1, 'video/mp4'],
  ])
  const whole = await watch(teacher, at)
  expect([whole.status, whole.headers.get('content-length')]).toEqual([200, String(bytes.length)])
  expect((await bytesOf(whole)).equals(bytes)).toBe(true)
  // over the border of two pieces
  const part = await watch(teacher, at, 'bytes=1048570-1048590')
  expect([part.status, part.headers.get('content-range')]).toEqual([
    206,
    `bytes 1048570-1048590/${bytes.length}`,
  ])
  expect((await bytesOf(part)).equals(bytes.subarray(1_048_570, 1_048_591))).toBe(true)
  expect((await bytesOf(await watch(teacher, at, 'bytes=-7'))).equals(bytes.subarray(-7))).toBe(true)
  expect((await watch(teacher, at, `bytes=${bytes.length}-`)).status).toBe(416)
  expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
  // four ranges of one person are one viewing
  const { rows } = await asOwner().query(
    `select kind, count(*)::int as n from audit_event where action = 'library.openFilm' and $1 = any (subject_ids) group by kind`,
    [attachmentId],
  )
  expect(rows).toEqual([{ kind: 'read', n: 1 }])
  const sealed = await asOwner().query<{ n: number }>(
    `select count(*)::int as n from attachment_piece where attachment_id = $1 and position('isom'::bytea in body) > 0`,
    [attachmentId],
  )
  expect(sealed.rows).toEqual([{ n: 0 }])
})

it('a piece that was changed, moved, cut off or taken from another film is not shown', async () => {
  const one = await made(film(3 * 1024 * 1024))
  const other = await made(film(3 * 1024 * 1024))
  const read = async (sql: string) => {
    const owner = asOwner()
    await owner.query('alter table attachment_piece disable trigger piece_is_evidence')
    await owner.query('create temp table kept as select * from attachment_piece where attachment_id = $1', [
      one.attachmentId,
    ])
    await owner.query(sql)
    const answer = bytesOf(await watch(teacher, one)).then(
      () => 'shown',
      () => 'refused',
    )
    const told = await answer
    await owner.query(`delete from attachment_piece where attachment_id = '${one.attachmentId}'`)
    await owner.query('insert into attachment_piece select * from kept')
    await owner.query('drop table kept')
    await owner.query('alter table attachment_piece enable trigger piece_is_evidence')
    return told
  }
  const of = `where attachment_id = '${one.attachmentId}'`
  expect(await read('select 1')).toBe('shown')
  expect(
    await read(
      `update attachment_piece set body = set_byte(body, 40, get_byte(body, 40) # 1) ${of} and piece_no = 1`,
    ),
  ).toBe('refused')
  expect(
    await read(
      `update attachment_piece p set body = (select body from attachment_piece o ${of} and o.piece_no = 1 - p.piece_no) ${of} and piece_no < 2`,
    ),
  ).toBe('refused')
  expect(await read(`delete from attachment_piece ${of} and piece_no = 3`)).toBe('refused')
  expect(
    await read(
      `update attachment_piece p set body = (select body from attachment_piece o where o.attachment_id = '${other.attachmentId}' and o.piece_no = p.piece_no) ${of}`,
    ),
  ).toBe('refused')
  // the row that says how many there are is sealed too
  await expect(
    asOwner().query(`update attachment set piece_count = 3 where id = '${one.attachmentId}'`),
  ).rejects.toThrow('never edited')
  await asOwner().query(
    `update attachment set body_sealed = (select body_sealed from attachment where id = $2) where id = $1`,
    [one.attachmentId, other.attachmentId],
  )
  expect(await refusal(openFilm(teacher, one))).toBe('conflict fileChanged')
})

it.each([
  ['fileEmpty', Buffer.alloc(0)],
  ['filmType', Buffer.from('%PDF-1.4\n%%EOF')],
  [
    'filmType',
    Buffer.concat([
      box('ftyp', Buffer.from('M4A \0\0\0\0')),
      box('moov', Buffer.alloc(9)),
      box('mdat', Buffer.alloc(9)),
    ]),
  ],
  ['filmBroken', film(3 * 1024 * 1024).subarray(0, -5)],
  ['filmBroken', box('ftyp', Buffer.from('isom\0\0\0\0'))],
  // nothing but heads of boxes: each would be looked at
  [
    'filmBroken',
    Buffer.concat([
      film(900),
      Buffer.concat(Array.from({ length: 60_000 }, () => box('free', Buffer.alloc(0)))),
    ]),
  ],
])('%s: refused, and nothing of it stays', async (reason, bytes) => {
  const told = await keepFilm(rops, sent(bytes)).catch((error: { fields: object }) => error.fields)
  expect(told).toEqual({ film: reason })
  expect(await pieces()).toBe(0)
})

it('too large or broken off: refused while it comes, and nothing of it stays', async () => {
  const told = await keepFilm(rops, sent(film(3 * 1024 * 1024)), 2 * 1024 * 1024).catch(
    (e: { fields: object }) => e.fields,
  )
  expect(told).toEqual({ film: 'filmTooLarge' })
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield film(3 * 1024 * 1024).subarray(0, 2_500_000)
    throw new Error('the line is gone')
  }
  await expect(keepFilm(rops, broken())).rejects.toThrow('the line is gone')
  expect(await pieces()).toBe(0)
})

it('what an end of the server left behind is swept after an hour; a film is not', async () => {
  const { attachmentId } = await made(film(2_000_000))
  const left = await keepFilm(rops, sent(film(2_000_000)))
  await asOwner().query(`alter table attachment_piece disable trigger piece_is_evidence`)
  await asOwner().query(`update attachment_piece set created_at = now() - interval '2 hours'`)
  await asOwner().query(`alter table attachment_piece enable trigger piece_is_evidence`)
  await keepFilm(rops, sent(film(900)))
  await asOwner().query('select app.sweep_pieces()')
  const { rows } = await asOwner().query<{ n: number }>(
    'select count(*)::int as n from attachment_piece where attachment_id = any ($1)',
    [[attachmentId, left.id]],
  )
  expect(rows).toEqual([{ n: 2 }])
  expect(await pieces()).toBe(1)
})

it('three films of one person at a time; a fourth waits until one is there or swept', async () => {
  const keeper = await makeActor(rops.institutionId, { role: 'rops_koordynator' })
  const { itemId } = await addLibraryItem.execute(keeper, fields)
  const one = await keepFilm(keeper, sent(film(900)))
  await keepFilm(keeper, sent(film(900)))
  await keepFilm(keeper, sent(film(900)))
  expect(await refusal(keepFilm(keeper, sent(film(900))))).toBe('conflict uploadsAtOnce')
  expect(await refusal(keepFilm(rops, sent(film(900))))).toBe('allowed')
  await attachFilm.execute(keeper, { itemId, version: 1, film: one })
  expect(await refusal(keepFilm(keeper, sent(film(900))))).toBe('allowed')
})

it('a stranger learns nothing, who only watches changes nothing, past the use cases neither', async () => {
  const at = await made(film(2_000_000))
  expect(await refusal(openFilm(far, at))).toBe('notFound notFound')
  expect(await refusal(readFilmPlace.execute(teacher, { itemId: at.itemId }))).toBe('forbidden forbidden')
  const count = (actor: Actor) =>
    asActor(actor, (tx) => tx.attachmentPiece.count({ where: { attachmentId: at.attachmentId } }))
  expect([await count(teacher), await count(far)]).toEqual([2, 0])
  await expect(keepFilm(teacher, sent(film(900)))).rejects.toThrow()
  // a film that is made is neither taken back nor added to, by its keeper or by the owner
  await expect(
    asActor(rops, (tx) => tx.attachmentPiece.deleteMany({ where: { attachmentId: at.attachmentId } })),
  ).rejects.toThrow()
  const kept = await keepFilm(rops, sent(film(900)))
  const version = (await readFilmPlace.execute(rops, { itemId: at.itemId })).version
  await expect(
    attachFilm.execute(rops, { itemId: at.itemId, version, film: { ...kept, pieceCount: 2 } }),
  ).rejects.toThrow()
  await withdrawLibraryItem.execute(rops, { itemId: at.itemId, version, reason: 'Nowy film' })
  expect(await refusal(openFilm(teacher, at))).toBe('notFound notFound')
  expect(await count(teacher)).toBe(0)
})

it('a film without its text is refused', async () => {
  expect(await refusal(addLibraryItem.execute(rops, { ...fields, transcript: '' }))).toBe(
    'invalid filmNowhere transcript',
  )
  const { itemId } = await addLibraryItem.execute(rops, {
    ...fields,
    link: 'https://rops.example/film',
    transcript: '',
  })
  expect(await refusal(readFilmPlace.execute(rops, { itemId }))).toBe('conflict filmInWordsFirst')
})

it('new keys open old films, whose pieces go with their row', async () => {
  const at = await made(film(2_000_000))
  const before = process.env.KOOPERACJA_KEYS
  const ring = withNewKey(parseKeyRing(before))
  try {
    await resealAll(asOwner(), ring, { batch: 100, progress: () => undefined })
    const { [ring.current]: newest = '' } = ring.keys
    process.env.KOOPERACJA_KEYS = JSON.stringify({ ...ring, keys: { [ring.current]: newest } })
    expect((await bytesOf(await watch(teacher, at))).equals(film(2_000_000))).toBe(true)
  } finally {
    process.env.KOOPERACJA_KEYS = before
  }
  await asOwner().query('delete from attachment where id = $1', [at.attachmentId])
  const { rowCount } = await asOwner().query('select 1 from attachment_piece where attachment_id = $1', [
    at.attachmentId,
  ])
  expect(rowCount).toBe(0)
})
