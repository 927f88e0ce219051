import { expect, test } from 'vitest'
import { type Relation, relationsOf } from '@/lib/families/derived'

/** `name:relationKey:guardians`, the first stands first. */
const members = (text: string) =>
  text.split(' ').map((word, n) => {
    const [personId = '', relationKey = '', guardians = ''] = word.split(':')
    return { personId, relationKey, main: n === 0, guardianIds: guardians ? guardians.split('+') : [] }
  })

const told = (relations: readonly Relation[]): string[] =>
  relations.map((r) => `${r.fromId} ${r.kind}${r.ended ? ' ended' : ''} ${r.toId}${r.id ? ' entered' : ''}`)

const entered = (fromId: string, kind: Relation['kind'], toId: string): Relation => ({
  id: 'x',
  version: 1,
  fromId,
  toId,
  kind,
  startsOn: null,
  ended: false,
  endsOn: null,
})

test.each([
  ['Ewa:head', []],
  ['Ewa:head Jan:partner', ['Ewa partner Jan']],
  ['Ewa:head Jan:formerPartner', ['Ewa partner ended Jan']],
  ['Ewa:head Ola:child:Ewa', ['Ewa parent Ola']],
  ['Ewa:head Jan:partner Ola:child:Ewa+Jan', ['Ewa partner Jan', 'Ewa parent Ola', 'Jan parent Ola']],
  ['Ewa:head Jan:partner Ola:child:Ewa', ['Ewa partner Jan', 'Ewa parent Ola']],
  ['Ewa:head Jan:partner Ola:stepchild:Jan', ['Ewa partner Jan', 'Ewa stepparent Ola', 'Jan parent Ola']],
  ['Ola:head:Ewa Ewa:mother Jan:father', ['Ewa parent Ola', 'Jan parent Ola']],
  ['Ola:head Ewa:mother Kuba:sibling', ['Ewa parent Ola', 'Ola sibling Kuba', 'Ewa parent Kuba']],
  ['Ewa:head Kuba:grandchild:Ewa', ['Ewa grandparent Kuba']],
  ['Ewa:head Ola:fosterChild', ['Ewa fosterCarer Ola']],
  [
    'Ewa:head Maria:grandparent Ola:child:Maria',
    ['Maria grandparent Ewa', 'Ewa parent Ola', 'Maria guardian Ola'],
  ],
  ['Ewa:head Jan:partner Zofia:parentInLaw', ['Ewa partner Jan', 'Zofia parent Jan']],
  ['Ewa:head Zofia:parentInLaw', []],
  ['Ewa:head Zofia:auntUncle Jan:unrelated', []],
  ['Ewa:head Jan:guardian', ['Jan guardian Ewa']],
])('%s', (family, expected) => {
  expect(told(relationsOf(members(family), []))).toEqual(expected)
})

test('what was entered about two persons stands instead of what follows about them', () => {
  expect(
    told(
      relationsOf(members('Ewa:head Jan:partner Ola:child:Ewa+Jan'), [entered('Jan', 'stepparent', 'Ola')]),
    ),
  ).toEqual(['Jan stepparent Ola entered', 'Ewa partner Jan', 'Ewa parent Ola'])
})
