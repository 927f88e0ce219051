import { expect, it } from 'vitest'
import { icons } from '@/components/ui/icons'

it('each further shape of an icon starts from its own place: they are drawn as one path, where a small m goes on from the last', () => {
  const relative = Object.entries(icons)
    .filter(([, [, ...further]]) => further.some(({ d }) => d.startsWith('m')))
    .map(([name]) => name)
  expect(relative).toEqual([])
})
