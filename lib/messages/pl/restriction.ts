/** Words about a restricted case: who alone sees it and why. */
export const restrictionMessages = {
  title: 'Zastrzeżenie sprawy',
  lead: 'Sprawę zastrzeżoną widzą tylko wskazane osoby. Innym nie pokazuje jej wyszukiwarka, lista, powiadomienie ani historia. W liczbach liczy się jak każda inna, a każde otwarcie zostaje w rejestrze dostępu.',
  when: 'Na przykład gdy rodziną jest ktoś z pracowników albo ktoś miałby rozstrzygać we własnej sprawie.',
  badge: 'Zastrzeżona',
  open: 'Zastrzeż sprawę',
  openRunning: 'Sprawa jest zastrzeżona: kto ją widzi',
  running: (by: string, at: string) => `Zastrzeżona od ${at}, zapisał(a) ${by}.`,
  notRestricted:
    'Sprawa nie jest zastrzeżona: widzą ją wszyscy, którym pozwalają na to rola i zgoda rodziny.',
  reason: 'Powód',
  reasonHint: 'Przeczytają go tylko wskazane osoby z naszej instytucji.',
  people: 'Kto widzi sprawę',
  peopleHint:
    'Lista to osoby, które dziś widzą tę sprawę albo czekają na nie zaproszenie lub pytanie. Koordynator rodziny jest na niej zawsze. Siebie też można wyłączyć. Kto później dostanie w tej sprawie pracę, będzie ją widzieć od tego dnia.',
  providers:
    'Jeżeli z instytucji nie zostanie wskazany nikt, nikt w niej nie odpowie na pytanie o usługę: warto wtedy zadzwonić.',
  unheard:
    'Zaproszono. Sprawa jest zastrzeżona, więc z zaproszonej instytucji nikt tego jeszcze nie widzi: kierownik jednostki albo koordynator zespołu wskazuje osobę na stronie „Zastrzeżenie sprawy”.',
  person: (name: string, role: string, institution: string) => `${name} (${role}, ${institution})`,
  always: 'zawsze na liście',
  submit: 'Zastrzeż sprawę',
  change: 'Zapisz nową listę',
  end: 'Zakończ zastrzeżenie',
  endNote: 'Od razu zobaczą ją znowu wszyscy, którym pozwalają na to rola i zgoda rodziny.',
  endReason: 'Dlaczego już nie trzeba',
  before: 'Wcześniejsze zastrzeżenia',
  period: (from: string, to: string) => `od ${from} do ${to}`,
  ended: (reason: string, by: string) => `Koniec: ${reason} (${by})`,
} as const
