import { formatDate, type IsoDate } from '@/lib/format/dates'

type Closed = { readonly why: string; readonly from: IsoDate | null; readonly until: IsoDate | null }

const words: Readonly<Record<string, (team: Closed) => string>> = {
  expired: ({ until }) =>
    `porozumienie wygasło ${until ? formatDate(until) : ''}. Nowych rodzin nie można zgłaszać, dopóki liderzy nie przedłużą go aneksem; rozpoczęta praca trwa dalej`,
  suspended: () => 'zespół jest zawieszony. Rozpoczęta praca trwa dalej',
  notActive: () => 'zespół nie rozpoczął jeszcze pracy',
  notSigned: () => 'Pani/Pana instytucja nie podpisała jeszcze porozumienia',
  notBegun: ({ from }) => `porozumienie obowiązuje od ${from ? formatDate(from) : ''}`,
  noLead: () => 'zespół nie ma instytucji prowadzącej',
}

/** Why a team takes no family now. */
export const closedTeamMessages = {
  title: 'Zespoły, które teraz nie przyjmują zgłoszeń',
  why: (name: string, team: Closed): string =>
    `${name}: ${words[team.why]?.(team) ?? 'zespół nie przyjmuje zgłoszeń'}.`,
} as const
