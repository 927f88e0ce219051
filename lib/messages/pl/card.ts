import { type PluralForms, plural } from '@/lib/format/plural'

const kept: PluralForms = {
  one: 'usługi, która pomaga',
  few: 'usług, które pomagają',
  many: 'usług, które pomagają',
}

/** What the coordinator reads beside the family's card; the card itself is in lib/messages/card. */
export const cardPageMessages = {
  title: 'Kartka dla rodziny',
  lead: 'Duży druk i proste słowa. Proszę wybrać język i wydrukować w przeglądarce. Każdej osobie można dać osobną kartkę, bez usług innych osób.',
  languages: 'Język kartki',
  names: { pl: 'Polski', uk: 'Українська', en: 'English' },
  persons: 'Dla kogo kartka',
  wholeFamily: 'Cała rodzina',
  byMouth: (n: number) =>
    `Na kartce nie ma ${plural(n, kept)} w sprawach bezpieczeństwa: kartkę może zobaczyć każdy w domu. Proszę przekazać to ustnie, na osobności.`,
  noPlan: 'Kartka powstaje z planu, który obowiązuje',
  noPlanText: 'Gdy rodzina i zespół podpiszą plan, będzie można wydrukować kartkę.',
  toPlan: 'Przejdź do planu',
} as const
