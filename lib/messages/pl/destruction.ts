import { type PluralForms, plural, pluralForm } from '@/lib/format/plural'

const cases: PluralForms = { one: 'sprawa', few: 'sprawy', many: 'spraw' }
const years: PluralForms = { one: 'rok', few: 'lata', many: 'lat' }
const months: PluralForms = { one: 'miesiąc', few: 'miesiące', many: 'miesięcy' }

/** Brakowanie: how long files are kept, what may go, what waits, what is held, what is gone (domain 8.4). */
export const destructionMessages = {
  title: 'Brakowanie',
  lead: 'Akta spraw, którym minął okres przechowywania. Tylko numery spraw, bez nazwisk.',
  reached: {
    title: 'Okres przechowywania minął',
    lead: 'Inspektor ochrony danych sporządza spis, lider go zatwierdza. Nic nie znika bez zatwierdzenia.',
    none: 'Żadnej sprawie nie minął okres przechowywania.',
    choose: 'Sprawy do spisu',
    chooseHint: 'Spis obejmie zaznaczone sprawy z tej strony.',
    shown: (n: number) => plural(n, cases),
    submit: 'Sporządź spis',
    done: 'Spis jest gotowy i czeka na zatwierdzenie.',
    number: 'Numer sprawy',
    klass: 'Klasa akt',
    ended: 'Koniec sprawy',
    due: 'Można brakować od',
    line: (klass: string, ended: string, due: string) =>
      `klasa ${klass}, koniec sprawy ${ended}, można brakować od ${due}`,
  },
  waiting: {
    title: 'Spisy do zatwierdzenia',
    none: 'Żaden spis nie czeka na zatwierdzenie.',
    list: (number: string) => `Spis ${number}`,
    prepared: (day: string, n: number) => `sporządzony ${day}, ${plural(n, cases)}`,
    takeBack: 'Cofnij spis',
    takeBackOf: (number: string) => `Cofnij spis ${number}`,
    takenBack: 'Spis cofnięty. Sprawy wróciły do poprzedniego etapu.',
    approve: 'Zatwierdź i zniszcz akta',
    approveOf: (number: string) => `Zatwierdź spis ${number}`,
    warning:
      'Po zatwierdzeniu dane osób i wszystkie opisy z tych spraw znikną na zawsze. Pozostaną numer, daty, etap i wynik sprawy oraz wpisy w rejestrze dostępu.',
    consentNumber: 'Numer zgody archiwum państwowego',
    consentOn: 'Data zgody',
    done: 'Akta zostały zniszczone.',
    leader: 'Spis zatwierdza lider.',
  },
  held: {
    title: 'Wstrzymane',
    lead: 'Sprawy, których akt nie wolno teraz zniszczyć: spór, kontrola, żądanie osoby.',
    none: 'Żadna sprawa nie jest wstrzymana.',
    from: (day: string) => `od ${day}`,
    end: 'Zakończ wstrzymanie',
    endOf: (number: string) => `Zakończ wstrzymanie sprawy ${number}`,
    ended: 'Wstrzymanie zakończone.',
    set: 'Wstrzymaj brakowanie sprawy',
    number: 'Numer sprawy',
    reason: 'Powód',
    reasonHint: 'Bez nazwisk i opisu rodziny.',
    submit: 'Wstrzymaj',
    done: 'Brakowanie tej sprawy jest wstrzymane.',
  },
  destroyed: {
    title: 'Zniszczone',
    none: 'Nie zniszczono jeszcze żadnych akt.',
    list: 'Spis',
    when: 'Zatwierdzony',
    consent: 'Zgoda archiwum',
    consentOf: (number: string, day: string) => `${number} z ${day}`,
    cases: 'Sprawy',
  },
  terms: {
    title: 'Okresy przechowywania',
    lead: 'Według jednolitego rzeczowego wykazu akt tej instytucji.',
    kinds: {
      closed: 'Sprawy zakończone',
      rejected: 'Zgłoszenia odrzucone i przekierowane',
    },
    says: {
      closed: (n: number) => `${n} ${pluralForm(n, years)} od 1 stycznia po roku zakończenia`,
      rejected: (n: number) => `${n} ${pluralForm(n, months)} od decyzji`,
    },
    klassOf: (klass: string) => `klasa ${klass}`,
    lengths: { closed: 'Ile lat', rejected: 'Ile miesięcy' },
    klass: 'Klasa akt',
    change: 'Zmień',
    changeOf: (kind: string) => `Zmień okres: ${kind}`,
    submit: 'Zapisz okres',
    done: 'Okres zapisany.',
  },
} as const

export const destructionErrors: Record<string, () => string> = {
  alreadyHeld: () => 'Brakowanie tej sprawy jest już wstrzymane.',
  destructionChanged: () =>
    'Któraś z wybranych spraw jest już w spisie albo jej brakowanie wstrzymano. Proszę odświeżyć stronę i wybrać jeszcze raz.',
  destructionOwnList: () => 'Spis zatwierdza inna osoba niż ta, która go sporządziła.',
  destructionHeld: () =>
    'Brakowanie jednej ze spraw w tym spisie jest wstrzymane. Inspektor ochrony danych musi cofnąć spis i sporządzić nowy, bez niej.',
  destructionTooEarly: () =>
    'Jednej ze spraw w tym spisie nie minął jeszcze okres przechowywania. Inspektor ochrony danych musi cofnąć spis.',
}
export const destructionFieldErrors: Record<string, string> = {
  destructionChoose: 'Proszę zaznaczyć przynajmniej jedną sprawę.',
}
