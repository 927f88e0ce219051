import { formatDate, type IsoDate } from '@/lib/format/dates'
import { type PluralForms, plural } from '@/lib/format/plural'

const freePlaces: PluralForms = { one: 'wolne miejsce', few: 'wolne miejsca', many: 'wolnych miejsc' }
const days: PluralForms = { one: 'dzień', few: 'dni', many: 'dni' }

const institutions: PluralForms = { one: 'instytucję', few: 'instytucje', many: 'instytucji' }

const away = (km: number | null): string => (km === null ? '' : `, około ${km} km stąd`)

/** Why an institution is proposed, what speaks against it, and the services that nobody here gives. */
export const proposalMessages = {
  because: 'Bo',
  but: 'Ale',
  conditions: 'Warunki:',
  more: (n: number) => `Pokaż jeszcze ${plural(n, institutions)}`,
  reasons: {
    declared: (on: IsoDate | null) =>
      on ? `oferuje tę usługę (potwierdzono ${formatDate(on)})` : 'oferuje tę usługę',
    task: 'to zadanie tego rodzaju instytucji',
    near: {
      gmina: () => 'działa na miejscu, w tej gminie',
      powiat: (km: number | null) => `działa w tym powiecie${away(km)}`,
      wojewodztwo: (km: number | null) => `działa w tym województwie${away(km)}`,
    },
    places: (free: number, all: number | null) =>
      `ma ${plural(free, freePlaces)}${all === null ? '' : ` z ${all}`}`,
    noQueue: 'nie ma kolejki',
    waiting: (n: number) => `czeka się około ${plural(n, days)}`,
    agreement: 'jest stroną porozumienia',
    mostly: 'wcześniejsze usługi tego rodzaju przeważnie się tu udawały',
    half: 'wcześniejsze usługi tego rodzaju udawały się tu mniej więcej w połowie przypadków',
    seldom: 'wcześniejsze usługi tego rodzaju rzadko się tu udawały',
    undeclared: 'sama nie zapisała, że to robi',
    unconfirmed: (on: IsoDate | null) =>
      on ? `ostatnie potwierdzenie jest z ${formatDate(on)}, warto zadzwonić` : 'nikt tego nie potwierdził',
    byOther: 'zapisał to kto inny, nie sama instytucja',
    outside: 'jest poza porozumieniem, potrzebne uzasadnienie',
    far: (km: number) => `siedziba jest daleko, około ${km} km stąd`,
    full: 'nie ma teraz wolnych miejsc',
    refused: 'odmówiła w tej sprawie',
  },
  results:
    'O wcześniejszych usługach piszemy tylko wtedy, gdy w ciągu trzech lat skorzystało z nich w tej instytucji co najmniej 5 rodzin. Kilometry liczymy między środkami gmin.',
  unmet: {
    title: 'Czego tu nikt nie oferuje',
    lead: 'Odnotowany brak trafia jako sama liczba, bez rodziny, do gminy, ROPS i ministerstwa. Zniknie sam, gdy ta potrzeba dostanie taką usługę.',
    note: 'Odnotuj brak',
    noted: (on: IsoDate, by: string | null) => `brak odnotowany ${formatDate(on)}${by ? `, ${by}` : ''}`,
    mistake: 'To pomyłka',
    noLonger: 'Już niepotrzebna',
    takeBack: 'Cofnij brak',
    none: 'Na tę potrzebę ktoś oferuje każdą usługę z katalogu.',
    otherSummary: 'Są oferty, ale żadna nie pasuje',
    otherService: 'Jakiej usługi mimo to brakuje',
    done: 'Odnotowano brak usługi.',
    ended: 'Cofnięto odnotowany brak.',
  },
} as const
