import { formatDate, formatLongDate, type IsoDate } from '@/lib/format/dates'
import { remarkLines } from '@/lib/messages/pl/minutes-remarks'

type Party = { institution: string; came: string | null; cameName: string | null }
type Decision = {
  itemId: string | null
  body: string
  task: { to: string | null; institution: string; dueOn: IsoDate } | null
}
type Item = { id: string; kind: string; title?: string }
type Meeting = {
  team: string
  gmina: string
  heldOn: IsoDate
  startsAt: string
  place: string | null
  link: string | null
  items: readonly Item[]
  parties: readonly Party[]
  quorum: { present: number; all: number; needed: number; reached: boolean }
  decisions: readonly Decision[]
  minutes: { body: string } | null
  remarks: readonly { body: string; author: string; institution: string; answer: string | null }[]
}

const came: Record<string, string> = {
  representative: 'przedstawiciel',
  deputy: 'zastępca',
  other: 'w zastępstwie',
}

const whoCame = (parties: readonly Party[]): string[] =>
  parties.map((p) =>
    p.came ? `- ${p.institution}: ${p.cameName} (${came[p.came]})` : `- ${p.institution}: nieobecna`,
  )

const decided = ({ body, task }: Decision): string =>
  task
    ? `- ${body} Odpowiada: ${task.to ? `${task.to}, ${task.institution}` : task.institution}, do ${formatDate(task.dueOn)}.`
    : `- ${body}`

const ofItems = (items: readonly Item[], decisions: readonly Decision[]): string[] => {
  const own = items.filter((i) => i.kind === 'team')
  const listed = own.flatMap((item, i) => [
    `${i + 1}. ${item.title ?? ''}`,
    ...decisions.filter((d) => d.itemId === item.id).map(decided),
  ])
  const rest = decisions.filter((d) => !own.some((i) => i.id === d.itemId))
  return rest.length === 0 ? listed : [...listed, 'Poza porządkiem:', ...rest.map(decided)]
}

/**
 * The minutes as the product writes them: who came, agenda, decisions, what was typed, remarks with their answers. What
 * names a case is not in it.
 */
export const minutesText = (meeting: Meeting): string => {
  const { quorum } = meeting
  return [
    `Protokół ze spotkania zespołu: ${meeting.team}, gmina ${meeting.gmina}`,
    `${formatLongDate(meeting.heldOn)}, godz. ${meeting.startsAt}, ${meeting.place ?? meeting.link ?? ''}`,
    '',
    `Obecne strony porozumienia: ${quorum.present} z ${quorum.all} (potrzeba ${quorum.needed}). ${quorum.reached ? 'Jest kworum.' : 'Nie ma kworum.'}`,
    ...whoCame(meeting.parties),
    '',
    'Porządek i ustalenia:',
    ...ofItems(meeting.items, meeting.decisions),
    '',
    'Przebieg:',
    meeting.minutes?.body ?? '',
    ...remarkLines(meeting.remarks),
  ].join('\n')
}
