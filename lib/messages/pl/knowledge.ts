import {
  schoolActionNames,
  schoolErrors,
  schoolFieldErrors,
  schoolNotifications,
} from '@/lib/messages/pl/school'

/** What a voivodeship passes on to its teams: the places of "Wiedza". */
export const knowledgeMessages = {
  title: 'Wiedza',
  places: { school: 'Szkoła i spotkania' },
  noNames: 'To czyta całe województwo: proszę nie podawać danych rodzin, osób ani numerów spraw.',
} as const

export const knowledgeActionNames: Readonly<Record<string, string>> = { ...schoolActionNames }

export const knowledgeNotifications: Readonly<Record<string, string>> = { ...schoolNotifications }

export const knowledgeErrors: Record<string, () => string> = { ...schoolErrors }

export const knowledgeFieldErrors: Record<string, string> = {
  ...schoolFieldErrors,
  webLink: 'Proszę wpisać cały adres strony, na przykład https://rops.example/materialy.',
  namesSomebody:
    'Ten tekst wygląda na dane osoby: numer PESEL, telefon, numer sprawy albo nazwisko. Proszę opisać to bez nich.',
}
