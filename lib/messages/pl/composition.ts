import { plural } from '@/lib/format/plural'

const institutions = { one: 'instytucja', few: 'instytucje', many: 'instytucji' }
const kinds = { one: 'rodzaju instytucji', few: 'rodzajów instytucji', many: 'rodzajów instytucji' }

/** The picture of a team's composition. */
export const compositionMessages = {
  title: 'Obraz składu',
  lead: (present: number, required: number, recommended: number): string =>
    [
      plural(present, institutions),
      required > 0 ? `brakuje ${plural(required, kinds)} z wymaganych` : 'rdzeń w komplecie',
      recommended > 0 && `z zalecanych nie ma ${plural(recommended, kinds)}`,
    ]
      .filter(Boolean)
      .join(', '),
  picture: (team: string, present: number) =>
    `${team}: ${plural(present, institutions)} według poziomu i dziedziny; te same informacje są w tabeli pod obrazem`,
  levels: { gmina: 'Gmina', powiat: 'Powiat', wojewodztwo: 'Województwo' },
  legend:
    'Linia ciągła: ktoś z tej dziedziny jest w zespole; przerywana: nikogo nie ma. ✕ wymagana, ○ zalecana.',
  required: '✕ wymagana, brak:',
  recommended: '○ zalecana, brak:',
  columns: { level: 'Poziom', sector: 'Dziedzina', present: 'W zespole', missing: 'Brakuje' },
  requiredKind: (kind: string) => `${kind} (wymagana)`,
  nobody: 'nikogo',
  nothing: 'niczego',
} as const
