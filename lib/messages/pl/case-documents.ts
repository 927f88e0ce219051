/** Documents that the version of the variant asks for before a step, as what is missing. */
export const documentsMissing = {
  protokol: 'Zatwierdzony protokół ze spotkania w tej sprawie, które odbyło się na obecnym etapie.',
  karta_monitoringu: 'Karta monitoringu zapisana, odkąd obowiązuje plan.',
} as const

export const documentLinks = {
  protokol: 'Otwórz spotkania',
  karta_monitoringu: 'Otwórz karty monitoringu',
} as const satisfies Record<keyof typeof documentsMissing, string>

export type DocumentKey = keyof typeof documentsMissing
