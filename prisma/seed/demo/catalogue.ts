import { addCalendarDays } from '@/lib/calendar'
import { fold } from '@/lib/format/fold'
import { idOf, type World } from '@/prisma/seed/demo/world'

const region = '18'
const keeper = idOf('user', 'koordynator.rops@demo.example')
const centre = idOf('institution', 'rops_rzeszow')

type Entry = {
  readonly key: string
  readonly kind: 'added' | 'renamed' | 'retired'
  readonly service: string
  readonly name?: string
  readonly description?: string
  readonly reason: string
  readonly since: number
  readonly endedAfter?: { readonly days: number; readonly reason: string }
}

/** What the ROPS of Podkarpackie made of the national catalogue. */
const entries: readonly Entry[] = [
  {
    key: 'animator',
    kind: 'added',
    service: 'praca_podworkowa',
    name: 'Mobilny animator podwórkowy',
    description: 'Animator przyjeżdża do sołectwa i prowadzi zajęcia tam, gdzie dzieci spędzają czas.',
    reason: 'Program wojewódzki od tego roku, w każdym powiecie jest jeden animator.',
    since: 200,
  },
  {
    key: 'teleopieka',
    kind: 'renamed',
    service: 'teleopieka',
    name: 'Podkarpacka teleopieka (opaska, przycisk życia)',
    reason: 'Pod tą nazwą rodziny znają usługę z projektu wojewódzkiego.',
    since: 150,
  },
  {
    key: 'doradztwo',
    kind: 'retired',
    service: 'doradztwo_rolnicze',
    reason: 'W województwie udziela go ośrodek doradztwa rolniczego poza koszykiem.',
    since: 90,
  },
  {
    key: 'klub',
    kind: 'renamed',
    service: 'klub_seniora',
    name: 'Klub Złotego Wieku',
    reason: 'Nazwa z konkursu.',
    since: 400,
    endedAfter: { days: 200, reason: 'Konkurs się skończył.' },
  },
]

const addEntry = (world: World, entry: Entry): void => {
  const id = idOf('overlay', entry.key)
  const startsOn = world.daysAgo(entry.since)
  const endedOn = entry.endedAfter ? addCalendarDays(startsOn, entry.endedAfter.days) : null
  const name = entry.name ?? null
  world.add('service_overlay', {
    id,
    wojewodztwo_code: region,
    kind: entry.kind,
    service_key: entry.service,
    name,
    name_folded: name && fold(name),
    description: entry.description ?? null,
    reason: entry.reason,
    starts_on: startsOn,
    ended_on: endedOn,
    end_reason: entry.endedAfter?.reason ?? null,
    institution_id: centre,
    created_by_id: keeper,
    version: endedOn ? 2 : 1,
  })
  const step = { overlay_id: id, wojewodztwo_code: region, name, by_id: keeper }
  world.add('service_overlay_step', {
    ...step,
    step: 'made',
    effective_on: startsOn,
    reason: entry.reason,
    at: world.at(startsOn),
  })
  if (endedOn && entry.endedAfter)
    world.add('service_overlay_step', {
      ...step,
      step: 'ended',
      effective_on: endedOn,
      reason: entry.endedAfter.reason,
      at: world.at(endedOn),
    })
}

export const addOverlay = (world: World): void => {
  for (const entry of entries) addEntry(world, entry)
  world.add('institution_service', {
    id: idOf('offer', 'ngo_swilcza', 'animator'),
    institution_id: idOf('institution', 'ngo_swilcza'),
    service_key: idOf('overlay', 'animator'),
    places: 12,
    confirmed_on: world.daysAgo(40),
  })
}
