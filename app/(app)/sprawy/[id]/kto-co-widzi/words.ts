import type { ConsentView } from '@/lib/consents'
import { formatDate, formatInstant, type IsoDate } from '@/lib/format/dates'
import { categoryWords, consentMessages } from '@/lib/messages/pl/consents'
import { sightMessages } from '@/lib/messages/pl/sight'
import { reasonsOf, type SightReason, type SightRow, type Why } from '@/lib/sight'

const m = sightMessages.reasons

const until = (text: string, on: IsoDate | null): string =>
  on ? `${text}, ${m.until(formatDate(on))}` : text
const day = (on: IsoDate | null): string | null => on && formatDate(on)

/** The reason as a clause of a sentence. */
export const whyText = (why: Why): string => {
  switch (why.kind) {
    case 'consent':
      return until(m.consent(day(why.on)), why.until)
    case 'basis':
      return until(m.basis(consentMessages.basis.names[why.basis], formatDate(why.on)), why.until)
    case 'refused':
      return m.refused(day(why.on))
    case 'expired':
      return m.expired(day(why.on))
    case 'withdrawn':
      return m.withdrawn(formatInstant(why.at))
    default:
      return m[why.kind]
  }
}

const categoryCount = Object.keys(categoryWords).length

/** "podstawowe, edukacja"; what nobody asked for is only "pozostałe". */
const whatText = ({ categories, why }: SightReason): string => {
  if (categories.length === categoryCount) return m.everything
  if (why.kind === 'notAsked' && categories.length > 3) return m.rest
  return categories.map((category) => categoryWords[category].name).join(', ')
}

export type ReasonLine = { readonly open: boolean; readonly what: string; readonly why: string }
export type ReasonGroup = { readonly people: string; readonly lines: readonly ReasonLine[] }

/** The reasons of one institution; persons with the same ones stand together. */
export const reasonGroups = (view: ConsentView, row: SightRow): ReasonGroup[] => {
  const groups = new Map<string, { people: string[]; lines: ReasonLine[] }>()
  for (const { personId } of row.knots[0]?.cells ?? []) {
    const lines = reasonsOf(row, personId).map((reason) => ({
      open: reason.open,
      what: whatText(reason),
      why: whyText(reason.why),
    }))
    const key = JSON.stringify(lines)
    const group = groups.get(key) ?? { people: [], lines }
    group.people.push(view.persons.find((p) => p.personId === personId)?.name ?? consentMessages.unnamed)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ people, lines }) => ({ people: people.join(', '), lines }))
}
