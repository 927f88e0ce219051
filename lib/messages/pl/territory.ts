/** Why a file of the TERC register cannot be read, by the reasons of lib/territory/terc. */
const reasons = {
  header: 'nagłówek jest inny niż w pliku TERC',
  columns: 'zła liczba kolumn',
  encoding: 'plik nie jest zapisany w UTF-8',
  wojewodztwo: 'to nie jest kod województwa',
  powiat: 'to nie jest numer powiatu',
  gmina: 'to nie jest numer gminy',
  kind: 'to nie jest rodzaj gminy',
  level: 'poziom nie zgadza się z kodem',
  code: 'to nie jest kod TERYT',
  name: 'brak nazwy',
  date: 'to nie jest data',
  mixedDates: 'inny stan na dzień niż w pierwszym wierszu',
  duplicate: 'ten kod już był w pliku',
  parent: 'w pliku nie ma jednostki nadrzędnej',
  centre: 'współrzędne spoza Polski',
  empty: 'plik nie ma żadnych jednostek',
} as const

const kinds: Readonly<Record<number, string>> = { 1: 'miejska', 2: 'wiejska', 3: 'miejsko-wiejska' }

type Place = {
  level: 'wojewodztwo' | 'powiat' | 'gmina'
  kind: number | null
  cityPowiat: boolean
  parent: string | null
}

export const territoryMessages = {
  cityPowiat: 'miasto na prawach powiatu',
  /** "gmina wiejska" */
  gminaKind: (kind: number | null): string => `gmina ${kinds[kind ?? 0] ?? ''}`.trim(),
  /** "gmina wiejska, powiat wysokomazowiecki": what tells two like names apart. */
  detail: ({ level, kind, cityPowiat, parent }: Place): string => {
    if (level === 'wojewodztwo') return 'województwo'
    if (level === 'powiat')
      return cityPowiat ? `miasto na prawach powiatu, ${parent ?? ''}` : `powiat, ${parent ?? ''}`
    if (cityPowiat) return 'miasto na prawach powiatu'
    return `gmina ${kinds[kind ?? 0] ?? ''}, powiat ${parent ?? ''}`
  },
  reasons,
  /** "Wiersz 12, kolumna RODZ: to nie jest rodzaj gminy (7)." */
  problem: (at: { line: number; column: string; reason: keyof typeof reasons; value: string }): string =>
    `Wiersz ${at.line}${at.column === '' ? '' : `, kolumna ${at.column}`}: ${reasons[at.reason]}${
      at.value === '' ? '' : ` (${at.value})`
    }.`,
} as const
