import { type PluralForms, plural } from '@/lib/format/plural'

const teams: PluralForms = { one: 'zespołu', few: 'zespołów', many: 'zespołów' }
const people: PluralForms = { one: 'osoba', few: 'osoby', many: 'osób' }

/** Letters of a ROPS to the leaders of its teams. */
export const letterMessages = {
  write: 'Napisz do liderów',
  title: 'Pismo do liderów zespołów',
  lead: 'Dostaną je liderzy gminni i powiatowi zaznaczonych zespołów: jako powiadomienie i na służbowy e-mail.',
  recipients: 'Do kogo',
  recipientsLead:
    'Zespoły wybrane filtrem listy. Przy każdym są osoby, które dostaną pismo; zespół można odznaczyć.',
  team: 'Zespół',
  nobody: 'nie ma jeszcze lidera, nikt nie dostanie pisma',
  none: 'Na liście nie ma żadnego zespołu',
  noneText: 'Proszę wrócić do listy zespołów i zmienić filtr.',
  back: 'Wróć do listy zespołów',
  subject: 'Temat',
  body: 'Treść',
  hint: 'Bez danych osobowych: żadnych nazwisk, adresów ani opisów rodzin. Pismo wychodzi zwykłą pocztą elektroniczną.',
  send: 'Wyślij pismo',
  sent: 'Pismo wysłane.',
  sentTitle: 'Wysłane pisma',
  sentLead: 'Kto, co i do ilu osób napisał. Wysłanego pisma nie da się zmienić.',
  sentNone: 'Nikt jeszcze nie pisał do liderów',
  sentNoneText: 'Pismo wysyła się z listy zespołów, do wszystkich zespołów wybranych filtrem.',
  reached: (t: number, n: number) => `do liderów ${plural(t, teams)}, ${plural(n, people)}`,
  shown: (n: number) => `Pisma: ${n}`,
  teamTitle: 'Pisma z ROPS',
  teamNone: 'ROPS nie napisał jeszcze do liderów tego zespołu.',
  tab: 'Z ROPS',
  mail: (text: { subject: string; body: string; author: string; institution: string; link: string }) => ({
    subject: 'Kooperacja: pismo z ROPS do liderów zespołów',
    body: [text.subject, '', text.body, '', `${text.author}, ${text.institution}`, '', text.link].join('\n'),
  }),
} as const
