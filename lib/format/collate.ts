const collator = new Intl.Collator('pl-PL', { sensitivity: 'variant', numeric: true })

/** Order of the Polish alphabet: a ą b c ć …, "Szkoła 2" before "Szkoła 10". */
export const comparePolish = (a: string, b: string): number => collator.compare(a, b)

/** A sorted copy, by the text that `key` gives. */
export const sortPolish = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...items].sort((a, b) => collator.compare(key(a), key(b)))
