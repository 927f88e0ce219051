import { addCalendarDays } from '@/lib/calendar'
import { fold } from '@/lib/format/fold'
import { addPaper } from '@/prisma/seed/demo/attachments'
import { idOf, type World } from '@/prisma/seed/demo/world'

const region = '18'
const keeper = idOf('user', 'koordynator.rops@demo.example')
const centre = idOf('institution', 'rops_rzeszow')

type Spec = {
  readonly key: string
  readonly kind: 'school' | 'dissemination'
  readonly title: string
  readonly programme: string
  readonly place?: string
  readonly link?: string
  /** Days from today; before it when negative. */
  readonly inDays: number
  readonly lasts: number
  readonly startsAt: string
  readonly places: number
  readonly cancelled?: string
  /** Logins in the order of signing up. */
  readonly people: readonly string[]
  readonly materials?: readonly { readonly title: string; readonly link: string | null }[]
}

const specs: readonly Spec[] = [
  {
    key: 'full',
    kind: 'school',
    title: 'Jak rozmawiać z rodziną o zgodzie',
    programme:
      '9:00 Po co zgoda i kiedy jej nie trzeba\n11:00 Ćwiczenia w trójkach\n13:00 Zgoda opiekuna a głos dziecka\nProwadzi: Jacek Olender',
    place: 'ROPS Rzeszów, ul. Hetmańska 120, sala 14',
    inDays: 18,
    lasts: 1,
    startsAt: '09:00',
    places: 4,
    people: ['nauczycielka', 'psycholozka', 'asystent', 'dyrektor.szkoly', 'koordynatorka.rodziny2', 'radny'],
  },
  {
    key: 'model',
    kind: 'dissemination',
    title: 'Model Kooperacji dla nowych gmin',
    programme: 'Co daje zespół gminie\nPierwsze spotkanie i porozumienie\nPytania',
    link: 'https://spotkania.rops.example/model',
    inDays: 32,
    lasts: 1,
    startsAt: '12:00',
    places: 80,
    people: ['kierowniczka.gops', 'dyrektor.pcpr'],
  },
  {
    key: 'diagnosis',
    kind: 'school',
    title: 'Diagnoza razem z rodziną: dwa dni warsztatów',
    programme: 'Dzień 1: obszary życia i skala\nDzień 2: mocne strony, cele, superwizja',
    place: 'Rzeszów, Centrum Szkoleniowe, ul. Zielona 3',
    inDays: 45,
    lasts: 2,
    startsAt: '08:30',
    places: 20,
    people: ['koordynatorka.rodziny'],
  },
  {
    key: 'off',
    kind: 'dissemination',
    title: 'Spotkanie sołtysów i radnych',
    programme: 'Rola sołtysa w zespole',
    place: 'Urząd Gminy Świlcza',
    inDays: 9,
    lasts: 1,
    startsAt: '16:00',
    places: 30,
    cancelled: 'Zbyt mało zgłoszeń; nowy termin podamy wiosną.',
    people: ['radny'],
  },
  {
    key: 'past',
    kind: 'school',
    title: 'Koszyk usług krok po kroku',
    programme: 'Od potrzeby do usługi\nPytanie do instytucji\nCo zrobić po odmowie',
    place: 'ROPS Rzeszów, ul. Hetmańska 120, sala 14',
    inDays: -40,
    lasts: 1,
    startsAt: '09:00',
    places: 25,
    people: [
      'koordynatorka.rodziny',
      'koordynatorka.zespolu',
      'kierowniczka.gops',
      'nauczycielka',
      'pracowniczka.pcpr',
      'asystent',
    ],
    materials: [
      { title: 'Prezentacja', link: 'https://rops.example/koszyk/prezentacja' },
      { title: 'Ćwiczenia do wydruku', link: null },
    ],
  },
]

const addPeople = (world: World, spec: Spec, endsOn: string): void => {
  for (const [n, login] of spec.people.entries()) {
    const userId = idOf('user', `${login}@demo.example`)
    const work = world.rows('employment').find((row) => row.user_id === userId)
    if (!work) throw new Error(`${login} works nowhere`)
    // of those who came one was ill
    const came = spec.inDays < 0 ? n !== 5 : null
    world.add('school_entry', {
      id: idOf('school-entry', spec.key, n),
      event_id: idOf('school-event', spec.key),
      wojewodztwo_code: region,
      user_id: userId,
      institution_id: work.institution_id,
      signed_by_id: userId,
      queue_no: n + 1,
      state: n < spec.places ? 'signed' : 'waiting',
      signed_at: world.at(world.daysAgo(Math.max(60 - n, 1))),
      attended: came,
      certificate_number: came ? `${region}/${endsOn.slice(0, 4)}/KSZ${n + 2}-DEMA` : null,
      certified_on: came ? endsOn : null,
    })
  }
}

/** The school of the voivodeship: one event with a waiting list, one called off, one that gave certificates. */
export const addSchool = (world: World): void => {
  for (const spec of specs) {
    const id = idOf('school-event', spec.key)
    const startsOn = spec.inDays < 0 ? world.daysAgo(-spec.inDays) : addCalendarDays(world.today, spec.inDays)
    const endsOn = addCalendarDays(startsOn, spec.lasts - 1)
    world.add('school_event', {
      id,
      wojewodztwo_code: region,
      kind: spec.kind,
      title: spec.title,
      title_folded: fold(spec.title),
      programme: spec.programme,
      place: spec.place ?? null,
      link: spec.link ?? null,
      starts_on: startsOn,
      ends_on: endsOn,
      starts_at: spec.startsAt,
      places: spec.places,
      cancelled_on: spec.cancelled ? world.daysAgo(2) : null,
      cancel_reason: spec.cancelled ?? null,
      institution_id: centre,
      created_by_id: keeper,
      created_at: world.at(world.daysAgo(70)),
    })
    addPeople(world, spec, endsOn)
    for (const material of spec.materials ?? []) {
      const materialId = idOf('school-material', spec.key, material.title)
      world.add('school_material', {
        id: materialId,
        event_id: id,
        wojewodztwo_code: region,
        ...material,
        added_by_id: keeper,
        added_at: world.at(endsOn),
      })
      if (material.link === null)
        addPaper(world, {
          kind: 'schoolMaterial',
          subject: materialId,
          teamId: null,
          institutionId: centre,
          title: material.title,
          words: 'Cwiczenia do wydruku: plik pokazowy',
          by: keeper,
          at: world.at(endsOn),
        })
    }
  }
}
