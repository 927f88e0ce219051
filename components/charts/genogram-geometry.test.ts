import { expect, test } from 'vitest'
import { genogram } from '@/components/charts/genogram-geometry'
import type { GenoKind, GenoLink, GenoPerson } from '@/components/charts/genogram-order'

/** `name` lives at home, `name-` elsewhere, `name@1` where the word for the relation says the generation. */
const people = (text: string): GenoPerson[] =>
  text.split(' ').map((word) => {
    const [name = '', generation = '0'] = word.split('@')
    return { id: name.replace('-', ''), home: !name.endsWith('-'), generation: Number(generation) }
  })

const signs: Record<string, [GenoKind, boolean]> = {
  '>': ['parent', false],
  '~': ['fosterCarer', false],
  '>>': ['grandparent', false],
  '^': ['guardian', false],
  s: ['stepparent', false],
  '=': ['partner', false],
  '#': ['partner', true],
  ':': ['sibling', false],
}

/** `a=b` partners, `a#b` former, `a>b` parent, `a~b` foster carer … */
const links = (text: string): GenoLink[] =>
  text.split(' ').flatMap((word) => {
    const [, from, sign, to] = /^([A-Z][a-z]*)(>>|[>~^s=#:])([A-Z][a-z]*)$/u.exec(word) ?? []
    const [kind, ended] = signs[sign ?? ''] ?? []
    return from && to && kind ? [{ from, to, kind, ended: ended ?? false }] : []
  })

const rowsOf = (spots: readonly { id: string; row: number; x: number }[]): string[] => {
  const rows: { id: string; x: number }[][] = []
  for (const spot of spots) {
    rows[spot.row] ??= []
    rows[spot.row]?.push(spot)
  }
  return rows.map((row) =>
    row
      .sort((a, b) => a.x - b.x)
      .map(({ id, x }) => `${id}${x}`)
      .join(' '),
  )
}

test('a single person stands alone: no line and no outline', () => {
  const drawn = genogram(people('Ewa'), [], 3)
  expect(drawn.spots).toEqual([{ id: 'Ewa', row: 0, x: 68, y: 12 }])
  expect([drawn.unions, drawn.descents, drawn.siblings, drawn.house]).toEqual([[], [], [], null])
  expect([drawn.width, drawn.height]).toEqual([136, 130])
})

test.each([
  [
    'a couple with two children',
    'Ewa Jan Ola Kuba',
    'Ewa=Jan Ewa>Ola Jan>Ola Ewa>Kuba Jan>Kuba',
    ['Ewa68 Jan204', 'Ola68 Kuba204'],
  ],
  [
    'two fathers: the former partner left, the present one right, children under their parents',
    'Ewa Adam Jan- Zosia Ola',
    'Ewa=Adam Jan#Ewa Ewa>Zosia Adam>Zosia Ewa>Ola Jan>Ola',
    ['Jan68 Ewa228 Adam364', 'Ola228 Zosia364'],
  ],
  [
    'three generations, the grandmother at home',
    'Ewa Kuba Maria',
    'Maria>Ewa Ewa>Kuba',
    ['Maria68', 'Ewa68', 'Kuba68'],
  ],
  ['a grandchild whose parent is not known', 'Maria Kuba', 'Maria>>Kuba', ['Maria68', 'Kuba68']],
  ['nobody connected stands by the word for the relation', 'Ewa Ciotka-@-1', '', ['Ciotka68', 'Ewa68']],
  [
    'who lives elsewhere stands beside the household',
    'Ewa Ola Piotr-',
    'Ewa>Ola Ewa>Piotr',
    ['Ewa68', 'Ola68 Piotr228'],
  ],
])('%s', (_name, persons, relations, rows) => {
  expect(rowsOf(genogram(people(persons), links(relations), 3).spots)).toEqual(rows)
})

test('the line of a couple goes between them, that of the children down from its middle', () => {
  const drawn = genogram(people('Ewa Jan Ola Kuba'), links('Ewa=Jan Ewa>Ola Jan>Ola Ewa>Kuba Jan>Kuba'), 3)
  expect(drawn.unions).toEqual([
    { a: 'Ewa', b: 'Jan', state: 'together', path: 'M90 34H182', mark: { x: 113, y: 34 } },
  ])
  expect(drawn.descents).toEqual([
    {
      parents: ['Ewa', 'Jan'],
      children: ['Ola', 'Kuba'],
      dashed: false,
      path: 'M136 34V130M68 130H204M68 130V154M204 130V154',
    },
  ])
  expect(drawn.house).toBe('M2 2H270V122H270V264H2V122H2V2Z')
})

test('a parent whom nobody knows: the line begins below the one who is known', () => {
  const { unions, descents } = genogram(people('Ewa Ola'), links('Ewa>Ola'), 3)
  expect(unions).toEqual([])
  expect(descents).toEqual([
    { parents: ['Ewa'], children: ['Ola'], dashed: false, path: 'M68 118V130M68 130V154' },
  ])
})

test('parents of one child of whom nothing else is known are a couple by the child', () => {
  expect(genogram(people('Ola Ewa@-1 Jan-@-1'), links('Ewa>Ola Jan>Ola'), 3).unions).toEqual([
    { a: 'Ewa', b: 'Jan', state: 'child', path: 'M90 34H206', mark: { x: 119, y: 34 } },
  ])
})

test.each([
  ['a foster carer', 'Maria~Ola', 1],
  ['a grandparent whose child is not in the picture', 'Maria>>Ola', 1],
  ['a guardian', 'Maria^Ola', 1],
  ['a parent who is guardian too', 'Maria>Ola Maria^Ola', 0],
  ['a grandparent with the parent between', 'Maria>Ewa Ewa>Ola Maria>>Ola', 0],
  ["a step-parent beside the child's parent", 'Ewa=Maria Ewa>Ola MariasOla', 0],
  ['a step-parent alone', 'MariasOla', 1],
])('%s: broken lines', (_name, relations, count) => {
  const { descents } = genogram(people('Ola@1 Ewa Maria'), links(relations), 3)
  expect(descents.filter(({ dashed }) => dashed)).toHaveLength(count)
})

test('siblings without a parent in the picture are tied above their heads; with one they are not', () => {
  expect(genogram(people('Ewa Jan'), links('Ewa:Jan'), 3).siblings).toEqual([
    { pair: ['Ewa', 'Jan'], half: false, path: 'M68 24V12H204V24' },
  ])
  expect(genogram(people('Ewa Jan Maria'), links('Ewa:Jan Maria>Ewa Maria>Jan'), 3).siblings).toEqual([])
})

test('twelve persons: nobody stands on anybody, everybody within the picture', () => {
  const drawn = genogram(
    people('Ewa Adam Jan- Piotr- A B C D E- Maria Jerzy- Zofia-'),
    links(
      'Ewa=Adam Jan#Ewa Piotr#Ewa Ewa>A Jan>A Ewa>B Piotr>B Ewa>C Adam>C Ewa>D Adam>D Piotr>E Ewa>E Maria>Ewa Jerzy>Ewa Zofia>Adam',
    ),
    4,
  )
  expect(new Set(drawn.spots.map(({ x, y }) => `${x} ${y}`)).size).toBe(12)
  expect(drawn.spots.every(({ x, y }) => x >= 68 && x <= drawn.width - 68 && y < drawn.height)).toBe(true)
  expect(drawn.unions.map(({ a, b, state }) => `${a} ${b} ${state}`)).toEqual([
    'Adam Ewa together',
    'Ewa Jan ended',
    'Ewa Piotr ended',
    'Jerzy Maria child',
  ])
  expect(drawn.descents).toHaveLength(5)
})

test('relations that contradict each other are drawn as well as may be: no endless way', () => {
  expect(genogram(people('Ewa Jan'), links('Ewa>Jan Jan>Ewa'), 3).spots).toHaveLength(2)
  expect(genogram([], [], 3).spots).toEqual([])
})
