import { describe, expect, it } from 'vitest'
import { interruptCase } from '@/lib/cases'
import { readEnding, readTalk, skipTalk } from '@/lib/plans'
import { readHistory } from '@/lib/story'
import { asOwner } from '@/tests/support/database'
import {
  coordinator,
  leader,
  made,
  now,
  school,
  talk,
  teamCoordinator,
  useScene,
} from '@/tests/support/scenes/plans'
import { makeActor, makeInstitution } from '@/tests/support/world'

useScene()

const at = (status: string) =>
  asOwner().query('update family_case set status = $2 where id = $1', [made.caseId, status])

const skip = (fields: object = {}) =>
  skipTalk.execute(coordinator, {
    caseId: made.caseId,
    version: 0,
    notHeldKey: 'utrata_kontaktu',
    notHeldNote: '',
    ...fields,
  })

const ending = (who = leader) => readEnding.execute(who, { caseId: made.caseId })

const story = async () =>
  (
    await readHistory.execute(leader, {
      caseId: made.caseId,
      personId: null,
      institutionId: null,
      category: null,
      part: 'plan',
      cursor: '',
      whole: true,
    })
  ).events.map((e) => [e.what.kind, e.words, e.persons])

describe('the closing talk', () => {
  it('is recorded with who took part and the family’s words, and read at the end, in the story and on paper', async () => {
    await at('evaluation')
    await talk()
    expect((await ending()).talk).toMatchObject({
      heldOn: '2026-11-23',
      persons: ['Maria Próbna'],
      others: 'wychowawczyni',
      helped: 'Że ktoś dzwonił, zanim zrobiło się źle.',
      result: 'Staś chodzi do szkoły.',
      satisfaction: 5,
      stays: 'Świetlica.',
      callWhom: 'GOPS Świlcza, 600 100 200',
    })
    expect(await story()).toEqual([['talk', 'Że ktoś dzwonił, zanim zrobiło się źle.', ['Maria Próbna']]])
    expect(await readTalk.execute(coordinator, { caseId: made.caseId })).toMatchObject({
      family: 'Rodzina Próbna',
      untold: false,
      talk: { callWhom: 'GOPS Świlcza, 600 100 200' },
    })
  })

  it('kept under safety is told and not printed', async () => {
    await at('evaluation')
    await talk({ category: 'BEZPIECZENSTWO' })
    expect((await readTalk.execute(coordinator, { caseId: made.caseId })).untold).toBe(true)
  })

  it('is mended on the version that was seen; both words come back', async () => {
    await at('evaluation')
    await talk()
    await expect(talk()).rejects.toMatchObject({
      key: 'stale',
      theirs: { version: '1', helped: 'Że ktoś dzwonił, zanim zrobiło się źle.' },
    })
    await talk({ version: 1, helped: 'Świetlica.' })
    expect((await ending()).talk).toMatchObject({ helped: 'Świetlica.', version: 2 })
  })

  it.each([
    [{ heldOn: '24.11.2026' }, { heldOn: 'dateFuture' }],
    [{ heldOn: '31.08.2026' }, { heldOn: 'beforeCase' }],
    [{ personIds: '' }, { personIds: 'choose' }],
    [{ helped: '' }, { helped: 'required' }],
    [{ satisfaction: '6' }, { satisfaction: 'outOfRange' }],
  ])('refuses %o', async (fields, errors) => {
    await at('evaluation')
    await expect(talk(fields)).rejects.toMatchObject({ code: 'invalid', fields: errors })
  })

  it.each(['submitted', 'screening', 'qualified', 'awaitingConsent', 'closed'])(
    'is not recorded of a case that is %s',
    async (status) => {
      await at(status)
      await expect(talk()).rejects.toMatchObject({ key: 'wrongState' })
    },
  )

  it('is the coordinator’s to write; a stranger learns nothing', async () => {
    await at('evaluation')
    for (const who of [leader, teamCoordinator])
      await expect(talk({}, who)).rejects.toMatchObject({ code: 'forbidden' })
    const stranger = await makeActor(await makeInstitution(), { role: 'lider_gminny' })
    await expect(talk({}, stranger)).rejects.toMatchObject({ code: 'notFound' })
    await expect(readTalk.execute(stranger, { caseId: made.caseId })).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('that its institution may not read is not there for it', async () => {
    await at('evaluation')
    await talk({ category: 'RELACJE' })
    const teacher = await makeActor(school, { role: 'specjalista', caseId: made.caseId })
    expect((await ending(teacher)).talk).toBe(null)
  })
})

describe('a case without the talk', () => {
  it('says why: the last step asks for one or the other', async () => {
    await at('evaluation')
    expect((await ending()).missing).toContain('closingTalk')
    await expect(skip({ notHeldKey: 'inne' })).rejects.toMatchObject({ fields: { notHeldNote: 'required' } })
    await skip()
    expect((await ending()).missing).not.toContain('closingTalk')
    expect(await story()).toEqual([['noTalk', null, null]])
    expect((await readTalk.execute(coordinator, { caseId: made.caseId })).talk).toBe(null)
    await talk({ version: 1 })
    expect((await ending()).talk).toMatchObject({ notHeldKey: null, heldOn: '2026-11-23' })
  })

  it('ended early asks too, once work has begun', async () => {
    const end = async (noTalkKey: '' | 'smierc') =>
      interruptCase.execute(teamCoordinator, {
        ...(await now()),
        reasonKey: 'smierc',
        note: 'Śmierć.',
        noTalkKey,
      })
    await at('inProgress')
    await expect(end('')).rejects.toMatchObject({ fields: { noTalkKey: 'talkOrWhy' } })
    await end('smierc')
    expect((await ending()).talk).toMatchObject({ notHeldKey: 'smierc', heldOn: null })
    await at('qualified')
    await asOwner().query('delete from closing_talk where case_id = $1', [made.caseId])
    await end('')
    expect((await ending()).talk).toBe(null)
  })

  it('that had its talk ends early without another question', async () => {
    await at('inProgress')
    await talk()
    await interruptCase.execute(teamCoordinator, {
      ...(await now()),
      reasonKey: 'wyprowadzka',
      note: 'Do Rzeszowa.',
      noTalkKey: '',
    })
    expect((await ending()).talk).toMatchObject({ heldOn: '2026-11-23' })
  })
})
