import { addCalendarDays, addYears } from '@/lib/calendar'
import { ageOn, type IsoDate } from '@/lib/format/dates'
import { fold } from '@/lib/format/fold'
import { seal, searchHash } from '@/lib/platform/crypto'
import { addFormerFamily, addRelations } from '@/prisma/seed/demo/case/relations'
import {
  type Archetype,
  isMinimised,
  keepsContent,
  type Member,
  type PersonMade,
  reached,
  type Story,
} from '@/prisma/seed/demo/case/story'
import names from '@/prisma/seed/demo/names.json'
import { makePesel } from '@/prisma/seed/demo/numbers'
import { idOf, type World } from '@/prisma/seed/demo/world'

const bornBetween = (world: World, age: readonly number[]): IsoDate => {
  const years = world.random.int(age[0] ?? 30, age[1] ?? 40)
  return addCalendarDays(world.today, -Math.round(years * 365.25) - world.random.int(5, 340))
}

const parents: readonly string[] = ['head', 'partner', 'formerPartner']

const givenName = (world: World, member: Member, minor: boolean, taken: Set<string>): string => {
  const list = minor
    ? member.sex === 'f'
      ? names.girls
      : names.boys
    : member.sex === 'f'
      ? names.women
      : names.men
  const free = list.filter((name) => !taken.has(name))
  const name = world.random.pick(free)
  taken.add(name)
  return name
}

/** The persons of one invented family; a child's guardians are its parents. */
export const makePersons = (
  world: World,
  key: string,
  archetype: Archetype,
  family: number,
  eighteenIn?: number,
): PersonMade[] => {
  const surname = names.families[family % names.families.length]
  if (!surname) throw new Error('no surnames')
  const ids = archetype.members.map((_, n) => idOf('person', key, n))
  const guardians = archetype.members.flatMap((member, n) =>
    parents.includes(member.relation) ? (ids[n] ?? []) : [],
  )
  const taken = new Set<string>()
  return archetype.members.map((member, n) => {
    const drawn = bornBetween(world, member.age)
    const bornOn =
      eighteenIn !== undefined && member.age[1] === 17
        ? addYears(addCalendarDays(world.today, eighteenIn), -18)
        : drawn
    const minor = ageOn(bornOn, world.today) < 18
    return {
      id: ids[n] ?? '',
      given: givenName(world, member, minor, taken),
      family: member.sex === 'f' ? surname.woman : surname.man,
      bornOn,
      minor,
      member,
      guardians: minor ? (member.guardians?.flatMap((at) => ids[at] ?? []) ?? guardians) : [],
    }
  })
}

const environmentLabels: Readonly<Record<string, string>> = { mlodziez: 'Młodzież przy świetlicy' }

export const labelOf = (story: Story): string => {
  const surname = names.families[story.spec.family % names.families.length]
  const first = story.persons[0]
  if (!first) return environmentLabels[story.archetype.key] ?? 'Środowisko lokalne'
  if (story.archetype.subject === 'person')
    return `${first.member.sex === 'f' ? 'Pani' : 'Pan'} ${first.given} ${first.family}`
  return surname?.label ?? first.family
}

const noDocument = { document_kind: null, document_sealed: null, document_hash: null }

/** Who has no PESEL shows another document; the number is drawn from the id, so that nothing else in the demo moves. */
const passportOf = ({ id }: PersonMade) => {
  const number = `FA${id.replace(/\D/gu, '').padEnd(7, '3').slice(0, 7)}`
  return {
    document_kind: 'passport',
    document_sealed: seal(number, 'document'),
    document_hash: searchHash(number, 'document'),
  }
}

const addIdentity = (world: World, story: Story, person: PersonMade, street: string): void => {
  const sex = person.member.sex === 'f' ? 'female' : 'male'
  const pesel = makePesel(person.bornOn, sex, world.random)
  // One in twelve has none yet (newborn, foreigner): the product must live with it.
  const known = !world.random.chance(1 / 12)
  const reachable = !isMinimised(story)
  world.add('person_identity', {
    person_id: person.id,
    owner_institution_id: story.owner,
    born_on: person.bornOn,
    sex,
    pesel_sealed: known ? seal(pesel, 'pesel') : null,
    pesel_hash: known ? searchHash(pesel, 'pesel') : null,
    ...(known || person.bornOn > '2008' ? noDocument : passportOf(person)),
    street: reachable ? street : null,
    postcode: reachable ? '36-072' : null,
    city: reachable ? (story.team.lead.institution.name.split(' w ')[1] ?? 'Tychy') : null,
    gmina_code: reachable ? story.team.gmina : null,
  })
}

const addPerson = (
  world: World,
  story: Story,
  person: PersonMade,
  position: number,
  since: IsoDate,
): void => {
  const phone = person.minor ? null : `+48500${world.random.digits(6)}`
  world.add('person', {
    id: person.id,
    owner_institution_id: story.owner,
    given_name: person.given,
    family_name: person.family,
    name_folded: fold(`${person.given} ${person.family}`),
    is_minor: person.minor,
    is_sample: true,
    created_at: world.at(since),
  })
  world.add('person_contact', {
    person_id: person.id,
    owner_institution_id: story.owner,
    phone: isMinimised(story) ? null : phone,
    contact_note:
      person.member.conflict && !isMinimised(story) ? 'Dzwonić po godz. 15, nie zostawiać wiadomości.' : null,
  })
  world.add('family_member', {
    id: idOf('family-member', story.key, position),
    family_id: idOf('family', story.key),
    person_id: person.id,
    relation_key: person.member.relation,
    lives_together: !person.member.apart,
    position,
  })
  world.add('case_person', {
    id: idOf('case-person', story.key, position),
    case_id: story.id,
    team_id: story.team.id,
    person_id: person.id,
    main: position === 0,
    takes_part: true,
    guardian_ids: person.guardians,
    guardian_conflict: person.member.conflict ?? false,
  })
}

/** As the sheet brought them (app.submit_referral): names and birth dates, no address and no number yet. */
const addSheetPersons = (world: World, story: Story, since: IsoDate): void => {
  story.persons.forEach((person, position) => {
    world.add('person', {
      id: person.id,
      owner_institution_id: story.owner,
      given_name: person.given,
      family_name: person.family,
      name_folded: fold(`${person.given} ${person.family}`),
      is_minor: person.minor,
      is_sample: true,
      created_at: world.at(since),
    })
    world.add('person_contact', { person_id: person.id, owner_institution_id: story.owner })
    world.add('person_identity', {
      person_id: person.id,
      owner_institution_id: story.owner,
      born_on: person.bornOn,
    })
    world.add('family_member', {
      id: idOf('family-member', story.key, position),
      family_id: idOf('family', story.key),
      person_id: person.id,
      relation_key: person.member.relation,
      position,
    })
    world.add('case_person', {
      id: idOf('case-person', story.key, position),
      case_id: story.id,
      team_id: story.team.id,
      person_id: person.id,
      main: position === 0,
      guardian_ids: person.guardians,
    })
  })
}

/** There is a family from the referral on; from the appointment of its coordinator on with addresses and numbers. */
export const addFamily = (world: World, story: Story): string | null => {
  const known = reached(story, 'awaitingConsent')
  const since = known ?? reached(story, 'submitted')
  if (!since || !keepsContent(story)) return null
  const id = idOf('family', story.key)
  const label = labelOf(story)
  world.add('family', {
    id,
    owner_institution_id: story.owner,
    kind: story.archetype.subject,
    label,
    label_folded: fold(label),
    is_sample: true,
    created_at: world.at(since),
  })
  if (!known) {
    addSheetPersons(world, story, since)
    return id
  }
  const street = `ul. Zmyślona ${world.random.int(1, 120)}`
  story.persons.forEach((person, position) => {
    addPerson(world, story, person, position, since)
    addIdentity(world, story, person, street)
  })
  addRelations(world, story)
  addFormerFamily(world, story)
  return id
}
