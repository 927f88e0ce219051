/** Foot of every page: what the law wants within one click. */
export const footLinks = [
  { href: '/dostepnosc', label: 'Deklaracja dostępności' },
  { href: '/klauzule', label: 'Ochrona danych' },
] as const
