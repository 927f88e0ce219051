import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { areaChange, areaMarks, diamond, ends } from '@/components/charts/area-geometry'
import { AreaProfile } from '@/components/charts/area-profile'

test.each([
  [0, 1, { kind: 'better', by: 1 }],
  [1, 3, { kind: 'better', by: 2 }],
  [2, 1, { kind: 'worse', by: 1 }],
  [0, 0, { kind: 'same' }],
  [2, null, { kind: 'once' }],
  [null, 0, { kind: 'once' }],
  [null, null, { kind: 'none' }],
] as const)('from %j to %j', (start, now, change) => {
  expect(areaChange(start, now)).toEqual(change)
})

const three = [
  { team: 1, family: 3 },
  { team: 2, family: 2 },
  { team: 4, family: 2 },
]

test('start, middle and end stand on two lanes, the family below', () => {
  expect(areaMarks(three).marks).toEqual([
    { voice: 'team', at: 'first', x: 27, y: 15, r: 9 },
    { voice: 'team', at: 'between', x: 50, y: 15, r: 6 },
    { voice: 'team', at: 'last', x: 96, y: 15, r: 4 },
    { voice: 'family', at: 'first', x: 73, y: 38, r: 9 },
    { voice: 'family', at: 'between', x: 50, y: 38, r: 6 },
    { voice: 'family', at: 'last', x: 50, y: 38, r: 4 },
  ])
})

test('a line leads from score to score, and there is none where nothing changed', () => {
  expect(areaMarks(three).paths).toEqual([
    { voice: 'team', from: 27, to: 50, y: 15 },
    { voice: 'team', from: 50, to: 96, y: 15 },
    { voice: 'family', from: 73, to: 50, y: 38 },
  ])
})

test('a single score is full, a round without one leaves no mark, nobody is no change', () => {
  const scores = [
    { team: 0, family: null },
    { team: null, family: null },
  ]
  expect(areaMarks(scores)).toEqual({
    marks: [{ voice: 'team', at: 'last', x: 4, y: 15, r: 4 }],
    paths: [],
  })
  expect(ends(scores, 'team')).toEqual({ first: 0, last: null })
  expect(ends(three, 'family')).toEqual({ first: 3, last: 2 })
})

test('the family is a diamond and the team a circle: never the colour alone', () => {
  expect(diamond(4)).toBe('M0 -5L5 0L0 5L-5 0Z')
  const html = renderToStaticMarkup(
    createElement(AreaProfile, {
      areas: [{ id: 'praca', name: 'Praca', scores: three }],
      rounds: ['Na początku', 'W trakcie', 'Na koniec'],
    }),
  )
  expect(html).toContain('aria-label="Praca: zespół 1, potem 2, potem 4; rodzina 3, potem 2, potem 2"')
  expect(html).toContain(
    '<svg x="96%" y="15" overflow="visible" class="team" aria-hidden="true"><circle class="mark last" r="4"></circle></svg>',
  )
  expect(html).toContain(
    '<svg x="73%" y="38" overflow="visible" class="family" aria-hidden="true"><path class="mark first" d="M0 -10L10 0L0 10L-10 0Z"></path></svg>',
  )
  expect(html).toContain('lepiej o 3')
  expect(html).toContain('zespół 4, rodzina 2')
})
