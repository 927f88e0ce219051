/** Eight groups of sectors: a letter and a colour beside the name of an institution. */
const groups = {
  help: { letter: 'P', colour: 1, name: 'pomoc społeczna' },
  school: { letter: 'O', colour: 2, name: 'oświata' },
  health: { letter: 'Z', colour: 3, name: 'zdrowie' },
  safety: { letter: 'B', colour: 4, name: 'bezpieczeństwo' },
  work: { letter: 'R', colour: 5, name: 'rynek pracy' },
  social: { letter: 'S', colour: 6, name: 'organizacje społeczne i kultura' },
  justice: { letter: 'W', colour: 7, name: 'wymiar sprawiedliwości' },
  other: { letter: 'I', colour: 8, name: 'inne' },
} as const

/** Sector of an institution kind (reference) → its group. */
const groupOf: Record<string, keyof typeof groups> = {
  pomoc_spoleczna: 'help',
  piecza_zastepcza: 'help',
  wsparcie_rodziny: 'help',
  niepelnosprawnosc: 'help',
  opieka_do_lat_3: 'help',
  oswiata: 'school',
  nauka: 'school',
  zdrowie: 'health',
  uzaleznienia: 'health',
  bezpieczenstwo: 'safety',
  rynek_pracy: 'work',
  ekonomia_spoleczna: 'work',
  biznes: 'work',
  ngo: 'social',
  kultura: 'social',
  sport: 'social',
  zwiazek_wyznaniowy: 'social',
  wymiar_sprawiedliwosci: 'justice',
  pomoc_prawna: 'justice',
}

export const sectorOf = (sector: string) => groups[groupOf[sector] ?? 'other']
