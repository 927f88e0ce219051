export { endAbsence, noteAbsence } from '@/lib/absence/note'
export { type AbsenceView, type Covered, readAbsence, teamAbsences } from '@/lib/absence/read'
