import { expect, it } from 'vitest'
import { powiatWork } from '@/lib/board'
import { listCases } from '@/lib/cases'
import { teamsForReferral } from '@/lib/referrals'
import * as teams from '@/lib/teams'
import { asOwner, useDatabase } from '@/tests/support/database'
import { makeActor, makeCase, makeInstitution, makeTeam } from '@/tests/support/world'

useDatabase()

it('a CUS that serves two gminas leads the team of each, with one list of its cases', async () => {
  const cus = await makeInstitution({ kind: 'cus', seat: '1816122', name: 'CUS Świlcza i Krasne' })
  await asOwner().query('update institution set replaces_ops = true where id = $1', [cus])
  await asOwner().query(
    `insert into institution_area (institution_id, unit_code) values ($1, '1816122'), ($1, '1816072') on conflict do nothing`,
    [cus],
  )
  const pcpr = await makeInstitution({ kind: 'pcpr', level: 'powiat', seat: '1816122' })
  const leader = await makeActor(cus, { role: 'lider_gminny' })
  const founded = await teams.createTeam.execute(leader, {
    gmina: '1816072',
    variant: 'I',
    lead: '',
    members: [pcpr],
    fresh: {},
  })
  expect((await teams.readTeam.execute(leader, { teamId: founded.teamId })).leadInstitutionId).toBe(cus)

  const first = await makeTeam({ lead: cus, members: [pcpr], gmina: '1816122', variant: 'II' })
  const second = await makeTeam({ lead: cus, members: [pcpr], gmina: '1816072', variant: 'II' })
  await makeCase({ teamId: first, owner: cus, status: 'inProgress', label: 'Rodzina Anielska' })
  await makeCase({ teamId: second, owner: cus, status: 'inProgress', label: 'Rodzina Bukowa' })
  expect((await teamsForReferral.execute(leader, {})).map((t) => t.id).sort()).toEqual([first, second].sort())
  const list = await listCases.execute(leader, { stage: 'open', order: 'opened' })
  expect(list.rows.map((r) => r.label).sort()).toEqual(['Rodzina Anielska', 'Rodzina Bukowa'])

  // and the PCPR of the powiat sees both teams on one work list
  const head = await makeActor(pcpr, { role: 'lider_powiatowy' })
  const work = await powiatWork.execute(head, {} as never)
  expect(JSON.stringify(work)).toContain(first)
  expect(JSON.stringify(work)).toContain(second)
})
