import type { Matrix } from '@/tests/security/role-matrix/holders'

const staff = [
  'rops_koordynator',
  'animator',
  'ekspert',
  'lider_gminny',
  'lider_powiatowy',
  'koordynator_zespolu',
  'koordynator_rodziny',
  'asystent_rodziny',
  'decydent',
  'specjalista',
  'wykonawca',
  'radny',
  'admin_lokalny',
  'iod',
]
const inRegion = staff.map((role) => `${role} region`).join(', ')
const readers = `${inRegion}, audytor region`
const keepers = 'rops_koordynator region, animator region'
const ownHouseOrKeeper = `${staff.map((role) => `${role} author`).join(', ')}, lider_gminny institution, lider_powiatowy institution, decydent institution, admin_lokalny institution, ${keepers}`

/** What a voivodeship passes on to its teams: no case, no person served. */
export const knowledgeMatrix: Matrix = {
  'school.list': ['R knowledge', readers],
  'school.read': ['R knowledge', readers],
  'school.verify': ['R knowledge', readers],
  'school.create': ['A knowledge', keepers],
  'school.correct': ['A knowledge', keepers],
  'school.cancel': ['A knowledge', keepers],
  'school.attendance': ['A knowledge', keepers],
  'school.addMaterial': ['A knowledge', keepers],
  'school.removeMaterial': ['A knowledge', keepers],
  'school.trainings': ['A knowledge', keepers],
  'school.signUp': ['C knowledge', inRegion],
  'school.signUpPeople': [
    'C knowledge',
    'lider_gminny region, lider_powiatowy region, decydent region, admin_lokalny region',
  ],
  'school.signOff': ['C knowledge', ownHouseOrKeeper],
  'school.certificate': ['R knowledge', ownHouseOrKeeper],
  'school.ofTeam': [
    'R knowledge',
    'rops_koordynator region, animator assignedTeam, lider_gminny memberTeam, lider_powiatowy memberTeam, koordynator_zespolu assignedTeam',
  ],
}
