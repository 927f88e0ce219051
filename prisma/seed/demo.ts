import { Client } from 'pg'
import { hashPassword } from '@/lib/people/passwords'
import { addAttachments } from '@/prisma/seed/demo/attachments'
import { addAudit } from '@/prisma/seed/demo/audit'
import { addCaseMeetings } from '@/prisma/seed/demo/case/meetings'
import { addCases } from '@/prisma/seed/demo/cases'
import { addOverlay } from '@/prisma/seed/demo/catalogue'
import { addDestruction } from '@/prisma/seed/demo/destruction'
import { addImports } from '@/prisma/seed/demo/imports'
import { addInstitutions } from '@/prisma/seed/demo/institutions'
import { addJoining } from '@/prisma/seed/demo/joining'
import { addLibrary } from '@/prisma/seed/demo/library'
import { addLightCases } from '@/prisma/seed/demo/light'
import { addLinks } from '@/prisma/seed/demo/links'
import { addMeetings } from '@/prisma/seed/demo/meetings'
import { addModelConsultations } from '@/prisma/seed/demo/model-consultations'
import { addMoves } from '@/prisma/seed/demo/moves'
import { addNotifications } from '@/prisma/seed/demo/notifications'
import { addOutside } from '@/prisma/seed/demo/outside'
import { addCredentials, addPeople } from '@/prisma/seed/demo/people'
import { addLetters, addProgramme } from '@/prisma/seed/demo/programme'
import { addQuestions } from '@/prisma/seed/demo/questions'
import { addRoles } from '@/prisma/seed/demo/roles'
import { addSchool } from '@/prisma/seed/demo/school'
import { addTeams } from '@/prisma/seed/demo/teams'
import { addTemplates } from '@/prisma/seed/demo/templates'
import { addVariants, moveTeams } from '@/prisma/seed/demo/variants'
import { insertWorld, makeWorld, type World } from '@/prisma/seed/demo/world'
import { demoPassword } from '@/prisma/seed/demo-people'
import type { Row } from '@/prisma/seed/rows'

/** {TERYT7}/{year}/{sequence}: in the order of opening, one sequence a gmina and year (domain 5.3.9). */
const numbered = (rows: readonly Row[]): Row[] => {
  const last = new Map<string, number>()
  return [...rows]
    .sort(
      (a, b) =>
        String(a.opened_on).localeCompare(String(b.opened_on)) || String(a.id).localeCompare(String(b.id)),
    )
    .map((row) => {
      const year = Number(String(row.opened_on).slice(0, 4))
      const place = `${row.gmina_code}/${year}`
      const sequence = (last.get(place) ?? 0) + 1
      last.set(place, sequence)
      return { ...row, year, sequence, number: `${place}/${sequence}` }
    })
}

const build = (now: Date, passwordHash: string): World => {
  const world = makeWorld(now)
  const people = addPeople(world, addInstitutions(world))
  addCredentials(world, passwordHash)
  const teams = addTeams(world, people)
  addRoles(world, people, teams)
  addAttachments(world, teams)
  addLinks(world, people, now)
  const stories = addCases(world, teams, people)
  addOutside(world, stories, now)
  addLightCases(world, teams)
  addMoves(world, stories)
  addDestruction(world)
  addOverlay(world)
  addVariants(world)
  addTemplates(world)
  addImports(world)
  addMeetings(world, teams)
  addProgramme(world)
  addLetters(world)
  addSchool(world)
  addQuestions(world)
  addLibrary(world)
  addModelConsultations(world)
  addCaseMeetings(world, stories)
  addAudit(world, stories)
  addNotifications(world, stories)
  addJoining(world, people)
  return world
}

/** Consents go from draft to their answer, so that the same triggers write the grants as in daily work. */
const answerConsents = async (client: Client, world: World): Promise<void> => {
  const answers = JSON.stringify(world.rows('consent_answer'))
  const change = (statuses: string, set: string) =>
    client.query(
      `update consent c set ${set} from jsonb_to_recordset($1) as a(id uuid, status consent_status, withdrawn_at timestamptz)
       where a.id = c.id and a.status in (${statuses})`,
      [answers],
    )
  await change(`'refused'`, `status = 'refused'`)
  await change(`'granted', 'withdrawn'`, `status = 'granted'`)
  await change(
    `'withdrawn'`,
    `status = 'withdrawn', withdrawn_at = a.withdrawn_at, withdrawn_channel = 'paper'`,
  )
  await client.query(
    `update case_grant g set ended_at = c.withdrawn_at from consent c where c.id = g.consent_id and c.status = 'withdrawn'`,
  )
}

/** What the families signed, word for word, by the same function that seals a plan in daily work. */
const sealPlans = async (client: Client): Promise<void> => {
  await client.query(
    `insert into plan_content (plan_id, case_id, team_id, owner_institution_id, body, created_at)
     select p.id, p.case_id, p.team_id, p.owner_institution_id, app.plan_body(p.id), p.approved_at
     from plan p where p.in_force_on is not null`,
  )
  // a version that another one replaced said less: its first service came once a month, its first goal had no day
  await client.query(
    `update plan_content c
     set body = jsonb_set(jsonb_set(c.body::jsonb, '{lines,0,frequency}', '"monthly"'), '{goals,0,due}', 'null')::text
     from plan p where p.id = c.plan_id and p.status = 'superseded' and not p.ended_with_case`,
  )
  await client.query(
    `update plan p set content_hash = encode(sha256(convert_to(c.body, 'UTF8')), 'hex')
     from plan_content c where c.plan_id = p.id`,
  )
}

/**
 * The invented demo: 81 institutions, 13 teams, 60 cases in full depth and 1,500 light ones of past years, all marked
 * as samples. Random numbers are fixed, dates are counted from today, so that what is late is late. Needs the
 * reference data and the key of the installation. Skips a database that has the demo already.
 */
export const seedDemo = async (ownerUrl: string, now: Date = new Date()): Promise<'seeded' | 'unchanged'> => {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const known = await client.query<{ any: boolean }>(
      `select exists (select from team where is_sample) as any`,
    )
    if (known.rows[0]?.any) return 'unchanged'
    const world = build(now, await hashPassword(demoPassword))
    await client.query('begin')
    await insertWorld(client, world, { family_case: numbered(world.rows('family_case')) })
    await answerConsents(client, world)
    await sealPlans(client)
    await moveTeams(client, world)
    await client.query('commit')
    await client.query('analyze')
    return 'seeded'
  } finally {
    await client.end()
  }
}
