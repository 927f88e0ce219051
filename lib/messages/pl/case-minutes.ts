import { formatDate, formatLongDate, type IsoDate } from '@/lib/format/dates'
import { remarkLines } from '@/lib/messages/pl/minutes-remarks'

type Decision = {
  body: string
  becomes: 'task' | 'line' | 'step'
  task: { to: string | null; institution: string; dueOn: IsoDate } | null
}
type Meeting = {
  number: string
  heldOn: IsoDate
  startsAt: string
  place: string | null
  link: string | null
  withFamily: boolean
  familyCame: boolean | null
  agenda: string | null
  parties: readonly { institution: string; cameName: string | null }[]
  decisions: readonly Decision[]
  minutes: { body: string } | null
  remarks: readonly { body: string; author: string; institution: string; answer: string | null }[]
}

const decided = ({ body, becomes, task }: Decision): string => {
  if (task)
    return `- ${body} Odpowiada: ${task.to ? `${task.to}, ${task.institution}` : task.institution}, do ${formatDate(task.dueOn)}.`
  if (becomes === 'line') return `- ${body} (pozycja koszyka)`
  return becomes === 'step' ? `- ${body} (krok w sprawie)` : `- ${body}`
}

const family = ({ withFamily, familyCame }: Meeting): string[] => {
  if (familyCame) return ['- Rodzina: obecna']
  return withFamily ? ['- Rodzina: zaproszona, nieobecna'] : []
}

/** The minutes of a meeting around a case as the product writes them. */
export const caseMinutesText = (meeting: Meeting): string =>
  [
    `Protokół ze spotkania w sprawie ${meeting.number}`,
    `${formatLongDate(meeting.heldOn)}, godz. ${meeting.startsAt}, ${meeting.place ?? meeting.link ?? ''}`,
    '',
    'Obecność:',
    ...meeting.parties.map((p) => `- ${p.institution}: ${p.cameName ?? 'nieobecna'}`),
    ...family(meeting),
    '',
    'Porządek:',
    meeting.agenda ?? '',
    '',
    'Ustalenia:',
    ...meeting.decisions.map(decided),
    '',
    'Przebieg:',
    meeting.minutes?.body ?? '',
    ...remarkLines(meeting.remarks),
  ].join('\n')
