import { beforeAll, describe, expect, it } from 'vitest'
import {
  attachToDocument,
  fillMeetingPaper,
  fillPersonDocument,
  fillTeamDocument,
  listTeamDocuments,
  type MeetingPaper,
  meetingPaperKeys,
  renderBuiltIn,
} from '@/lib/documents'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { asOwner, useDatabase } from '@/tests/support/database'
import { openDocx, openPdf } from '@/tests/support/papers'
import { refusal } from '@/tests/support/refusal'
import { insert, makeActor, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let teamId: string
let ops: string
let leader: Actor
let councillor: Actor
let teacher: Actor
let stranger: Actor

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS w Świlczy' })
  const school = await makeInstitution({
    name: 'Szkoła Podstawowa w Bratkowicach',
    kind: 'szkola_podstawowa',
  })
  const council = await makeInstitution({ kind: 'rada_gminy' })
  teamId = await makeTeam({ lead: ops, members: [school, council] })
  leader = await makeActor(ops, { role: 'lider_gminny' })
  teacher = await makeActor(school, { role: 'decydent' }, { givenName: 'Bogumiła', familyName: 'Źdźbło' })
  councillor = await makeActor(council, { role: 'radny' })
  stranger = await makeActor(await makeInstitution({ seat: '2013072' }), { role: 'lider_gminny' })
  await makeActor(
    ops,
    { role: 'koordynator_zespolu', teamId },
    { givenName: 'Ewelina', familyName: 'Żółkiewska' },
  )
  await asOwner().query(
    `update team set rules_adopted_on = '2024-02-05', agreement_text = $2 where id = $1`,
    [teamId, 'POROZUMIENIE\n1. Strony współpracują w trosce o rodziny.'],
  )
  await asOwner().query(
    'update team_member set representative_id = $2 where team_id = $1 and institution_id = $3',
    [teamId, teacher.userId, school],
  )
})

const scan = () => new File([Buffer.from('%PDF-1.4\n(podpis)\n%%EOF\n')], 'skan.pdf')

describe('a document of a team', () => {
  it('is filled in out of what the product knows, as DOCX and as PDF', async () => {
    const { data } = await fillTeamDocument.execute(leader, { teamId, key: 'porozumienie' })
    const { text } = openDocx(await renderBuiltIn('porozumienie', data, 'docx'))
    const pdf = await openPdf(await renderBuiltIn('porozumienie', data, 'pdf'))
    for (const words of [
      'GOPS w Świlczy',
      'Bogumiła Źdźbło',
      '1. Strony współpracują w trosce o rodziny.',
      '31.12.2030',
    ]) {
      expect(text).toContain(words)
      expect(pdf.text).toContain(words)
    }
    const { data: rules } = await fillTeamDocument.execute(teacher, { teamId, key: 'regulamin' })
    expect(rules.fields).toMatchObject({ koordynator: 'Ewelina Żółkiewska', regulamin_przyjety: '5.02.2024' })
    expect(
      rules.tables.terminy?.find((row) => row.czynnosc === 'Zebranie podpisów pod porozumieniem'),
    ).toEqual({
      czynnosc: 'Zebranie podpisów pod porozumieniem',
      termin: '60 dni kalendarzowych',
    })
  })

  it('is for who reads the team; the report for who sees its figures', async () => {
    const listed = async (actor: Actor) =>
      (await listTeamDocuments.execute(actor, { teamId })).documents.map((d) => d.key)
    expect(await listed(councillor)).toEqual([
      'porozumienie',
      'zarzadzenie',
      'regulamin',
      'plan_zespolu',
      'sprawozdanie',
    ])
    expect(await listed(teacher)).toEqual(['porozumienie', 'zarzadzenie', 'regulamin', 'plan_zespolu'])
    expect(await refusal(fillTeamDocument.execute(teacher, { teamId, key: 'sprawozdanie' }))).toBe(
      'forbidden forbidden',
    )
    expect(await refusal(fillTeamDocument.execute(stranger, { teamId, key: 'regulamin' }))).toBe(
      'notFound notFound',
    )
  })

  it('gets its signed scan as the next version, from who keeps the team', async () => {
    const attach = (actor: Actor) =>
      attachToDocument.execute(actor, { teamId, key: 'regulamin', file: scan() })
    expect((await attach(leader)).versionNo).toBe(1)
    expect((await attach(leader)).versionNo).toBe(2)
    for (const actor of [teacher, councillor])
      expect(await refusal(attach(actor))).toBe('forbidden forbidden')
    const { versions } = await listTeamDocuments.execute(teacher, { teamId })
    expect(versions.map((v) => [v.slot, v.versionNo])).toEqual([
      ['regulamin', 2],
      ['regulamin', 1],
    ])
  })
})

describe('the authorisation of a person', () => {
  it('is ready to sign, with the statement of confidentiality', async () => {
    const worker = await makeActor(
      ops,
      { role: 'koordynator_rodziny' },
      { givenName: 'Łucja', familyName: 'Żak' },
    )
    const of = { institutionId: ops, userId: worker.userId }
    expect(await refusal(fillPersonDocument.execute(leader, of))).toBe('conflict wrongState')
    await insert('authorisation', {
      id: crypto.randomUUID(),
      user_id: worker.userId,
      institution_id: ops,
      scope: 'Dane rodzin objętych współpracą',
      issued_by_id: leader.userId,
      valid_from: '2026-01-01',
      valid_to: '2026-12-31',
    })
    const { data } = await fillPersonDocument.execute(leader, of)
    const pdf = await openPdf(await renderBuiltIn('upowaznienie', data, 'pdf'))
    for (const words of [
      'Łucja Żak',
      'GOPS w Świlczy',
      'Dane rodzin objętych współpracą',
      '1.01.2026',
      '31.12.2026',
    ])
      expect(pdf.text).toContain(words)
    expect(await refusal(fillPersonDocument.execute(teacher, of))).toBe('forbidden forbidden')
  })
})

describe('the papers of a meeting', () => {
  const meeting: MeetingPaper = {
    team: 'Zespół w Świlczy',
    title: 'spotkanie zespołu nr 3/2026',
    day: '2026-12-10',
    from: '10:00',
    to: null,
    place: 'sala narad',
    chair: 'Halina Wójtowicz',
    minuteTaker: null,
    agenda: [{ title: 'Świetlica', by: 'Bogumiła Zych' }],
    people: [{ name: 'Łucja Żak', institution: 'GOPS w Świlczy', attendance: 'substitute' }],
    quorum: { needed: 2, present: 1 },
    course: 'Omówiono świetlicę.\nUstalono terminy.',
    decisions: [{ text: 'Świetlica od stycznia', who: 'szkoła', dueOn: '2027-01-04' }],
    remarks: null,
  }
  const expected: Record<(typeof meetingPaperKeys)[number], string[]> = {
    zaproszenie: ['10.12.2026, godz. 10:00.', 'sala narad', 'Świetlica (Bogumiła Zych)', 'Halina Wójtowicz'],
    porzadek: ['Świetlica (Bogumiła Zych)', 'spotkanie zespołu nr 3/2026'],
    lista_obecnosci: ['Łucja Żak', 'zastępstwo'],
    protokol: [
      'Protokołuje: ………',
      'brak (obecnych instytucji: 1, potrzeba: 2)',
      'Ustalono terminy.',
      '4.01.2027',
      'Nie zgłoszono uwag.',
    ],
  }

  it.each(meetingPaperKeys)('%s is filled in from what the meeting gives', async (key) => {
    const filled = await asActor(leader, (tx) =>
      fillMeetingPaper(
        { tx, actor: leader, now: new Date(), today: '2026-11-26' },
        key,
        meeting,
        leader.wojewodztwoCode,
      ),
    )
    expect(filled.template).toBeNull()
    const { text } = openDocx(await renderBuiltIn(key, filled.data, 'docx'))
    for (const words of expected[key]) expect(text).toContain(words)
  })
})
