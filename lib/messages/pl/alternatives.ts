/** Who else could be asked after a refusal or a place in a queue. */
export const alternativeMessages = {
  refusedTitle: 'Instytucja odmówiła: kogo zapytać teraz?',
  queuedTitle: 'Instytucja zapisała na listę: kto może wcześniej?',
  lead: 'Formularz będzie wypełniony tak jak ta pozycja: ta sama potrzeba, osoby i daty.',
  none: 'Nikt inny tu tego nie oferuje.',
  ask: 'Zapytaj zamiast',
  all: 'Wszystkie możliwości na tę potrzebę',
  replaces: 'Zamiast pozycji',
  replacedBy: 'Zamiast niej zapytano',
  prefilled: (institution: string) =>
    `Zamiast pozycji, o którą pytano: ${institution}. Osoby, cele i daty są przepisane; proszę sprawdzić i wysłać.`,
} as const
