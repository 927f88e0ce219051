import type { Matrix } from '@/tests/security/role-matrix/holders'

const keepers = 'rops_koordynator region, animator animated'
const authors = 'rops_koordynator author, animator author'

/** The plan of a region: its ROPS alone; an animator keeps the own gminas. */
export const programmeMatrix: Matrix = {
  'programme.list': ['R programme', 'rops_koordynator everywhere, animator everywhere'],
  'programme.read': ['R programme', 'rops_koordynator region, animator region'],
  'programme.plan': ['C programme', 'rops_koordynator region'],
  'programme.assign': ['A programme', 'rops_koordynator region'],
  'programme.drop': ['A programme', 'rops_koordynator region'],
  'programme.keep': ['U programme', keepers],
  'programme.note': ['C programme', keepers],
  'programme.correctNote': ['U programme', authors],
  'programme.cancelNote': ['U programme', authors],
  'programme.shared': [
    'R programme',
    'lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu assignedTeam',
  ],
  'programme.glance': ['R programme', 'rops_koordynator everywhere, animator everywhere'],
  'letter.prepare': ['R programme', 'rops_koordynator everywhere, animator everywhere'],
  'letter.send': ['C programme', 'rops_koordynator region, animator region'],
  'letter.list': ['R programme', 'rops_koordynator everywhere, animator everywhere'],
  'letter.ofTeam': ['R programme', 'lider_gminny memberTeam, lider_powiatowy memberTeam'],
  'programme.country': ['S report', 'ministerstwo everywhere'],
  'recruit.agreed': ['R programme', 'lider_gminny ownArea'],
  'recruit.list': ['R programme', 'rops_koordynator region, animator region'],
  'recruit.invite': ['C programme', keepers],
  'recruit.answer': ['U programme', keepers],
  'recruit.again': ['U programme', keepers],
  'recruit.takeBack': ['U programme', keepers],
  'recruit.barriers': ['R programme', 'rops_koordynator everywhere, animator everywhere'],
}
