import { addMonths } from '@/lib/calendar'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import type { PaperData } from '@/lib/format/paper'
import { plural } from '@/lib/format/plural'
import { annexWords } from '@/lib/messages/pl/papers/annex'
import { agreementDraft, teamMessages } from '@/lib/messages/pl/teams'
import { fromDbDateOrNull } from '@/lib/platform/clock'
import type { TeamForPapers } from '@/lib/teams'

const day = (date: IsoDate | null): string => (date ? formatDate(date) : '')

const m = teamMessages.deadlines
const institutions = { one: 'instytucja', few: 'instytucje', many: 'instytucji' }

const termUnits = {
  calendar: { one: 'dzień kalendarzowy', few: 'dni kalendarzowe', many: 'dni kalendarzowych' },
  business: { one: 'dzień roboczy', few: 'dni robocze', many: 'dni roboczych' },
  month: { one: 'miesiąc', few: 'miesiące', many: 'miesięcy' },
}

const termWords = ({ own, standard }: TeamForPapers['terms'][number]): string => {
  const { count, unit } = own ?? standard
  return plural(count, termUnits[unit])
}

const textOf = ({ team, words, twoLevels, gmina, powiat }: TeamForPapers): string =>
  team.agreementText ??
  agreementDraft({
    gmina,
    powiat,
    words,
    twoLevels,
    coordinator: words.roles.koordynator_zespolu ?? 'koordynator',
  })

/** Values and rows of every document of a team, out of what the product knows of it today. */
export const teamPaperData = (from: TeamForPapers, today: IsoDate): PaperData => {
  const { team, words, parties } = from
  return {
    fields: {
      zespol: team.name,
      nazwa_w_modelu: words.team,
      zespol_rodziny: from.twoLevels ? words.familyTeam : teamMessages.page.facts.itself,
      plan_rodziny: words.plan,
      gmina: from.gmina,
      powiat: from.powiat,
      instytucja_prowadzaca: from.lead,
      koordynator: from.coordinator,
      liczba_instytucji: plural(parties.length, institutions),
      porozumienie_od: day(fromDbDateOrNull(team.agreementFrom)),
      porozumienie_do: day(fromDbDateOrNull(team.agreementTo)),
      regulamin_przyjety: day(fromDbDateOrNull(team.rulesAdoptedOn)),
      tresc: textOf(from),
      dzis: formatDate(today),
      za_rok: formatDate(addMonths(today, 12)),
    },
    tables: {
      strony: parties.map((p, i) => ({
        lp: String(i + 1),
        instytucja: p.name,
        rodzaj: p.kindName,
        przedstawiciel: p.representative ?? '',
        zastepca: p.deputy ?? '',
        podpisal: p.signedByName ?? '',
        podpis_data: day(p.signedOn),
      })),
      aneksy: from.annexes.toReversed().map((a) => ({
        numer: a.number,
        data: day(a.signedOn),
        przedmiot: annexWords[a.kind](a.party ?? '', day(a.effectiveOn)),
      })),
      terminy: from.terms.map((t) => ({ czynnosc: m.names[t.key], termin: termWords(t) })),
    },
  }
}
