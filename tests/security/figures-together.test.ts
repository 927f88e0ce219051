import { beforeAll, expect, test } from 'vitest'
import { regionFigures, teamFigures } from '@/lib/dashboards'
import { asActor } from '@/lib/platform/db'
import type { Actor } from '@/lib/policy/actor'
import { useDatabase } from '@/tests/support/database'
import { makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

let rops: Actor
let animator: Actor
let radny: Actor
let large = ''
let small = ''

/** Two gminas of one powiat: six families in Trzebownisko, one in Krasne, seven in the powiat. */
beforeAll(async () => {
  const ops = await makeInstitution({ kind: 'ops', seat: '1816132' })
  const council = await makeInstitution({ kind: 'rada_gminy', seat: '1816132' })
  large = await makeTeam({ lead: ops, members: [council], gmina: '1816132', variant: 'I' })
  const other = await makeInstitution({ kind: 'ops', seat: '1816092' })
  small = await makeTeam({ lead: other, gmina: '1816092', variant: 'I' })
  for (let n = 0; n < 6; n += 1) await makeCase({ teamId: large, owner: ops, gmina: '1816132' })
  await makeCase({ teamId: small, owner: other, gmina: '1816092' })
  const office = await makeInstitution({ kind: 'rops', level: 'wojewodztwo', seat: '1863011' })
  rops = await makeActor(office, { role: 'rops_koordynator', wojewodztwoCode: '18' })
  animator = await makeActor(office, { role: 'animator', teamId: large })
  radny = await makeActor(council, { role: 'radny' })
})

const hidden = { kind: 'hidden' }

test('the table of the powiat hides the next smallest gmina beside the small one', async () => {
  const { total, parts } = await regionFigures.execute(rops, { code: '1816' })
  expect(total.families).toEqual({ kind: 'count', value: 7 })
  expect(parts.find((part) => part.code === '1816092')?.families).toEqual({ kind: 'few' })
  expect(parts.find((part) => part.code === '1816132')?.families).toEqual(hidden)
})

test('and the page of that gmina’s team gives the hidden number away to nobody who sees the region', async () => {
  for (const watcher of [rops, animator]) {
    const { stages } = await teamFigures.execute(watcher, { teamId: large })
    expect(stages.get('all')).toEqual(hidden)
    expect(stages.get('diagnosis')).toEqual(hidden)
  }
  const { stages } = await teamFigures.execute(rops, { teamId: small })
  expect(stages.get('all')).toEqual({ kind: 'few' })
})

test('nor does the database, whatever the measure', async () => {
  for (const measure of ['stages', 'outcomes', 'services', 'unmet']) {
    const rows = await asActor(
      rops,
      (tx) => tx.$queryRaw<{ shown: string }[]>`select * from app.team_figures(${measure}, ${large}::uuid)`,
    )
    expect(rows.map(({ shown }) => shown).filter((shown) => shown === '6')).toEqual([])
  }
})

test('the councillor, who sees no other gmina, still reads the number of the own team', async () => {
  const { stages } = await teamFigures.execute(radny, { teamId: large })
  expect(stages.get('all')).toEqual({ kind: 'count', value: 6 })
})
