import { libraryActionNames } from '@/lib/messages/pl/library'
import {
  modelActionNames,
  modelErrors,
  modelFieldErrors,
  modelNotifications,
} from '@/lib/messages/pl/model-consultations'
import { questionActionNames, questionNotifications } from '@/lib/messages/pl/questions'
import {
  schoolActionNames,
  schoolErrors,
  schoolFieldErrors,
  schoolNotifications,
} from '@/lib/messages/pl/school'

/** What a voivodeship passes on to its teams: the places of "Wiedza". */
export const knowledgeMessages = {
  title: 'Wiedza',
  places: {
    school: 'Szkoła i spotkania',
    questions: 'Pytania i odpowiedzi',
    model: 'Konsultacje modelu',
    library: 'Biblioteka',
    wzk: 'Zespół wojewódzki',
  },
  theme: {
    organisation: 'Organizacja',
    leadership: 'Liderstwo',
    partners: 'Organizacje i władze',
    law: 'Prawo',
    money: 'Pieniądze',
    family: 'Praca z rodziną',
    data: 'Dane i zgody',
  },
  themeLabel: 'Temat',
  anyTheme: 'wszystkie tematy',
  noNames: 'To czyta całe województwo: proszę nie podawać danych rodzin, osób ani numerów spraw.',
} as const

export const knowledgeActionNames: Readonly<Record<string, string>> = {
  ...schoolActionNames,
  ...questionActionNames,
  ...modelActionNames,
  ...libraryActionNames,
}

export const knowledgeNotifications: Readonly<Record<string, string>> = {
  ...schoolNotifications,
  ...questionNotifications,
  ...modelNotifications,
}

export const knowledgeErrors: Record<string, () => string> = { ...schoolErrors, ...modelErrors }

export const knowledgeFieldErrors: Record<string, string> = {
  ...schoolFieldErrors,
  ...modelFieldErrors,
  webLink: 'Proszę wpisać cały adres strony, na przykład https://rops.example/materialy.',
  namesSomebody:
    'Ten tekst wygląda na dane osoby: numer PESEL, telefon, numer sprawy albo nazwisko. Proszę opisać to bez nich.',
}
