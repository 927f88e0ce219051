import type { Paper, PaperData } from '@/lib/format/paper'
import { paperTitles } from '@/lib/messages/pl/papers'
import { agendaPaper, attendancePaper, invitationPaper, minutesPaper } from '@/lib/messages/pl/papers/meeting'
import { authorisationPaper } from '@/lib/messages/pl/papers/person'
import {
  agreementPaper,
  orderPaper,
  reportPaper,
  rulesPaper,
  workPlanPaper,
} from '@/lib/messages/pl/papers/team'

/** Documents of domain 2.2 that belong to a team or a person, and the papers of a meeting. */
export const teamPaperKeys = [
  'porozumienie',
  'zarzadzenie',
  'regulamin',
  'plan_zespolu',
  'sprawozdanie',
] as const
export const personPaperKeys = ['upowaznienie'] as const
export const meetingPaperKeys = ['zaproszenie', 'porzadek', 'lista_obecnosci', 'protokol'] as const
export const paperKeys = [...teamPaperKeys, ...personPaperKeys, ...meetingPaperKeys] as const
export type TeamPaperKey = (typeof teamPaperKeys)[number]
export type MeetingPaperKey = (typeof meetingPaperKeys)[number]
export type PaperKey = (typeof paperKeys)[number]

export const paperFormats = ['docx', 'pdf'] as const
export type PaperFormat = (typeof paperFormats)[number]

const builders: Record<PaperKey, (data: PaperData) => Paper> = {
  porozumienie: agreementPaper,
  zarzadzenie: orderPaper,
  regulamin: rulesPaper,
  plan_zespolu: workPlanPaper,
  sprawozdanie: reportPaper,
  upowaznienie: authorisationPaper,
  zaproszenie: invitationPaper,
  porzadek: agendaPaper,
  lista_obecnosci: attendancePaper,
  protokol: minutesPaper,
}

/** The product's own document, filled in. */
export const builtIn = (key: PaperKey, data: PaperData): Paper => builders[key](data)

export const paperTitle = (key: PaperKey): string => paperTitles[key]
