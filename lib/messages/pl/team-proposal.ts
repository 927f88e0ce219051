import { formatInstant } from '@/lib/format/dates'

/** Both leaders decide: one proposes, the other agrees. */
export const proposalMessages = {
  title: {
    'team.suspend': 'Propozycja: zawiesić zespół',
    'team.resume': 'Propozycja: wznowić pracę zespołu',
    'team.dissolve': 'Propozycja: rozwiązać zespół',
  },
  by: (name: string | null, at: Date) => [name, formatInstant(at)].filter(Boolean).join(', '),
  waits: 'Czeka na zgodę drugiego lidera.',
  agree: 'Zgadzam się',
  drop: 'Nie zgadzam się',
  takeBack: 'Wycofaj propozycję',
  report: 'Sprawozdanie końcowe',
  bothDecide: 'Decydują obaj liderzy: druga osoba dostanie propozycję z powodem i musi się zgodzić.',
} as const
