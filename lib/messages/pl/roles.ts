import type { Role } from '@/lib/policy/actor'

/** Polish names of the roles (domain 3.5). */
export const roleNames = {
  operator: 'Administrator platformy',
  rops_koordynator: 'Koordynator ROPS',
  animator: 'Regionalny animator współpracy',
  ekspert: 'Ekspert ds. modelu',
  lider_gminny: 'Lider gminny',
  lider_powiatowy: 'Lider powiatowy',
  koordynator_zespolu: 'Koordynator zespołu',
  koordynator_rodziny: 'Koordynator rodziny',
  asystent_rodziny: 'Asystent rodziny',
  decydent: 'Przedstawiciel instytucji',
  specjalista: 'Członek zespołu rodziny',
  wykonawca: 'Wykonawca usługi',
  ministerstwo: 'Przeglądający ministerstwa',
  radny: 'Radny',
  admin_lokalny: 'Administrator lokalny',
  iod: 'Inspektor ochrony danych',
  audytor: 'Kontrola',
} as const satisfies Record<Role, string>
