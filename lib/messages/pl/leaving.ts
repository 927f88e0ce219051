import { plural } from '@/lib/format/plural'

const services = { one: 'usługa', few: 'usługi', many: 'usług' }
const others = { one: 'otwarta usługa', few: 'otwarte usługi', many: 'otwartych usług' }

/** A party leaves the team: first its services, then the annex. */
export const leavingMessages = {
  title: 'Odejście z zespołu',
  lead: (party: string) =>
    `${party}: najpierw usługi przechodzą do innej strony porozumienia albo się kończą, potem zapisuje się aneks.`,
  choose: 'Która instytucja odchodzi',
  back: 'Skład zespołu',
  lines: {
    title: '1. Usługi do przekazania',
    count: (n: number) => (n === 0 ? 'Nic nie zostało do przekazania.' : `Zostało: ${plural(n, services)}.`),
    hidden: (n: number) =>
      `Jeszcze ${plural(n, others)} w sprawach, których Pani/Pan nie widzi. Kończy albo przekazuje je koordynator rodziny w koszyku.`,
    legend: 'Co przekazać',
    one: (service: string, number: string, status: string) => `${service}, sprawa ${number}, ${status}`,
    refusals: {
      inApproval: 'plan czeka na akceptację: najpierw musi zostać przyjęty albo wrócić do planowania',
      evaluation: 'trwa ewaluacja: usługę można tylko zakończyć',
    },
    to: 'Kto przejmuje',
    toHint:
      'Instytucję zapytamy od razu tam, gdzie sięga zgoda rodziny. Gdzie jej brakuje, pozycja czeka jako robocza u koordynatora rodziny.',
    close: 'nikt: zakończ usługi',
    reason: 'Powód',
    reasonHint: 'Czytają go osoby, które pracują z rodziną.',
    submit: 'Przekaż wybrane usługi',
    done: (n: number, asked: number, stayed: number, closed: boolean) =>
      [
        closed ? `Zakończono: ${plural(n, services)}.` : `Przekazano: ${plural(n, services)}.`,
        !closed && `Zapytano od razu: ${asked}, robocze u koordynatorów: ${n - asked}.`,
        stayed > 0 && `Zostało na miejscu: ${stayed}.`,
      ]
        .filter(Boolean)
        .join(' '),
    whoHands: (names: readonly string[]) =>
      names.length > 0
        ? `Usługi przekazuje koordynator zespołu: ${names.join(', ')}.`
        : 'Usługi przekazuje koordynator zespołu; trzeba go najpierw powołać.',
  },
  annex: {
    title: '2. Aneks o odejściu',
    blocked: 'Aneks będzie można zapisać, gdy nie zostanie żadna otwarta usługa tej instytucji.',
    who: 'Aneks zapisuje lider gminny, gdy zespół jest czynny.',
  },
} as const
