/** Where in a DOCX something stands. */
const partNames: readonly (readonly [RegExp, string])[] = [
  [/header/u, 'w nagłówku strony'],
  [/footer/u, 'w stopce strony'],
  [/foot|end/u, 'w przypisie'],
]

const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** What is wrong with a template, with the name that is meant and the place where it stands. */
export const templateFaults = {
  place: (part: string, paragraph: { no: number; text: string } | null): string => {
    const where = partNames.find(([pattern]) => pattern.test(part))?.[1] ?? 'w treści'
    return paragraph ? `${where}, akapit ${paragraph.no}: „${excerpt(paragraph.text)}”` : where
  },
  unknown: (name: string, where: string) => `nieznane pole {${name}} (${where})`,
  unknownRows: (name: string, where: string) => `nieznana lista {#${name}} (${where})`,
  unknownColumn: (name: string, rows: string, where: string) =>
    `lista {#${rows}} nie ma pola {${name}} (${where})`,
  rowsAsValue: (name: string, where: string) =>
    `{${name}} jest listą: trzeba pisać {#${name}} … {/${name}} (${where})`,
  raw: (name: string, where: string) => `pole {@${name}} nie jest tu dozwolone (${where})`,
  syntax: {
    unopened_tag: (name: string, where: string) => `brak otwierającego nawiasu przed „${name}” (${where})`,
    unclosed_tag: (name: string, where: string) => `brak zamykającego nawiasu po „${name}” (${where})`,
    duplicate_open_tag: (name: string, where: string) =>
      `podwójny nawias otwierający przy „${name}” (${where})`,
    duplicate_close_tag: (name: string, where: string) =>
      `podwójny nawias zamykający przy „${name}” (${where})`,
    unopened_loop: (name: string, where: string) => `{/${name}} bez wcześniejszego {#${name}} (${where})`,
    unclosed_loop: (name: string, where: string) => `{#${name}} bez końca {/${name}} (${where})`,
    closing_tag_does_not_match_opening_tag: (name: string, where: string) =>
      `{/${name}} zamyka inną listę, niż otwarto (${where})`,
  } as Readonly<Record<string, (name: string, where: string) => string>>,
  other: (name: string, where: string) => `nie da się odczytać pola „${name}” (${where})`,
  linked: 'plik sięga po obraz, szablon albo dane spoza dokumentu; wszystko musi być w nim samym',
  broken: 'tego pliku nie da się odczytać jako DOCX',
  together: (faults: readonly string[]) =>
    `Wzoru nie przyjęto: ${faults.slice(0, 5).join('; ')}${faults.length > 5 ? `; i ${faults.length - 5} więcej` : ''}.`,
} as const
