import { beforeAll, describe, expect, it } from 'vitest'
import { familyLedger } from '@/lib/audit'
import { readMyService } from '@/lib/baskets'
import { confirmPrint, editFamily, readFamily, readProtections } from '@/lib/families'
import { asActor } from '@/lib/platform/db'
import { search } from '@/lib/search'
import { lookAs } from '@/lib/sight'
import { asOwner } from '@/tests/support/database'
import { refusal } from '@/tests/support/refusal'
import {
  all,
  at,
  byLine,
  end,
  father,
  line,
  made,
  mother,
  nameOnly,
  places,
  protect,
  rows,
  shown,
  useScene,
  who,
} from '@/tests/support/scenes/protection'
import { insert, makeActor, makeInstitution, makePerson } from '@/tests/support/world'

useScene()

describe('before anybody is protected', () => {
  it('each reads what consent and role open', async () => {
    for (const name of ['coordinator', 'leader', 'assistant', 'teacher', 'therapist'])
      expect([name, await rows(name)]).toEqual([name, all])
    for (const name of ['head', 'worker']) expect([name, await rows(name)]).toEqual([name, byLine])
    expect(await shown('teacher')).toEqual({
      name: 'Maria',
      phone: '+48500100200',
      note: 'po 15',
      protection: null,
      street: 'Cicha 7',
      when: [2, '16:00', 'Rynek 1'],
      ring: ['+48500100200'],
    })
  })
})

describe('who may protect', () => {
  it('only both coordinators of the owner', async () => {
    for (const name of ['leader', 'assistant', 'teacher', 'therapist', 'head', 'worker', 'marked'])
      expect([name, (await refusal(protect(name))).split(' ')[0]]).toEqual([name, 'forbidden'])
    who.foreign = await makeActor(places.school ?? '', { role: 'koordynator_zespolu', teamId: made.teamId })
    expect(await refusal(protect('foreign'))).toBe('forbidden forbidden')
    const past = asActor(at('foreign'), (tx) =>
      tx.personProtection.createMany({
        data: [
          {
            personId: mother,
            ownerInstitutionId: places.school ?? '',
            startsOn: new Date('2026-11-24'),
            recordedById: at('foreign').userId,
          },
        ],
      }),
    )
    await expect(past).rejects.toThrow(/row-level security/u)
    expect(
      await asOwner()
        .query('select 1 from person_protection')
        .then((r) => r.rowCount),
    ).toBe(0)
  })

  it('names only persons, institutions and people of the case, and never the coordinator as close', async () => {
    const stranger = await makeInstitution({ name: 'GOPS Inny' })
    expect(await refusal(protect('coordinator', { safeIds: stranger }))).toContain('safeIds')
    expect(await refusal(protect('teamCoordinator', { closeIds: at('coordinator').userId }))).toContain(
      'closeIds',
    )
    expect(await refusal(protect('coordinator', { suspectedId: mother }))).toContain('suspectedId')
    expect(await refusal(protect('coordinator', { endsOn: '1.11.2026' }))).toContain('endsOn')
  })
})

describe('while the mother is protected', () => {
  beforeAll(async () => {
    await protect()
  })

  it('the database gives others her name alone, and who is named safe as much as before', async () => {
    for (const name of ['teacher', 'head', 'worker', 'assistant'])
      expect([name, await rows(name)]).toEqual([name, nameOnly])
    expect(await rows('therapist')).toEqual(all)
    for (const name of ['coordinator', 'teamCoordinator', 'leader'])
      expect([name, await rows(name)]).toEqual([name, { ...all, mark: 1 }])
    expect(await rows('marked')).toEqual({ ...all, mark: 1, cause: 1 })
  })

  it('the father stays as he was', async () => {
    const count = await asActor(at('teacher'), (tx) =>
      tx.personContact.count({ where: { personId: father } }),
    )
    expect(count).toBe(1)
  })

  it('pages show neither phone, address nor hour, and nothing that says why', async () => {
    const hidden = {
      name: 'Maria',
      phone: null,
      note: null,
      protection: null,
      street: undefined,
      when: [null, null, null],
      ring: [null],
    }
    expect(await shown('teacher')).toEqual(hidden)
    expect(await shown('assistant')).toEqual(hidden)
    expect(await shown('therapist')).toEqual({
      name: 'Maria',
      phone: '+48500100200',
      note: 'po 15',
      protection: null,
      street: 'Cicha 7',
      when: [2, '16:00', 'Rynek 1'],
      ring: ['+48500100200'],
    })
    expect((await shown('coordinator')).protection).toEqual({ from: '2026-11-24', to: null })
  })

  it('who delivers knows the hour that was agreed with it, and no phone', async () => {
    const { line: mine } = await readMyService.execute(at('worker'), { lineId: line })
    expect([mine.weekday, mine.atTime, mine.place]).toEqual([2, '16:00', 'Rynek 1'])
    expect(mine.beneficiaries.map((p) => p.phone)).toEqual([null])
  })

  it('search finds the family as before and shows its label and number alone', async () => {
    const { cases } = await search.execute(at('teacher'), { q: 'Maria Wrzosek' })
    expect(cases.map((c) => Object.keys(c))).toEqual([['id', 'number', 'label']])
  })

  it('through the eyes of the school the coordinator sees no identity of hers', async () => {
    const look = await lookAs.execute(at('coordinator'), {
      caseId: made.caseId,
      institutionId: places.school ?? '',
      role: 'specjalista',
    })
    const identities = look.kinds.find(({ kind }) => kind === 'identity')?.things ?? []
    expect(identities.filter((t) => t.seen).map((t) => t.people)).toEqual([['Jan Wrzosek']])
  })

  it('the cause is read by the mark alone; who recorded it does not read it back', async () => {
    const view = await readProtections.execute(at('coordinator'), { caseId: made.caseId })
    expect(view.byPerson[mother]).toMatchObject({ suspectedId: null, reason: null })
    expect(view.readsCause).toBe(false)
  })

  it('recorded anew by who does not read the cause, the cause stays', async () => {
    await protect('teamCoordinator', { suspectedId: '', reason: '' })
    const { rows: kept } = await asOwner().query(
      `select c.suspected_person_id as who, c.reason from person_protection p
       join person_protection_cause c on c.protection_id = p.id where p.person_id = $1 and p.ended_at is null`,
      [mother],
    )
    expect(kept).toEqual([{ who: father, reason: 'Sprawa w toku' }])
  })

  it('a form of who does not see the phone does not erase it', async () => {
    const aunt = await makePerson(made, { givenName: 'Ewa', phone: '+48500500500', takesPart: false })
    await insert('person_protection', {
      person_id: aunt,
      owner_institution_id: places.ops,
      close_user_ids: [at('coordinator').userId],
      starts_on: '2026-11-01',
      recorded_by_id: at('teamCoordinator').userId,
    })
    const { members } = await readFamily.execute(at('coordinator'), { caseId: made.caseId })
    const before = members.find((m) => m.personId === aunt)
    expect(before?.phone).toBe(null)
    const mended = {
      personId: aunt,
      version: before?.version ?? 0,
      givenName: 'Ewa',
      familyName: 'Wrzosek',
      relationKey: 'otherRelative',
      phone: '',
      contactNote: '',
      livesTogether: 'on',
      takesPart: '',
      guardianIds: [],
      underGuardianship: '',
      guardianConflict: '',
      courtDecision: '',
      leftOn: '',
      main: '',
    }
    await editFamily.execute(at('coordinator'), { caseId: made.caseId, added: [], mended: [mended] })
    const { rows: kept } = await asOwner().query('select phone from person_contact where person_id = $1', [
      aunt,
    ])
    expect(kept).toEqual([{ phone: '+48500500500' }])
  })

  it('a print asks who sees more than the name, and nobody else', async () => {
    const ask = async (name: string) => confirmPrint.execute(at(name), { caseId: made.caseId, confirmed: '' })
    expect(await ask('coordinator')).toEqual({ persons: ['Maria Wrzosek'], lineIds: [line] })
    expect(await ask('therapist')).toEqual({ persons: ['Maria Wrzosek'], lineIds: [line] })
    expect(await ask('teacher')).toEqual({ persons: [], lineIds: [] })
    expect(await ask('worker')).toEqual({ persons: [], lineIds: [] })
  })

  it('only the confirmed print stands in the access log', async () => {
    const logged = async () =>
      (
        await asOwner().query(
          `select count(*)::int as n from audit_event where action = 'print.confirm' and actor_id = $1`,
          [at('leader').userId],
        )
      ).rows[0]
    await confirmPrint.execute(at('leader'), { caseId: made.caseId, confirmed: '' })
    expect(await logged()).toEqual({ n: 0 })
    await confirmPrint.execute(at('leader'), { caseId: made.caseId, confirmed: 'on' })
    expect(await logged()).toEqual({ n: 1 })
  })

  it('the sheet for the family does not tell it', async () => {
    const { rows: logged } = await asOwner().query(
      `select count(*)::int as n from audit_event where action = 'protection.set' and kind = 'write'`,
    )
    expect(logged).toEqual([{ n: 2 }])
    const told = await familyLedger.execute(at('leader'), { caseId: made.caseId })
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter(({ action }) => /^(protection|print)\./u.test(action))).toEqual([])
  })

  it('tells nobody: no notification and no mail names it', async () => {
    const { rows: sent } = await asOwner().query(
      `select (select count(*)::int from notification) as told, (select count(*)::int from outgoing_mail) as mailed`,
    )
    expect(sent).toEqual([{ told: 0, mailed: 0 }])
  })

  it('mail that the database itself writes goes to accounts and to institutions asked by link, and a notification to a user', async () => {
    const { rows: writers } = await asOwner().query(
      `select proname as name from pg_proc where pronamespace = 'app'::regnamespace and prosrc ~ 'insert into outgoing_mail' order by 1`,
    )
    // of a meeting hear the accounts that may read it (meetings-told.test.ts); of a model people outside, about no family
    expect(writers.map(({ name }) => name)).toEqual([
      'ask_password_reset',
      'send_line_link',
      'send_model_invitation',
      'tell_case_meeting',
      'tell_meeting',
    ])
    const { rows: columns } = await asOwner().query(
      `select column_name as name from information_schema.columns
       where table_name = 'notification' and column_name ~ 'person|mail|phone|recipient'`,
    )
    expect(columns).toEqual([])
  })

  it('is never rewritten, only ended, and ended only by both coordinators', async () => {
    const write = (name: string, data: object) =>
      asActor(at(name), (tx) => tx.personProtection.updateMany({ where: { personId: mother }, data })).then(
        ({ count }) => count,
        () => 'refused',
      )
    expect(await write('teacher', { endedAt: new Date(), endedById: at('teacher').userId })).toBe(0)
    expect(await write('leader', { endedAt: new Date(), endedById: at('leader').userId })).toBe(0)
    expect(await write('coordinator', { safeInstitutionIds: [places.school ?? ''] })).toBe('refused')
    expect(await refusal(end('leader'))).toBe('forbidden forbidden')
  })
})

describe('days of the protection', () => {
  it('counts from its first day to its last', async () => {
    await protect('coordinator', { startsOn: '25.11.2026' })
    expect(await rows('teacher')).toEqual(all)
    await protect('coordinator', { startsOn: '1.11.2026', endsOn: '23.11.2026' })
    expect(await rows('teacher')).toEqual(all)
    await protect('coordinator', { startsOn: '1.11.2026', endsOn: '24.11.2026' })
    expect(await rows('teacher')).toEqual(nameOnly)
  })

  it('ended, everybody reads again what consent opens', async () => {
    await end()
    for (const name of ['teacher', 'assistant', 'therapist'])
      expect([name, await rows(name)]).toEqual([name, all])
    expect(await rows('worker')).toEqual(byLine)
    // five times recorded; who was named as close never learns it
    expect(await rows('marked')).toEqual({ ...all, mark: 5, cause: 5 })
  })
})
