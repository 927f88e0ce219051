import type { CaseHead } from '@/lib/cases'
import { paths } from '@/lib/web/paths'

/** Where the work of a stage is done, when it is not on the case's own page. */
export const stepLink = ({ id, status }: CaseHead): string | null => {
  switch (status) {
    case 'qualified':
    case 'awaitingConsent':
      return paths.caseConsents(id)
    case 'diagnosis':
      return paths.caseDiagnosis(id)
    case 'planning':
    case 'planApproval':
      return paths.casePlan(id)
    case 'inProgress':
    case 'evaluation':
      return paths.caseEnding(id)
    default:
      return null
  }
}
