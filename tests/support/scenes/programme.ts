import { insert } from '@/tests/support/world'

type Ids = Record<string, string>

/** The plan of a gmina of another region, with a note of a visit, for a stranger's ids. */
export const addProgramme = async (foreign: Ids, owner: string, person: string): Promise<void> => {
  foreign.gmina_plan = crypto.randomUUID()
  await insert('gmina_plan', {
    id: foreign.gmina_plan,
    gmina_code: '1816122',
    powiat_code: '1816',
    wojewodztwo_code: '18',
    institution_id: owner,
    created_by_id: person,
  })
  foreign.visit = crypto.randomUUID()
  await insert('programme_visit', {
    id: foreign.visit,
    plan_id: foreign.gmina_plan,
    gmina_code: '1816122',
    wojewodztwo_code: '18',
    kind: 'visit',
    held_on: '2026-10-05',
    whom_with: 'wójt',
    author_id: person,
    author_name: 'Anna Obca',
    institution_id: owner,
  })
  foreign.recruitment = crypto.randomUUID()
  await insert('recruitment', {
    id: foreign.recruitment,
    gmina_code: '1816122',
    powiat_code: '1816',
    wojewodztwo_code: '18',
    institution_id: owner,
    kind_key: 'ops',
    invited_on: '2026-10-05',
    invited_by_id: person,
    invited_by_name: 'Anna Obca',
    by_institution_id: owner,
  })
}

/** What a generic sample cannot guess of the programme. */
export const programmeExtra = (foreign: Ids): Record<string, Record<string, unknown>> => ({
  'programme.read': { gmina: '1816122' },
  'programme.plan': { gminas: ['1816122'], animatorId: '' },
  'programme.note': { planId: foreign.gmina_plan },
  'programme.assign': { planId: foreign.gmina_plan, animatorId: '' },
  'programme.keep': { planId: foreign.gmina_plan },
  'programme.drop': { planId: foreign.gmina_plan },
  'recruit.agreed': { gmina: '1816122' },
  'recruit.list': { gmina: '1816122' },
  'recruit.invite': { gmina: '1816122', institutions: [foreign.institution] },
})
