import type { GenoKind } from '@/components/charts/genogram-order'
import { formatDate, type IsoDate } from '@/lib/format/dates'
import { familyMessages } from '@/lib/messages/pl/families'
import { genogramMessages as m } from '@/lib/messages/pl/genogram'

export type GenogramPerson = {
  id: string
  givenName: string
  familyName: string
  sex: 'female' | 'male' | null
  /** null: not recorded, or not for this reader */
  age: number | null
  diedOn: IsoDate | null
  leftOn: IsoDate | null
  main: boolean
  home: boolean
  generation: number
}

export type GenogramLink = {
  from: string
  to: string
  kind: GenoKind
  startsOn: IsoDate | null
  endsOn: IsoDate | null
  ended: boolean
}

const nameOf = ({ givenName, familyName }: GenogramPerson): string => `${givenName} ${familyName}`

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${m.and}${names.at(-1)}`

/** Since when, until when, or that it is over. */
export const periodWords = ({ startsOn, endsOn, ended }: GenogramLink): string | null => {
  if (startsOn && endsOn) return m.period.fromTo(formatDate(startsOn), formatDate(endsOn))
  if (endsOn) return m.period.to(formatDate(endsOn))
  if (startsOn)
    return [m.period.from(formatDate(startsOn)), ended ? m.period.ended : null].filter(Boolean).join(', ')
  return null
}

const factsOf = (person: GenogramPerson): string => {
  const age = person.age === null ? null : familyMessages.age(person.age)
  const died = person.diedOn
    ? age
      ? m.facts.diedAged(formatDate(person.diedOn), age)
      : m.facts.died(formatDate(person.diedOn))
    : age
  const left = person.leftOn ? m.facts.left(formatDate(person.leftOn)) : null
  return [nameOf(person), died, person.main ? m.facts.main : null, left].filter(Boolean).join(', ')
}

type Line = { readonly word: string; readonly links: readonly GenogramLink[] }

/** What a person is to the others, each kind once. */
const linesOf = (id: string, links: readonly GenogramLink[]): Line[] => {
  const to = (kind: GenogramLink['kind']) => links.filter((l) => l.kind === kind && l.to === id)
  const mutual = (kind: GenogramLink['kind']) =>
    links.filter((l) => l.kind === kind && (l.to === id || l.from === id))
  const parents = to('parent')
  return [
    { word: m.of.couple, links: mutual('partner').filter((l) => !l.ended) },
    { word: m.of.formerCouple, links: mutual('partner').filter((l) => l.ended) },
    { word: parents.length === 1 ? m.of.parent : m.of.parents, links: parents },
    { word: m.of.children, links: links.filter((l) => l.kind === 'parent' && l.from === id) },
    { word: m.of.stepparent, links: to('stepparent') },
    { word: m.of.fosterCarer, links: to('fosterCarer') },
    { word: m.of.grandparent, links: to('grandparent') },
    { word: m.of.guardian, links: to('guardian') },
    { word: m.of.siblings, links: mutual('sibling') },
    { word: m.of.halfSiblings, links: mutual('halfSibling') },
  ].filter(({ links: found }) => found.length > 0)
}

/** The genogram in sentences: a person each, then who lives with whom. */
export const genogramSentences = (
  persons: readonly GenogramPerson[],
  links: readonly GenogramLink[],
): string[] => {
  const names = new Map(persons.map((person) => [person.id, nameOf(person)]))
  const other = (id: string, link: GenogramLink): string => {
    const name = names.get(link.from === id ? link.to : link.from) ?? ''
    const period = periodWords(link)
    return period ? `${name} (${period})` : name
  }
  const told = persons.map((person) =>
    [
      factsOf(person),
      ...linesOf(person.id, links).map(
        ({ word, links: found }) => `${word}: ${joined(found.map((link) => other(person.id, link)))}`,
      ),
    ].join('. '),
  )
  const home = persons.filter((p) => p.home).map(nameOf)
  const apart = persons.filter((p) => !p.home && !p.diedOn && !p.leftOn).map(nameOf)
  return [
    ...told,
    ...(home.length > 1 ? [`${m.together}: ${joined(home)}`] : []),
    ...(apart.length > 0 ? [`${m.apart}: ${joined(apart)}`] : []),
  ].map((sentence) => `${sentence}.`)
}
