/** The closing talk with the family: its record, and the sheet that the family keeps. */
export const talkMessages = {
  title: 'Rozmowa końcowa z rodziną',
  lead: 'Co pomogło, co zostaje i do kogo rodzina może zadzwonić. Bez rozmowy albo powodu, dla którego jej nie było, sprawy nie można zamknąć.',
  on: 'Kiedy',
  persons: 'Kto z rodziny brał udział',
  others: 'Kto jeszcze',
  helped: 'Co pomogło, słowami rodziny',
  result: 'Co się zmieniło',
  satisfaction: 'Jak rodzina ocenia współpracę (1–5)',
  stays: 'Co zostaje po zakończeniu',
  call: 'Do kogo zadzwonić, gdyby znów było trudno',
  callHint: 'Nazwisko albo instytucja i numer. Te słowa trafią na kartkę dla rodziny.',
  category: 'Czego dotyczy ten tekst',
  categoryHint: 'Przeczytają go tylko osoby, które mogą znać te dane.',
  button: 'Zapisz rozmowę',
  mend: 'Popraw zapis rozmowy',
  skip: 'Rozmowy nie będzie',
  why: 'Dlaczego',
  note: 'Wyjaśnienie',
  skipButton: 'Zapisz powód',
  notHeld: 'Rozmowy nie było',
  noTalk: 'Dlaczego bez rozmowy końcowej',
  noTalkHint:
    'Proszę zostawić puste, jeśli rozmowa jest zapisana w „Zakończeniu” albo współpraca jeszcze się nie zaczęła.',
  none: 'Rozmowa nie jest jeszcze zapisana.',
  earlier: 'Wcześniejsze rozmowy końcowe',
  print: 'Kartka dla rodziny na zakończenie',
  sheet: {
    title: 'Po zakończeniu współpracy',
    lead: 'Duży druk i proste słowa. Proszę wydrukować w przeglądarce i dać rodzinie.',
    thanks: 'Dziękujemy za wspólną pracę.',
    talked: (on: string) => `Rozmawialiśmy ${on}.`,
    who: 'Byli z nami',
    helped: 'Co Państwu pomogło',
    result: 'Co się zmieniło',
    stays: 'Co zostaje',
    call: 'Gdyby znów było trudno, proszę zadzwonić',
    byMouth:
      'Zapis rozmowy dotyczy bezpieczeństwa, dlatego na kartce go nie ma: kartkę może zobaczyć każdy w domu. Proszę przekazać to ustnie, na osobności.',
    none: 'Kartka powstaje z zapisu rozmowy końcowej',
    noneText: 'Gdy rozmowa będzie zapisana w „Zakończeniu”, będzie można wydrukować kartkę.',
    back: 'Przejdź do zakończenia',
  },
} as const

export const talkFieldErrors: Record<string, string> = {
  talkOrWhy:
    'Proszę wskazać, dlaczego nie było rozmowy końcowej, albo najpierw zapisać rozmowę w „Zakończeniu”.',
  beforeCase: 'Ten dzień jest wcześniejszy niż początek sprawy.',
}
