import { lineRefusals } from '@/lib/messages/pl/baskets'
import { linkErrors } from '@/lib/messages/pl/line-link'

type Params = Readonly<Record<string, string | number>>

/** Refusals of the basket, by the keys of its commands. */
export const basketErrors: Record<string, (p: Params) => string> = {
  ...Object.fromEntries(Object.entries(lineRefusals).map(([key, text]) => [`line.${key}`, () => text])),
  'line.changed': () => 'Ktoś zrobił to przed chwilą. Proszę odświeżyć stronę i zobaczyć, jak jest teraz.',
  ...linkErrors,
  'basket.nothingToSend': () => 'Nie ma tu żadnego pytania do wysłania.',
  'line.daysNoted': () => 'Te dni są już zapisane. Proszę sprawdzić listę.',
  'basket.warningChanged': () =>
    'Dane w koszyku zmieniły się i to ostrzeżenie już ich nie dotyczy. Proszę przeczytać je jeszcze raz.',
  'basket.warningNotSettled': () => 'Tego ostrzeżenia nie rozstrzyga się powodem: proszę je usunąć.',
  'basket.held': () => 'Najpierw proszę wyjaśnić ostrzeżenia: te pozycje nie mogą jeszcze zostać wysłane.',
  'line.deliveryGone': () => 'Ten wpis został już cofnięty albo zrobiła go inna instytucja.',
}

export const basketFieldErrors: Record<string, string> = {
  datePast: 'Ta data już minęła.',
  dateTooOld: 'Ta data jest starsza niż rok. Proszę sprawdzić rok.',
  outsidePlan: 'Ta data wykracza poza okres podpisanego planu. Inny termin wymaga nowej wersji planu.',
  moreThanSigned: 'To więcej, niż rodzina podpisała w planie. Większy zakres wymaga nowej wersji planu.',
  beforePlan: 'W tym dniu nie obowiązywał jeszcze plan, w którym jest ta usługa.',
  beforeDecision: 'Ta data jest wcześniejsza niż decyzja administracyjna.',
  afterEnd: 'Ta usługa zakończyła się wcześniej.',
  time: 'Proszę wpisać godzinę, na przykład 13:00.',
  counterEmpty: 'Proszę podać inny termin, inną liczbę albo napisać, co Państwo proponują.',
}
