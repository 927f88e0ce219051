import { caseListers, caseWorkers, coordinatorAndAssistant, type Grant } from '@/lib/policy/reach'

/** Who leads a case; what is restricted, of the owner alone (asked in the use case and by row-level security). */
const caseLeaders = { lider_gminny: 'unit', koordynator_zespolu: 'teamCases' } satisfies Grant

/** For whoever is absent: the head of the house; the team's coordinator in cases of the own unit (asked thing by thing). */
const workGivers = {
  lider_gminny: 'institution',
  lider_powiatowy: 'institution',
  decydent: 'institution',
  koordynator_zespolu: 'institution',
} satisfies Grant

/** Who edits something of a case; which form is asked by the database. */
const editors = {
  koordynator_rodziny: 'case',
  koordynator_zespolu: 'teamCases',
  asystent_rodziny: 'case',
  specjalista: 'case',
} satisfies Grant

/** How the work over all cases is kept in order. */
export const workGrants = {
  'case.restriction': caseLeaders,
  'case.restrict': caseLeaders,
  'case.unrestrict': caseLeaders,
  'case.variant': caseWorkers,
  'case.moveVariantVersion': caseLeaders,
  'monitoring.move': coordinatorAndAssistant,
  'form.open': editors,
  'filter.list': caseListers,
  'filter.save': caseListers,
  'filter.mend': caseListers,
  'filter.remove': caseListers,
  'handover.prepare': workGivers,
  'handover.give': workGivers,
  'handover.read': workGivers,
} satisfies Record<string, Grant>
