import type { Client } from 'pg'
import { nationalBody, type VariantBody } from '@/lib/variants'
import { idOf, type World } from '@/prisma/seed/demo/world'

const keeper = idOf('user', 'koordynator.rops@demo.example')
const centre = idOf('institution', 'rops_rzeszow')
const national = nationalBody('I')

/** What Podkarpackie agreed with its rural gminas: mild, so that a team moves without harm. */
const first: VariantBody = {
  ...national,
  roles: { ...national.roles, animator: 'Doradca gminy' },
  terms: { ...national.terms, diagnosis: { unit: 'business', count: 20 } },
  recommendedKinds: [...national.recommendedKinds, 'osp', 'kgw'],
  documents: { 'team.dissolve': ['sprawozdanie'] },
  areas: national.areas.map((area) =>
    area.key === 'siec_wsparcia' ? { ...area, name: 'Sąsiedzi, sieć wsparcia i aktywność' } : area,
  ),
}

const second: VariantBody = {
  ...first,
  terms: { ...first.terms, caseMeetingRhythm: { unit: 'month', count: 1 } },
  documents: { ...first.documents, 'case.startEvaluation': ['karta_monitoringu'] },
}

const shared = {
  wojewodztwo_code: '18',
  variant_key: 'I',
  institution_id: centre,
  created_by_id: keeper,
}

/** The first version of variant I in Podkarpackie, and the draft of the second. */
export const addVariants = (world: World): void => {
  const published = world.daysAgo(120)
  world.add(
    'variant_version',
    {
      ...shared,
      id: idOf('variant', 'I', 1),
      number: 1,
      body: first,
      note: 'Diagnoza ma 20 dni roboczych zamiast 30 kalendarzowych. W małych gminach pomagają straż i koła gospodyń, dlatego są zalecane. Tak ustalono na spotkaniu liderów.',
      created_at: world.at(world.daysAgo(150)),
      updated_at: world.at(published, 240),
      published_at: world.at(published, 240),
      published_by_id: keeper,
      version: 4,
    },
    {
      ...shared,
      id: idOf('variant', 'I', 2),
      body: second,
      created_at: world.at(world.daysAgo(12)),
      updated_at: world.at(world.daysAgo(6)),
      version: 3,
    },
  )
}

/** Which teams moved to it since; the others stay with the national model. */
const moved = ['krasne']

/**
 * After everything is there: a team that is inserted begins with the newest version by itself. Its cases of before keep
 * the national model, those that began since go by the version.
 */
export const moveTeams = async (client: Client, world: World): Promise<void> => {
  const version = idOf('variant', 'I', 1)
  const at = world.at(world.daysAgo(105), 300)
  for (const key of moved) {
    const team = idOf('team', key)
    await client.query(
      `insert into team_variant_move (id, team_id, to_version_id, reason, by_id, institution_id, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        idOf('variant-move', key),
        team,
        version,
        'Tak ustalili liderzy na spotkaniu zespołu: straż i koło gospodyń już pomagają rodzinom.',
        keeper,
        centre,
        at,
      ],
    )
    await client.query(
      'update family_case set variant_version_id = $1 where team_id = $2 and created_at >= $3',
      [version, team, at],
    )
  }
}
