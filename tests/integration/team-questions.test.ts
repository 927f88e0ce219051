import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listNotifications } from '@/lib/notifications'
import { freeze } from '@/lib/platform/clock'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import {
  addWzkMember,
  answerQuestion,
  askQuestion,
  assignQuestion,
  endAnswer,
  endWzkMember,
  listQuestions,
  listWzk,
  prepareQuestion,
  readQuestion,
  withdrawQuestion,
} from '@/lib/questions'
import { useDatabase } from '@/tests/support/database'
import { testInstant } from '@/tests/support/day'
import { refusal } from '@/tests/support/refusal'
import { makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let rops: Actor
let leader: Actor
let teacher: Actor
let other: Actor
let expert: Actor
let far: Actor
let teamId: string
let office: string

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS' })
  const school = await makeInstitution({ kind: 'szkola_podstawowa' })
  teamId = await makeTeam({ lead: ops, members: [school] })
  const centre = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  office = await makeInstitution({
    name: 'Kuratorium',
    kind: 'kuratorium',
    level: 'wojewodztwo',
    seat: '1863011',
  })
  rops = await makeActor(centre, { role: 'rops_koordynator' })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  teacher = await makeActor(school, { role: 'wykonawca' })
  other = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
  expert = await makeActor(
    office,
    { role: 'ekspert', wojewodztwoCode: '18' },
    { givenName: 'Lucyna', familyName: 'Grabiec' },
  )
  far = await makeActor(await makeInstitution({ seat: '2061011' }), { role: 'lider_gminny' })
})
beforeEach(() => freeze(testInstant))

const question = {
  title: 'Kto płaci za świetlicę?',
  body: 'Dwie gminy, jedna świetlica.',
  theme: 'money',
} as const
const ask = async (more: object = {}): Promise<string> =>
  (await askQuestion.execute(leader, { ...question, teamId, law: '', ...more })).questionId
const told = async (actor: Actor): Promise<string[]> =>
  (await listNotifications.execute(actor, { onlyUnread: true, cursor: '' })).rows.map((n) => n.kind)
/** What the newest one leads to. */
const toldOf = async (actor: Actor): Promise<string | null | undefined> =>
  (await listNotifications.execute(actor, { onlyUnread: true, cursor: '' })).rows[0]?.thingId
const found = async (actor: Actor, q = '', theme: '' | 'law' | 'money' = '', law = '') => {
  const list = await listQuestions.execute(actor, { q, theme, law })
  return { waiting: list.waiting.map((r) => r.title), answers: list.answers.map((r) => r.title) }
}
const readIt = (actor: Actor, questionId: string) => readQuestion.execute(actor, { questionId })

describe('a question', () => {
  it('is asked in the name of a team, told to who answers, and seen by nobody else until it is answered', async () => {
    const questionId = await ask()
    expect((await told(expert))[0]).toBe('question.asked')
    expect((await told(rops))[0]).toBe('question.asked')
    expect(await toldOf(rops)).toBe(questionId)
    expect((await prepareQuestion.execute(leader, {})).teams.map((t) => t.value)).toEqual([teamId])
    expect((await readIt(expert, questionId)).title).toBe('Kto płaci za świetlicę?')
    for (const actor of [teacher, other, far])
      expect(await refusal(readIt(actor, questionId))).toBe('notFound notFound')
    expect(await refusal(askQuestion.execute(other, { ...question, teamId, law: '' }))).toBe(
      'notFound notFound',
    )
    expect(await refusal(askQuestion.execute(teacher, { ...question, teamId, law: '' }))).toMatch(
      /notFound|forbidden/u,
    )
    await withdrawQuestion.execute(leader, { questionId, version: 1 })
    expect((await found(expert)).waiting).toEqual([])
    expect(
      await refusal(answerQuestion.execute(expert, { questionId, version: 2, body: 'a', law: '' })),
    ).toBe('conflict wrongState')
  })

  it('that names somebody is refused', async () => {
    expect(await refusal(ask({ body: 'Matka ma PESEL 44051401359.' }))).toContain('invalid')
    expect(await refusal(ask({ title: 'Co z rodziną Nowaków?' }))).toContain('invalid')
  })

  it('goes to an expert, whose answer is found by the whole voivodeship without diacritics', async () => {
    const questionId = await ask()
    const { experts } = await readIt(rops, questionId)
    expect(experts.map((e) => e.label)).toEqual(['Lucyna Grabiec, Kuratorium'])
    await assignQuestion.execute(rops, { questionId, version: 1, expert: experts[0]?.value ?? '' })
    expect((await told(expert))[0]).toBe('question.assigned')
    expect(await toldOf(expert)).toBe(questionId)
    expect((await readIt(expert, questionId)).mine).toBe(true)
    await answerQuestion.execute(expert, {
      questionId,
      version: 2,
      body: 'Płacą obie, według porozumienia międzygminnego.',
      law: 'art. 74 ustawy o samorządzie gminnym',
    })
    expect((await told(leader))[0]).toBe('question.answered')
    const title = 'Kto płaci za świetlicę?'
    expect((await found(teacher, 'SWIETLICE miedzygminnego')).answers).toEqual([title])
    expect((await found(teacher, '', 'money', 'ART. 74')).answers).toEqual([title])
    expect((await found(teacher, '', 'law')).answers).toEqual([])
    expect(await found(far)).toEqual({ waiting: [], answers: [] })
    // whose team asked is not told
    expect((await readIt(other, questionId)).team).toBe(null)
    expect(await refusal(withdrawQuestion.execute(leader, { questionId, version: 3 }))).toBe(
      'conflict wrongState',
    )
  })

  it('keeps every version of its answer, and can be out of date until somebody puts it right', async () => {
    const questionId = await ask({ title: 'Stara sprawa' })
    const answer = (body: string, version: number) =>
      answerQuestion.execute(expert, { questionId, version, body, law: '' })
    await answer('Pierwsza', 1)
    await endAnswer.execute(expert, { questionId, version: 2, reason: 'Zmiana ustawy' })
    expect((await readIt(teacher, questionId)).endedOn).toBe('2026-11-24')
    expect(await refusal(answer('Za późno', 2))).toContain('stale')
    await answer('Druga', 3)
    const page = await readIt(teacher, questionId)
    expect([page.endedOn, page.answers.map((a) => [a.versionNo, a.body, a.by])]).toEqual([
      null,
      [
        [2, 'Druga', 'Lucyna Grabiec'],
        [1, 'Pierwsza', 'Lucyna Grabiec'],
      ],
    ])
    for (const actor of [teacher, leader])
      expect(
        await refusal(answerQuestion.execute(actor, { questionId, version: 4, body: 'Moja', law: '' })),
      ).toBe('forbidden forbidden')
    await withdrawQuestion.execute(rops, { questionId, version: 4 })
    expect(await refusal(readIt(teacher, questionId))).toBe('notFound notFound')
  })
})

describe('the team of the voivodeship', () => {
  it('has bodies of the voivodeship with a representative, from a day to a day', async () => {
    const seat = { bodyId: office, personFunction: 'wizytator', startsOn: '1.10.2026', endsOn: '' }
    const expertKey = `${expert.userId}:${office}`
    const { memberId } = await addWzkMember.execute(rops, { ...seat, expert: expertKey, personName: '' })
    const list = await listWzk.execute(teacher, {})
    expect(list.now.map((m) => [m.institution, m.person, m.answers])).toEqual([
      ['Kuratorium', 'Lucyna Grabiec', true],
    ])
    expect(await refusal(addWzkMember.execute(leader, { ...seat, expert: '', personName: 'Jan' }))).toBe(
      'forbidden forbidden',
    )
    expect(
      await refusal(
        addWzkMember.execute(rops, { ...seat, bodyId: leader.institutionId, expert: '', personName: 'Jan' }),
      ),
    ).toBe('notFound notFound')
    await endWzkMember.execute(rops, { wzkMemberId: memberId, version: 1, endsOn: '20.11.2026' })
    const later = await listWzk.execute(teacher, {})
    expect([later.now.length, later.former.map((m) => m.endsOn)]).toEqual([0, ['2026-11-20']])
    expect((await listWzk.execute(far, {})).former).toEqual([])
  })
})

describe('the second lock', () => {
  it('lets nobody answer, change an answer or a question past the use cases', async () => {
    const questionId = await ask()
    await answerQuestion.execute(expert, { questionId, version: 1, body: 'Tak', law: '' })
    for (const actor of [teacher, leader, other, far]) {
      const changed = await asActor(actor, async (tx) => [
        await tx.teamQuestion.updateMany({ where: { id: questionId }, data: { status: 'withdrawn' } }),
        await tx.questionAnswer.updateMany({ where: { questionId }, data: { body: 'Nie' } }),
        await tx.wzkMember.updateMany({ data: { personName: 'Ktoś' } }),
      ])
      expect(changed).toEqual([{ count: 0 }, { count: 0 }, { count: 0 }])
      const insert = asActor(actor, (tx) =>
        tx.questionAnswer.createMany({
          data: [
            {
              questionId,
              wojewodztwoCode: '18',
              versionNo: 9,
              body: 'Nie',
              answeredById: actor.userId,
              answeredByName: 'x',
              institutionId: actor.institutionId,
            },
          ],
        }),
      )
      await expect(insert).rejects.toThrow()
    }
    const rewritten = asActor(expert, (tx) =>
      tx.questionAnswer.updateMany({ where: { questionId }, data: { body: 'Inaczej' } }),
    )
    expect(await rewritten).toEqual({ count: 0 })
  })
})
