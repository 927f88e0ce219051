export { countryFigures } from '@/lib/dashboards/country'
export {
  type Amount,
  type GminaTeam,
  type HelpTime,
  type Shown,
  shareOf,
  type TeamMoney,
  type TeamState,
  type Wait,
} from '@/lib/dashboards/figures'
export { boundsOf } from '@/lib/dashboards/outline'
export { type GminaTask, type RegionTasks, regionFigures } from '@/lib/dashboards/region'
export { teamFigures } from '@/lib/dashboards/team'
export { type TeamReport, teamsFigures } from '@/lib/dashboards/teams'
export type { Overview, UnitFigures } from '@/lib/dashboards/units'
