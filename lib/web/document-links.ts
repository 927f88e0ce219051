import type { CaseDocument } from '@/lib/variants'
import { paths } from '@/lib/web/paths'

/** Where a document that a step of a case waits for is made. */
export const documentLink = (caseId: string, document: CaseDocument): string =>
  document === 'protokol' ? paths.caseMeetings(caseId) : `${paths.caseEnding(caseId)}#monitoring`
