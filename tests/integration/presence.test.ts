import { beforeAll, describe, expect, it } from 'vitest'
import { editLine } from '@/lib/baskets'
import { saveOneArea } from '@/lib/diagnosis'
import { asActor } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { openForm, type PresenceForm } from '@/lib/presence'
import { asOwner, useDatabase } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  consent,
  insert,
  joinCase,
  makeActor,
  makeCase,
  makeInstitution,
  makePerson,
  makeTeam,
} from '@/tests/support/world'

useDatabase()

let made: Awaited<ReturnType<typeof makeCase>>
let mother: string
const who: Record<string, Actor> = {}
const at = (name: string): Actor => {
  const actor = who[name]
  if (!actor) throw new Error(name)
  return actor
}

beforeAll(async () => {
  const ops = await makeInstitution({ name: 'GOPS Świlcza' })
  const school = await makeInstitution({ kind: 'szkola_podstawowa', name: 'Szkoła' })
  const teamId = await makeTeam({ lead: ops, members: [school] })
  made = await makeCase({ teamId, owner: ops, status: 'diagnosis' })
  mother = await makePerson(made)
  await joinCase(made, school)
  await consent(made, mother, school, ['PODSTAWOWE', 'EDUKACJA'])
  const named = (givenName: string, familyName: string) => ({ givenName, familyName })
  who.worker = await makeActor(
    ops,
    { role: 'koordynator_rodziny', caseId: made.caseId },
    named('Marta', 'Kędzior'),
  )
  who.assistant = await makeActor(
    ops,
    { role: 'asystent_rodziny', caseId: made.caseId },
    named('Ewa', 'Kowal'),
  )
  who.teacher = await makeActor(school, { role: 'specjalista', caseId: made.caseId }, named('Anna', 'Lis'))
  who.leader = await makeActor(ops, { role: 'lider_gminny' })
  who.stranger = await makeActor(ops, { role: 'koordynator_rodziny' })
})

const open = async (name: string, thing = 'edukacja', form: PresenceForm = 'diagnosis'): Promise<string[]> =>
  (await openForm.execute(at(name), { caseId: made.caseId, form, thing })).map((one) => one.name)

const rows = async (): Promise<number> =>
  (await asOwner().query('select from form_presence where case_id = $1', [made.caseId])).rowCount ?? -1

describe('who has the same form open', () => {
  it('is told to the other, since when and from where, and never of oneself', async () => {
    expect(await open('worker')).toEqual([])
    expect(await open('worker')).toEqual([])
    const others = await openForm.execute(at('assistant'), {
      caseId: made.caseId,
      form: 'diagnosis',
      thing: 'edukacja',
    })
    expect(others.map(({ name, institution }) => [name, institution])).toEqual([['Marta K.', 'GOPS Świlcza']])
    expect(others[0]?.since).toBeInstanceOf(Date)
    expect(await open('worker')).toEqual(['Ewa K.'])
  })

  it('another area is another thing, the whole card is every area', async () => {
    expect(await open('worker', 'praca')).toEqual([])
    expect(await open('assistant', '')).toEqual(['Marta K.'])
    expect(await open('worker', 'praca')).toEqual(['Ewa K.'])
  })

  it('is told only to who may edit the same: not of an area that consent does not open, not to who only reads', async () => {
    expect(await open('teacher')).toEqual(['Marta K.', 'Ewa K.'])
    expect(await open('teacher', 'zdrowie')).toEqual([])
    expect(await open('worker', 'zdrowie')).toEqual(['Ewa K.'])
    expect(await open('teacher', '', 'family')).toEqual([])
    expect(await refusal(open('leader'))).toBe('forbidden forbidden')
    expect(await refusal(open('stranger'))).toBe('notFound notFound')
    for (const name of ['leader', 'stranger'])
      expect([name, await asActor(at(name), (tx) => tx.formPresence.count())]).toEqual([name, 0])
    const seen = await asActor(at('teacher'), (tx) => tx.formPresence.findMany())
    expect(new Set(seen.map((one) => one.userId))).toEqual(new Set([at('teacher').userId]))
    const past = asActor(at('teacher'), (tx) =>
      tx.formPresence.createMany({
        data: [
          {
            caseId: made.caseId,
            teamId: made.teamId,
            form: 'family',
            userId: at('worker').userId,
            institutionId: at('worker').institutionId,
          },
        ],
      }),
    )
    await expect(past).rejects.toThrow(/row-level security/u)
  })

  it('ends when the form is saved', async () => {
    await saveOneArea.execute(at('assistant'), {
      caseId: made.caseId,
      areaKey: 'edukacja',
      version: 0,
      score: '2',
      familyScore: '',
      strengths: 'lubi szkołę',
      causes: '',
      deficits: '',
      needs: '',
      expectations: '',
    } as never)
    await asOwner().query(`delete from form_presence where thing = '' and user_id = $1`, [
      at('assistant').userId,
    ])
    expect(await open('worker')).toEqual(['Anna L.'])
  })

  it('ends by itself after a quarter of an hour, and the row goes', async () => {
    await asOwner().query(`update form_presence set seen_at = now() - interval '16 minutes'`)
    expect(await open('worker')).toEqual([])
    expect(await rows()).toBe(1)
    await asOwner().query(`update form_presence set seen_at = now() - interval '16 minutes'`)
    await asOwner().query('select app.forget_kept_forms()')
    expect(await rows()).toBe(0)
  })

  it('leaves nothing in the access log', async () => {
    const { rowCount } = await asOwner().query(
      `select from audit_event where action = 'form.open' and kind <> 'denied'`,
    )
    expect(rowCount).toBe(0)
  })
})

describe('two people on one draft line', () => {
  it('the second sees what the first saved beside what was typed, and nothing is overwritten', async () => {
    const goal = crypto.randomUUID()
    const need = crypto.randomUUID()
    const of = { case_id: made.caseId, team_id: made.teamId, owner_institution_id: made.owner }
    await insert('need', {
      ...of,
      id: need,
      person_id: mother,
      need_key: 'ubostwo',
      category: 'BYT',
      created_by_id: at('worker').userId,
    })
    await insert('goal', { ...of, id: goal, title: 'cel', created_by_id: at('worker').userId })
    const lineId = crypto.randomUUID()
    await insert('basket_line', {
      ...of,
      id: lineId,
      service_key: 'praca_socjalna',
      category: 'RELACJE',
      provider_institution_id: made.owner,
      starts_on: '2026-11-01',
      status: 'draft',
      status_since: '2026-11-10',
      created_by_id: at('worker').userId,
    })
    const edit = (name: string, version: number, change: object) =>
      editLine.execute(at(name), {
        lineId,
        version,
        needIds: [need],
        goalIds: [goal],
        serviceKey: 'praca_socjalna',
        providerId: made.owner,
        personIds: [mother],
        startsOn: '1.12.2026',
        coProviderIds: [],
        ...change,
      } as never)
    await edit('assistant', 1, { place: 'Rynek 1', quantity: '2', frequency: 'weekly' })
    const late = await edit('worker', 1, { place: 'Szkolna 2' }).catch((error: unknown) => error)
    expect(late).toBeInstanceOf(AppError)
    expect((late as AppError).key).toBe('stale')
    expect((late as AppError).theirs).toMatchObject({
      version: '2',
      place: 'Rynek 1',
      quantity: '2',
      frequency: 'weekly',
      startsOn: '1.12.2026',
      title: '',
    })
    const { rows: kept } = await asOwner().query(
      'select place, version from basket_line join line_schedule on line_id = id where id = $1',
      [lineId],
    )
    expect(kept).toEqual([{ place: 'Rynek 1', version: 2 }])
    await edit('worker', 2, { place: 'Szkolna 2' })
  })
})
