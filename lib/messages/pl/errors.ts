import { formatDate, type IsoDate } from '@/lib/format/dates'
import { absenceFieldErrors } from '@/lib/messages/pl/absence'
import { attachmentErrors, attachmentFieldErrors } from '@/lib/messages/pl/attachments'
import { basketErrors, basketFieldErrors } from '@/lib/messages/pl/baskets-errors'
import { filterMessages } from '@/lib/messages/pl/case-filters'
import { caseErrors } from '@/lib/messages/pl/cases'
import { consentErrors } from '@/lib/messages/pl/consents-errors'
import { consultationFieldErrors } from '@/lib/messages/pl/consultations'
import { destructionErrors, destructionFieldErrors } from '@/lib/messages/pl/destruction'
import { diagnosisErrors, diagnosisFieldErrors } from '@/lib/messages/pl/diagnosis'
import { duplicateErrors, duplicateFieldErrors } from '@/lib/messages/pl/duplicates'
import { familyErrors } from '@/lib/messages/pl/families-errors'
import { importDetailErrors, importFieldErrors } from '@/lib/messages/pl/imports'
import { inputMessages } from '@/lib/messages/pl/input'
import { knowledgeErrors, knowledgeFieldErrors } from '@/lib/messages/pl/knowledge'
import { meetingErrors, meetingFieldErrors } from '@/lib/messages/pl/meetings'
import { noteFieldErrors } from '@/lib/messages/pl/notes'
import { overlayErrors, overlayFieldErrors } from '@/lib/messages/pl/overlay'
import { documentTemplateErrors, documentTemplateFieldErrors } from '@/lib/messages/pl/papers/templates'
import { peopleErrors, peopleFieldErrors } from '@/lib/messages/pl/people'
import { planErrors, planFieldErrors } from '@/lib/messages/pl/plans'
import { programmeErrors, programmeFieldErrors } from '@/lib/messages/pl/programme-words'
import { referralMendErrors } from '@/lib/messages/pl/referral-mend'
import { referralErrors } from '@/lib/messages/pl/referrals'
import { talkFieldErrors } from '@/lib/messages/pl/talk'
import { taskFieldErrors } from '@/lib/messages/pl/tasks'
import { teamErrors, teamFieldErrors } from '@/lib/messages/pl/teams-errors'
import { templateErrors, templateFieldErrors } from '@/lib/messages/pl/templates'
import { transferErrors, transferFieldErrors } from '@/lib/messages/pl/transfers'
import { variantErrors, variantFieldErrors } from '@/lib/messages/pl/variant-pages'

type Params = Readonly<Record<string, string | number>>

/** Messages of a refusal as a whole, by the key of the error. */
const messages: Record<string, (p: Params) => string> = {
  ...caseErrors.whole,
  ...referralErrors.whole,
  ...referralMendErrors,
  ...familyErrors.whole,
  ...consentErrors.whole,
  ...teamErrors,
  ...programmeErrors,
  ...basketErrors,
  ...diagnosisErrors,
  ...peopleErrors,
  ...planErrors,
  ...destructionErrors,
  ...overlayErrors,
  ...templateErrors,
  ...transferErrors,
  ...duplicateErrors,
  ...attachmentErrors,
  ...meetingErrors,
  ...knowledgeErrors,
  ...documentTemplateErrors,
  ...variantErrors,
  invalid: () => 'Nic nie zginęło. Proszę poprawić zaznaczone pola i wysłać jeszcze raz.',
  notFound: () => 'Nie ma takiej rzeczy albo nie jest dostępna w tym miejscu pracy.',
  forbidden: () => 'Ta czynność nie należy do Pani/Pana roli w tej instytucji.',
  noConsent: () => 'Brak zgody albo podstawy prawnej, która obejmuje tę instytucję i ten rodzaj danych.',
  refusedByDatabase: () => 'Ta czynność nie należy do Pani/Pana roli w tej instytucji.',
  staleFresh: () =>
    'Nic nie zginęło. Ktoś zmienił te dane w międzyczasie, strona pokazuje już nowy stan. Proszę go sprawdzić i zapisać jeszcze raz.',
  stale: () => 'Nic nie zginęło. Ktoś zmienił te dane w międzyczasie. Proszę porównać i zapisać jeszcze raz.',
  placeChanged: (p) =>
    `Nic nie zginęło. W innej karcie wybrano inne miejsce pracy (${p.institution}), a ta strona należy jeszcze do poprzedniego. Proszę w tamtej karcie wrócić do poprzedniego miejsca i wysłać jeszcze raz albo otworzyć tę stronę od nowa.`,
  personChanged: (p) =>
    `Nic nie zginęło. W innej karcie pracuje teraz ${p.person}, a ta strona należy do kogoś innego. Proszę skopiować swój tekst i zalogować się ponownie.`,
  tooManyFilters: () => filterMessages.tooMany,
  wrongState: () => 'Na tym etapie nie można już tego zrobić. Proszę odświeżyć stronę.',
  alreadyExists: () => 'Taki wpis już istnieje.',
  unauthenticated: () =>
    'Nic nie zginęło. Sesja się skończyła: proszę zalogować się w drugiej karcie i wysłać ten formularz jeszcze raz.',
  fault: (p) =>
    `Nic nie zginęło. Po naszej stronie coś zawiodło (numer zgłoszenia ${p.id}). Proszę spróbować za chwilę.`,
  signInWrong: () => 'Adres e-mail albo hasło się nie zgadza.',
  signInLimited: (p) => `Za dużo nieudanych prób. Proszę spróbować za ${p.seconds} s.`,
  signInAddressLimited: (p) =>
    `Za dużo nieudanych prób z tego miejsca. Proszę spróbować za ${p.minutes} min.`,
  resetGone: () => 'Ten odnośnik już nie działa: został użyty albo minęła godzina. Proszę poprosić o nowy.',
  invitationGone: () =>
    'To zaproszenie już nie działa: zostało użyte, cofnięte albo minęło 7 dni. Proszę poprosić o nowe.',
}

/** Messages beside a field, by the key that a schema or a reader gives. */
const fieldMessages: Record<string, string> = {
  ...importFieldErrors,
  ...taskFieldErrors,
  ...meetingFieldErrors,
  ...programmeFieldErrors,
  ...noteFieldErrors,
  ...caseErrors.fields,
  ...referralErrors.fields,
  ...basketFieldErrors,
  ...diagnosisFieldErrors,
  ...peopleFieldErrors,
  ...planFieldErrors,
  ...familyErrors.fields,
  ...consentErrors.fields,
  ...consultationFieldErrors,
  ...destructionFieldErrors,
  ...overlayFieldErrors,
  ...templateFieldErrors,
  ...transferFieldErrors,
  ...talkFieldErrors,
  ...duplicateFieldErrors,
  ...absenceFieldErrors,
  ...attachmentFieldErrors,
  ...knowledgeFieldErrors,
  ...documentTemplateFieldErrors,
  ...variantFieldErrors,
  required: 'Proszę wypełnić to pole.',
  choose: 'Proszę wybrać z listy.',
  tooLong: 'Ten tekst jest za długi.',
  tooShort: 'Ten tekst jest za krótki.',
  number: 'Proszę wpisać liczbę cyframi.',
  outOfRange: 'Ta liczba jest spoza zakresu.',
  freePlaces: 'Wolnych miejsc nie może być więcej niż wszystkich.',
  email: 'Proszę wpisać adres e-mail, na przykład anna.nowak@gops.example.',
  stale: 'Ktoś zmienił te dane w międzyczasie.',
  dateOrder: 'Ta data nie może być wcześniejsza od daty początku.',
  dateBeforeBirth: 'Ta data jest wcześniejsza od daty urodzenia.',
  dateFuture: 'Ta data nie może być w przyszłości.',
  dateLongAgo: 'Ta data jest za odległa: ponad 130 lat temu.',
  nameLetters: 'Imię i nazwisko zapisujemy literami; mogą być łącznik, apostrof i spacja.',
  passwordShort: 'Hasło musi mieć co najmniej 12 znaków.',
  passwordMismatch: 'Hasła się różnią.',
  accept: 'Bez tego potwierdzenia nie można pracować w systemie.',
}

const readerMessage = (key: string): string | undefined => {
  const [reader, reason] = key.split('.')
  const group = inputMessages[reader as keyof typeof inputMessages] as Record<string, string> | undefined
  return reason ? group?.[reason] : undefined
}

export const messageFor = (key: string, params: Params = {}): string =>
  (messages[key] ?? messages.invalid)?.(params) ?? ''

/** Days that a limit of the team gives; what follows the colon is the last one. */
const limitErrors: Record<string, (day: string) => string> = {
  // the sentence itself: it names the place of the template that is wrong
  templateFault: (sentence) => sentence,
  reviewUntil: (day) => `Proszę podać dzień od jutra do ${formatDate(day as IsoDate)}.`,
  silenceUntil: (day) =>
    `Rodzina ma czas na odpowiedź do ${formatDate(day as IsoDate)}. Z braku odpowiedzi można zakończyć sprawę od tego dnia.`,
  planTooLong: (day) =>
    `Plan, który zaczyna się tego dnia, może w tym zespole trwać najdłużej do ${formatDate(day as IsoDate)}.`,
}

/** Messages that show a detail: the key is `name:detail`. */
const detailed = (key: string): string | undefined => {
  const [name = '', ...detail] = key.split(':')
  return { ...teamFieldErrors, ...limitErrors, ...importDetailErrors }[name]?.(detail.join(':'))
}

export const messageForField = (key: string): string =>
  fieldMessages[key] ?? readerMessage(key) ?? detailed(key) ?? 'Proszę sprawdzić tę wartość.'
