import PizZip from 'pizzip'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addRemark,
  answerRemark,
  closeModelConsultation,
  correctModelConsultation,
  correctRemark,
  exportModelConsultation,
  inviteOutside,
  listModelConsultations,
  modelByLink,
  modelConsultationDocument,
  openModelConsultation,
  readModelConsultation,
  remarkByLink,
  takeBackInvitation,
} from '@/lib/model-consultations'
import { listNotifications } from '@/lib/notifications'
import { freeze } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { testInstant } from '@/tests/support/day'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let rops: Actor
let leader: Actor
let teacher: Actor
let other: Actor
let far: Actor
let teamId: string

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const school = await makeInstitution({ name: 'Szkoła', kind: 'szkola_podstawowa' })
  teamId = await makeTeam({ lead: ops, members: [school] })
  const centre = await makeInstitution({
    name: 'ROPS Rzeszów',
    kind: 'rops',
    level: 'wojewodztwo',
    seat: '1863011',
  })
  rops = await makeActor(centre, { role: 'rops_koordynator' })
  leader = await makeActor(ops, { role: 'lider_gminny' }, { givenName: 'Halina', familyName: 'Wójtowicz' })
  teacher = await makeActor(school, { role: 'wykonawca' })
  other = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
  far = await makeActor(await makeInstitution({ seat: '2061011' }), { role: 'lider_gminny' })
})
beforeEach(() => freeze(testInstant))

/** The last day is today: remarks still come in, and it may be closed. */
const fields = { title: 'Wzór regulaminu', body: 'Kto prowadzi?', endsOn: '24.11.2026', showsRemarks: '' }
const open = async (more: object = {}): Promise<string> =>
  (
    await openModelConsultation.execute(rops, {
      ...fields,
      roles: ['lider_gminny'],
      teamIds: [teamId],
      ...more,
    })
  ).modelConsultationId
const readIt = (actor: Actor, modelConsultationId: string) =>
  readModelConsultation.execute(actor, { modelConsultationId })
const say = (actor: Actor, modelConsultationId: string, body: string, theme = 'leadership' as const) =>
  addRemark.execute(actor, { modelConsultationId, theme, body })
const told = async (actor: Actor): Promise<string[]> =>
  (await listNotifications.execute(actor, { onlyUnread: true, cursor: '' })).rows.map((n) => n.kind)

/** The link of the newest letter to this address. */
const linkTo = async (recipient: string): Promise<string> => {
  const { rows } = await asOwner().query<{ body: string; subject: string }>(
    `select body, subject from outgoing_mail where recipient = $1 order by created_at desc limit 1`,
    [recipient],
  )
  expect(`${rows[0]?.subject} ${rows[0]?.body}`).not.toContain('regulamin')
  return /\/opinia\/([\w-]+)/u.exec(rows[0]?.body ?? '')?.[1] ?? ''
}

const answerAll = async (id: string): Promise<void> => {
  for (const remark of (await readIt(rops, id)).remarks)
    await answerRemark.execute(rops, {
      remarkId: remark.id,
      version: remark.version,
      verdict: 'taken',
      reason: 'Słusznie.',
    })
}
const close = async (id: string): Promise<unknown> =>
  closeModelConsultation.execute(rops, {
    modelConsultationId: id,
    version: (await readIt(rops, id)).version,
    summary: 'Zastępcę lidera dopisujemy do wzoru.',
  })

describe('a consultation of the model', () => {
  it('is seen and told to the invited roles of the invited teams, and to nobody else', async () => {
    const id = await open()
    expect((await told(leader))[0]).toBe('model.opened')
    const [newest] = (await listNotifications.execute(leader, { onlyUnread: true, cursor: '' })).rows
    expect(newest?.thingId).toBe(id)
    expect((await listModelConsultations.execute(leader, {})).rows.map((r) => r.title)).toEqual([
      'Wzór regulaminu',
    ])
    for (const actor of [teacher, other, far]) {
      expect(await refusal(readIt(actor, id))).toBe('notFound notFound')
      expect((await listModelConsultations.execute(actor, {})).rows).toEqual([])
      expect(await told(actor)).toEqual([])
    }
    expect(
      await refusal(
        openModelConsultation.execute(leader, { ...fields, roles: ['lider_gminny'], teamIds: [] }),
      ),
    ).toBe('forbidden forbidden')
    expect(await refusal(open({ roles: [] }))).toContain('invalid')
    // without a team: everybody of the voivodeship in that role
    const all = await open({ teamIds: [] })
    expect((await readIt(other, all)).title).toBe('Wzór regulaminu')
    expect(await refusal(readIt(far, all))).toBe('notFound notFound')
  })

  it('keeps the remarks of each apart until it is closed, and then as it was promised', async () => {
    const shown = await open({ teamIds: [], showsRemarks: 'on' })
    const hidden = await open({ teamIds: [] })
    for (const id of [shown, hidden]) {
      await say(leader, id, 'Niech protokół podpisze koordynator.')
      expect((await readIt(other, id)).remarks).toEqual([])
      expect((await readIt(rops, id)).remarks.map((r) => r.name)).toEqual(['Halina Wójtowicz'])
      expect(await refusal(close(id))).toBe('conflict model.unanswered')
      await answerAll(id)
      await close(id)
      expect((await told(other))[0]).toBe('model.closed')
    }
    expect((await readIt(other, shown)).remarks.map((r) => [r.verdict, r.reason])).toEqual([
      ['taken', 'Słusznie.'],
    ])
    const page = await readIt(other, hidden)
    expect([page.remarks, page.summary]).toEqual([[], 'Zastępcę lidera dopisujemy do wzoru.'])
    expect(await refusal(say(leader, shown, 'Jeszcze jedno'))).toBe('conflict model.closed')
  })

  it('is not closed before its last day, nor changed under what was said', async () => {
    const id = await open({ endsOn: '30.11.2026' })
    expect(await refusal(close(id))).toBe('conflict model.early')
    await say(leader, id, 'Uwaga')
    const change = (more: object) =>
      correctModelConsultation.execute(rops, { ...fields, modelConsultationId: id, version: 1, ...more })
    expect(await refusal(change({ body: 'Inny tekst' }))).toContain('invalid')
    expect(await refusal(change({ showsRemarks: 'on' }))).toContain('invalid')
    await change({ endsOn: '24.11.2026' })
    const [remark] = (await readIt(leader, id)).remarks
    const correct = (body: string, version: number) =>
      correctRemark.execute(leader, { remarkId: remark?.id ?? '', version, theme: 'law', body })
    await correct('Lepsza uwaga', 1)
    expect(await refusal(correct('Rodzina pani Nowakowskiej', 2))).toContain('invalid')
    expect((await readIt(rops, id)).remarks.map((r) => [r.theme, r.body])).toEqual([['law', 'Lepsza uwaga']])
    await answerAll(id)
    expect(await refusal(correct('Po decyzji', 3))).toBe('conflict model.answered')
  })

  it('comes along as a document that tells of every remark what became of it', async () => {
    const id = await open()
    await say(leader, id, 'Żółta łódź: ćwiczenie')
    await answerAll(id)
    await close(id)
    const view = await exportModelConsultation.execute(rops, { modelConsultationId: id })
    const file = new PizZip(await modelConsultationDocument(view)).file('word/document.xml')?.asText() ?? ''
    for (const text of [
      'Konsultacje: Wzór regulaminu',
      'ROPS Rzeszów',
      'Zastępcę lidera dopisujemy do wzoru.',
      'Liderstwo',
      'Żółta łódź: ćwiczenie',
      'Halina Wójtowicz',
      'przyjęta',
      'Słusznie.',
      'Kto prowadzi?',
    ])
      expect(file).toContain(text)
    expect(await refusal(exportModelConsultation.execute(leader, { modelConsultationId: id }))).toBe(
      'forbidden forbidden',
    )
  })
})

describe('somebody outside', () => {
  const remark = { theme: 'partners', body: 'Termin 7 dni', name: 'Jolanta Most', function: 'prezes' }

  it('reads and remarks by a secret link until it is taken back, replaced or over', async () => {
    const id = await open()
    await inviteOutside.execute(rops, { modelConsultationId: id, emails: 'most@fundacja.example; ' })
    const token = await linkTo('most@fundacja.example')
    expect(await modelByLink('zgadywany')).toBe(null)
    expect(await modelByLink(token)).toMatchObject({ title: 'Wzór regulaminu', showsRemarks: false })
    const shown = await open({ showsRemarks: 'on' })
    await inviteOutside.execute(rops, { modelConsultationId: shown, emails: 'drugi@fundacja.example' })
    expect((await modelByLink(await linkTo('drugi@fundacja.example')))?.showsRemarks).toBe(true)
    await remarkByLink(token, remark)
    expect((await modelByLink(token))?.remarks.map((r) => r.body)).toEqual(['Termin 7 dni'])
    expect((await readIt(rops, id)).remarks.map((r) => [r.name, r.function, r.outside])).toEqual([
      ['Jolanta Most', 'prezes', true],
    ])
    expect(await refusal(remarkByLink(token, { ...remark, name: '' }))).toContain('invalid')
    // a second letter ends the first link
    await inviteOutside.execute(rops, { modelConsultationId: id, emails: 'most@fundacja.example' })
    expect(await modelByLink(token)).toBe(null)
    const second = await linkTo('most@fundacja.example')
    const live = (await readIt(rops, id)).invitations.find((i) => !i.endedAt)
    await takeBackInvitation.execute(rops, { modelInvitationId: live?.id ?? '' })
    expect(await refusal(remarkByLink(second, remark))).toBe('conflict model.gone')
  })

  it('is heard no longer once it is closed', async () => {
    const id = await open()
    await inviteOutside.execute(rops, { modelConsultationId: id, emails: 'kto@fundacja.example' })
    const token = await linkTo('kto@fundacja.example')
    await close(id)
    expect(await modelByLink(token)).toBe(null)
    expect(await refusal(remarkByLink(token, remark))).toBe('conflict model.gone')
    expect(
      await refusal(inviteOutside.execute(rops, { modelConsultationId: id, emails: 'a@b.example' })),
    ).toBe('conflict model.closed')
  })
})

describe('the second lock', () => {
  it('hides what is not for this person and lets nobody judge or reword a remark of others', async () => {
    const id = await open({ teamIds: [] })
    await say(leader, id, 'Moja uwaga')
    await inviteOutside.execute(rops, { modelConsultationId: id, emails: 'x@y.example' })
    const where = { consultationId: id }
    for (const actor of [teacher, other, far]) {
      const seen = await asActor(actor, async (tx) => [
        await tx.modelRemark.count({ where }),
        await tx.modelInvitation.count({ where }),
        await tx.modelInvitationSecret.count(),
        (await tx.modelRemark.updateMany({ where, data: { body: 'Cudza' } })).count,
        (await tx.modelConsultation.updateMany({ where: { id }, data: { title: 'Inny' } })).count,
      ])
      expect(seen).toEqual([0, 0, 0, 0, 0])
    }
    expect(await asActor(rops, (tx) => tx.modelInvitationSecret.count())).toBe(0)
    const judged = asActor(leader, (tx) =>
      tx.modelRemark.updateMany({ where, data: { verdict: 'taken', reason: 'bo tak' } }),
    )
    await expect(judged).rejects.toThrow(/only the region/u)
    const reworded = asActor(rops, (tx) => tx.modelRemark.updateMany({ where, data: { body: 'Inaczej' } }))
    await expect(reworded).rejects.toThrow(/only its author/u)
    const letter = asActor(
      leader,
      (tx) => tx.$queryRaw`select app.send_model_invitation(${id}::uuid, 'a@b.example', 'x', 's', 'b') as o`,
    )
    await expect(letter).rejects.toThrow()
  })
})
