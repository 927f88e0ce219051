import { institutionKinds, serviceTypes } from '@/lib/catalogue'
import { fold } from '@/lib/format/fold'
import institutionsJson from '@/prisma/seed/demo/institutions.json'
import { makeNip, makeRegon } from '@/prisma/seed/demo/numbers'
import { idOf, type World } from '@/prisma/seed/demo/world'
import { demoAccounts } from '@/prisma/seed/demo-people'
import { readTerritory } from '@/prisma/seed/reference'

export type DemoInstitution = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly kind: string
  /** Gminas served, by TERC code. */
  readonly areas: readonly string[]
  /** Services out of the catalogue that it really offers. */
  readonly offers: ReadonlySet<string>
}

/** Of an office of the commune not everything that the law allows: what a small one really does. */
const rarelyOffered = new Set([
  'rodzinny_dom_pomocy',
  'dps_pobyt',
  'wsparcie_krotkoterminowe',
  'dzienny_dom_pomocy',
  'mieszkanie_treningowe',
  'mieszkanie_wspomagane',
  'schronienie',
  'teleopieka',
  'opieka_wytchnieniowa',
  'terapia_rodzinna',
  'kis_udzial',
])

const offersOf = (kind: string, world: World): string[] =>
  serviceTypes()
    .filter((service) => service.providerKinds.includes(kind))
    .filter((service) => !rarelyOffered.has(service.key) || world.random.chance(0.15))
    .filter((service) => service.core || world.random.chance(0.6))
    .map((service) => service.key)

const conditionsOf = [
  'Najpierw telefon do sekretariatu.',
  'Zapisy w pierwszym tygodniu miesiąca.',
  'Pierwsze spotkanie w siedzibie, następne mogą być u rodziny.',
]

/** The head of the house signs its offer; prisma/seed/demo/people.ts gives heads these addresses. */
const headOf = (key: string): string => {
  const account = demoAccounts.find((one) => one.institutionKey === key && one.head)
  const login = account ? account.login : `${key.replaceAll('_', '.')}.kierownik`
  return idOf('user', `${login}@demo.example`)
}

/** Old words were asked about already, but of the school in Świlcza: its head is asked on the first day. */
const offerRow = (world: World, key: string, institutionId: string, service: string) => {
  const id = idOf('offer', key, service)
  // not drawn: one number more would change everything that is drawn after it
  const chance = Number.parseInt(id.slice(0, 4), 16)
  const places = world.random.chance(0.3) ? world.random.int(3, 25) : null
  const waitingDays = world.random.chance(0.25) ? world.random.int(7, 90) : null
  const daysAgo = world.random.int(10, 300)
  return {
    id,
    institution_id: institutionId,
    service_key: service,
    places,
    free_places: places === null ? null : waitingDays === null ? chance % places : 0,
    waiting_days: waitingDays,
    conditions: chance % 3 === 0 ? (conditionsOf[(chance / 3) % conditionsOf.length] ?? null) : null,
    confirmed_on: world.daysAgo(daysAgo),
    confirmed_by_id: headOf(key),
    confirmed_by_institution_id: institutionId,
    reminded_on: daysAgo > 175 && key !== 'sp_swilcza' ? world.daysAgo(4) : null,
  }
}

const kindOf = new Map(institutionKinds().map((kind) => [kind.key, kind]))

const contact = (key: string, area: string, world: World) => ({
  phone: `+4817${world.random.int(2, 8)}${world.random.digits(6)}`.slice(0, 12),
  email: `sekretariat@${key.replaceAll('_', '-')}.example`,
  website: `https://${key.replaceAll('_', '-')}.example`,
  edoreczenia: `AE:PL-${world.random.digits(5)}-${world.random.digits(5)}-ABCDE-${area.slice(0, 2)}`,
})

/** The 80 sample institutions with seats, gminas served, numbers that pass their checks, and offered services. */
export const addInstitutions = (world: World): ReadonlyMap<string, DemoInstitution> => {
  const gminas = readTerritory().filter((unit) => unit.level === 'gmina')
  const made = institutionsJson.map((spec): DemoInstitution => {
    const id = idOf('institution', spec.key)
    const kind = kindOf.get(spec.kind)
    const identifiers = kind?.identifiers ?? ['REGON', 'NIP']
    const areas =
      spec.area === 'own'
        ? [spec.seat, ...(spec.also ?? [])]
        : gminas.filter((unit) => unit.parentCode === spec.area).map((unit) => unit.code)
    const offers = offersOf(spec.kind, world)
    world.add('institution', {
      id,
      name: spec.name,
      name_folded: fold(spec.name),
      kind_key: spec.kind,
      level: kind?.level ?? 'kraj',
      seat_code: spec.seat,
      wojewodztwo_code: spec.seat.slice(0, 2),
      regon: identifiers.includes('REGON') ? makeRegon(world.random) : null,
      nip: identifiers.includes('NIP') ? makeNip(world.random) : null,
      krs: identifiers.includes('KRS') ? `0000${world.random.int(1, 9)}${world.random.digits(5)}` : null,
      street: spec.street,
      postcode: spec.postcode,
      city: spec.city,
      ...contact(spec.key, spec.seat, world),
      is_sample: true,
    })
    world.add('institution_area', ...areas.map((code) => ({ institution_id: id, unit_code: code })))
    world.add('institution_service', ...offers.map((service) => offerRow(world, spec.key, id, service)))
    return { id, key: spec.key, name: spec.name, kind: spec.kind, areas, offers: new Set(offers) }
  })
  return new Map(made.map((institution) => [institution.key, institution]))
}
