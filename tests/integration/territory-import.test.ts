import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { listInstitutions } from '@/lib/institutions'
import { asActor } from '@/lib/platform/db'
import { prepareTeam, proposeJoining, readTeam } from '@/lib/teams'
import { gminaByCode, readUnit } from '@/lib/territory'
import { readTerritory } from '@/prisma/seed/reference'
import { importTerritory, parsePairs } from '@/scripts/territory/import'
import { asOwner, databaseUrl, useDatabase } from '@/tests/support/database'
import { makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

type Line = readonly [code: string, name: string]

/** The register as it stands in prisma/reference, with some lines left out, changed or added. */
const officialFile = (
  day: string,
  change: Readonly<Record<string, Line | null>>,
  added: readonly Line[] = [],
) => {
  const kept = readTerritory().flatMap(({ code, name }): Line[] => {
    const next = change[code]
    return next === null ? [] : [next ?? [code, name]]
  })
  const rows = [...kept, ...added].map(([code, name]) => {
    const parts = [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6), code.slice(6)]
    return [...parts, code.length === 2 ? name.toLocaleUpperCase('pl') : name, '', day].join(';')
  })
  // A town inside an urban-rural gmina (RODZ 4) is no unit and must be passed over.
  const part = ['18', '16', '12', '4', 'Świlcza', 'miasto', day].join(';')
  return `\ufeff${['WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA', ...rows, part].join('\r\n')}\r\n`
}

/** Świlcza becomes urban-rural, Chmielnik is renamed, Trzebownisko goes into Krasne, one gmina is new. */
const nextYear = officialFile(
  '2027-01-01',
  {
    '1816122': ['1816123', 'Świlcza'],
    '1816042': ['1816042', 'Chmielnik Rzeszowski'],
    '1816132': null,
  },
  [['1816152', 'Nowa Wieś']],
)

const run = (text: string, { pairs = [] as string[], write = false } = {}) =>
  importTerritory(asOwner(), { text, choices: parsePairs(pairs), write })

const unit = async (code: string) =>
  (
    await asOwner().query(
      `select name, kind, to_char(valid_from, 'YYYY-MM-DD') as from, to_char(valid_to, 'YYYY-MM-DD') as to,
         successor_code, former_names, lat, lon from territory_unit where code = $1`,
      [code],
    )
  ).rows[0]

const imports = async () =>
  (await asOwner().query('select count(*)::int as n from territory_import')).rows[0]?.n as number

describe('a bad file', () => {
  const lines = nextYear.split('\r\n')
  const cases: [string, string, string][] = [
    ['an empty file', '', 'Line 1: the file holds no units'],
    [
      'another header',
      nextYear.replace('RODZ', 'RODZAJ'),
      'Line 1, RODZ: the header is not that of a TERC file',
    ],
    [
      'an unknown kind',
      lines.with(7, '02;01;01;7;Bolesławiec;;2027-01-01').join('\n'),
      'Line 8, RODZ: not a kind of gmina (RODZ) (7)',
    ],
    ['a short line', lines.with(2, '02;01').join('\n'), 'Line 3: wrong number of columns (2)'],
    ['31 February', nextYear.replaceAll('2027-01-01', '2027-02-31'), 'not a date'],
  ]

  it.each(cases)('%s is refused with its line, and nothing is written', async (_, text, message) => {
    const outcome = await run(text, { write: true })
    expect([outcome.ok, outcome.written]).toEqual([false, false])
    expect(outcome.lines.join('\n')).toContain(message)
    expect(await imports()).toBe(0)
  })

  it('the command ends with 1 and one readable message', () => {
    const folder = mkdtempSync(join(tmpdir(), 'terc-'))
    const file = join(folder, 'terc.csv')
    writeFileSync(file, lines.with(2, '02;01').join('\n'))
    const done = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/territory-import.ts', file, '--write'],
      {
        env: { ...process.env, DATABASE_OWNER_URL: databaseUrl() },
        encoding: 'utf8',
      },
    )
    rmSync(folder, { recursive: true })
    expect(done.status).toBe(1)
    expect(done.stderr).toBe(
      'This file cannot be read; nothing was written.\nLine 3: wrong number of columns (2)\n',
    )
  })

  it('an older file than the database is refused', async () => {
    const outcome = await run(officialFile('2025-01-01', {}), { write: true })
    expect(outcome.lines).toEqual([
      'The file is of 2025-01-01, the database already of 2026-01-01; nothing was written.',
    ])
  })
})

it('the same state of the register changes nothing', async () => {
  expect(await run(officialFile('2026-01-01', {}), { write: true })).toEqual({
    ok: true,
    written: false,
    lines: ['TERC of 2026-01-01: the database agrees with it (2875 units). Nothing to write.'],
  })
  expect(await imports()).toBe(0)
})

describe('a new year', () => {
  let ops = ''
  let swallowed = ''
  let teamId = ''
  let caseId = ''
  let gone = ''
  let merged: string[] = []
  const pairs = ['1816132=1816092']

  beforeAll(async () => {
    ops = await makeInstitution({ name: 'GOPS Świlcza' })
    swallowed = await makeInstitution({ name: 'GOPS Trzebownisko', seat: '1816132' })
    teamId = await makeTeam({ lead: ops, variant: 'I' })
    caseId = (await makeCase({ teamId, owner: ops })).caseId
    const here = await makeTeam({ lead: swallowed, gmina: '1816092', variant: 'I', status: 'dissolved' })
    gone = await makeTeam({ lead: swallowed, gmina: '1816132', variant: 'I' })
    merged = [
      (await makeCase({ teamId: here, owner: swallowed, gmina: '1816092' })).caseId,
      (await makeCase({ teamId: gone, owner: swallowed, gmina: '1816132' })).caseId,
    ]
    await asOwner().query('update family_case set sequence = 1 where id = any ($1)', [merged])
    await asOwner().query(
      `insert into gmina_plan (gmina_code, powiat_code, wojewodztwo_code, institution_id, created_by_id)
       select code, '1816', '18', $1, $1 from unnest(array['1816122', '1816132', '1816092']) code`,
      [ops],
    )
    await asOwner().query(
      `insert into recruitment (gmina_code, powiat_code, wojewodztwo_code, institution_id, kind_key, invited_on, invited_by_id,
         invited_by_name, by_institution_id)
       select code, '1816', '18', $1, 'ops', '2026-10-01', $1, 'Anna Próbna', $1
       from unnest(array['1816122', '1816132', '1816092']) code`,
      [ops],
    )
  })

  it('is reported in words before anything is written', async () => {
    const outcome = await run(nextYear)
    expect(outcome.ok).toBe(true)
    expect(outcome.lines.join('\n')).toBe(
      [
        'TERC of 2027-01-01, compared with 2875 units in force.',
        '',
        'Added (1):',
        '  1816152 Nowa Wieś (rural)',
        '',
        'Renamed (1):',
        '  1816042 Chmielnik -> Chmielnik Rzeszowski',
        '',
        'Changed kind, same place: the successor inherits the centre (1):',
        '  1816122 Świlcza (rural) -> 1816123 Świlcza (urban-rural)',
        '',
        'Ended, and a pair must be chosen by hand (1):',
        '  1816132 Trzebownisko (rural): perhaps 1816152 Nowa Wieś (rural)',
        '',
        'Follow the successor (4):',
        '  teams: 1',
        '  institutions: 1',
        '  served areas: 1',
        '  cases: 1',
        '',
        '1 added without a centre point: the file knows none; the schematic map leaves them out.',
        '',
        'Nothing was written: 1 ended without a known successor. Choose each, as in',
        '  --pair 1816132=1816152   or, when nothing follows it,   --pair 1816132=none',
      ].join('\n'),
    )
    expect(await imports()).toBe(0)
    expect((await unit('1816122'))?.to).toBeNull()
  })

  it('is not written while a pair is missing, and a senseless pair is refused', async () => {
    expect(await run(nextYear, { write: true })).toMatchObject({ ok: false, written: false })
    expect((await run(nextYear, { write: true, pairs: ['1816042=1816092'] })).lines).toEqual([
      '--pair: 1816042 is not an ended unit without a successor; nothing was written.',
    ])
    expect(() => parsePairs(['Trzebownisko=Krasne'])).toThrow('write OLD=NEW')
    expect(await imports()).toBe(0)
  })

  it('is not written while two live teams of a variant would meet, and goes through when they are joined', async () => {
    const other = await makeTeam({ lead: swallowed, gmina: '1816092', variant: 'I' })
    const outcome = await run(nextYear, { write: true, pairs })
    expect(outcome.ok).toBe(false)
    const lines = outcome.lines.join('\n')
    expect(lines).toContain('these would meet. Join them first')
    expect(lines).toContain(`/zespoly/${gone}/polaczenie`)
    const leader = await makeActor(swallowed, { role: 'lider_gminny' })
    const done = await proposeJoining.execute(leader, {
      teamId: gone,
      version: 1,
      intoTeamId: other,
      signedOn: '2026-11-24',
      reason: 'gminy się łączą',
      finalReport: 'Sprawozdanie',
    })
    expect(done).toEqual({ decided: true })
  })

  it('is written whole: periods, successors, centre, former name', async () => {
    const outcome = await run(nextYear, { write: true, pairs })
    expect([outcome.ok, outcome.written]).toEqual([true, true])
    expect(await unit('1816122')).toMatchObject({ to: '2026-12-31', successor_code: '1816123', kind: 2 })
    expect(await unit('1816123')).toMatchObject({ from: '2027-01-01', to: null, kind: 3, name: 'Świlcza' })
    const [before, after] = [await unit('1816122'), await unit('1816123')]
    expect([after?.lat, after?.lon]).toEqual([before?.lat, before?.lon])
    expect(await unit('1816132')).toMatchObject({ to: '2026-12-31', successor_code: '1816092' })
    expect(await unit('1816042')).toMatchObject({
      name: 'Chmielnik Rzeszowski',
      former_names: ['Chmielnik'],
      from: '2026-01-01',
    })
    expect(await unit('1816152')).toMatchObject({ name: 'Nowa Wieś', from: '2027-01-01', lat: null })
    const { rows } = await asOwner().query<{ n: number }>(
      'select count(*)::int as n from territory_unit where valid_to is null',
    )
    expect(rows[0]?.n).toBe(2875)
  })

  it('running it again changes nothing', async () => {
    expect(await run(nextYear, { write: true, pairs })).toEqual({
      ok: true,
      written: false,
      lines: ['TERC of 2027-01-01: the database agrees with it (2875 units). Nothing to write.'],
    })
    expect(await imports()).toBe(1)
  })

  it('teams, institutions and cases work on under the successor', async () => {
    const leader = await makeActor(ops, { role: 'lider_gminny' })
    const view = await readTeam.execute(leader, { teamId })
    expect(view.gmina).toEqual({ code: '1816123', name: 'Świlcza' })
    const served = await listInstitutions.execute(leader, { unit: '1816123', cursor: null })
    expect(served.rows.map(({ name, seat }) => [name, seat])).toEqual([['GOPS Świlcza', 'Świlcza']])
    const { rows } = await asOwner().query('select number, gmina_code from family_case where id = $1', [
      caseId,
    ])
    expect(rows).toEqual([{ number: expect.stringMatching(/^1816122\/2026\//u), gmina_code: '1816123' }])
  })

  it('the plan of the region goes with its gminas; where two were planned one plan and one invitation hold', async () => {
    const { rows: plans } = await asOwner().query(
      'select gmina_code from gmina_plan where dropped_on is null order by 1',
    )
    expect(plans.map((row) => row.gmina_code)).toEqual(['1816092', '1816123'])
    const { rows: open } = await asOwner().query(
      'select gmina_code from recruitment where ended_on is null order by 1',
    )
    expect(open.map((row) => row.gmina_code)).toEqual(['1816092', '1816123'])
  })

  it('a form that was filled in before still names its gmina', async () => {
    const rops = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
    const animator = await makeActor(rops, { role: 'animator' })
    const ready = await prepareTeam.execute(animator, { gmina: '1816122' })
    expect(ready.gmina).toMatchObject({ code: '1816123', kind: 3 })
    expect(ready.places.find(({ key }) => key === 'ops')?.institutions.map(({ name }) => name)).toEqual([
      'GOPS Świlcza',
    ])
    const past = await readUnit.execute(animator, { code: '1816122' })
    expect(past.successor).toMatchObject({ code: '1816123', kind: 3 })
    await expect(asActor(animator, (tx) => gminaByCode(tx, '1816999'))).rejects.toThrow()
  })

  it('cases of a gmina that was taken in keep their numbers and leave the next one free', async () => {
    const { rows } = await asOwner().query(
      'select gmina_code, sequence from family_case where id = any ($1) order by sequence',
      [merged],
    )
    expect(rows).toEqual([
      { gmina_code: '1816092', sequence: 1 },
      { gmina_code: '1816092', sequence: 2 },
    ])
  })
})
