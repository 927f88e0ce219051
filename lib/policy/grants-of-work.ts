import type { Grant } from '@/lib/policy/reach'

/** Who leads a case: of the owner alone (asked in the use case and by row-level security). */
const caseLeaders = { lider_gminny: 'unit', koordynator_zespolu: 'teamCases' } satisfies Grant

/** How the work over all cases is kept in order. */
export const workGrants = {
  'case.restriction': caseLeaders,
  'case.restrict': caseLeaders,
  'case.unrestrict': caseLeaders,
} satisfies Record<string, Grant>
