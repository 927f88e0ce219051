import { expect, it } from 'vitest'
import { quorumOf } from '@/lib/meetings/quorum'

it.each([
  [4, 8, 50, 5, false],
  [5, 8, 50, 5, true],
  [5, 9, 50, 5, true],
  [4, 9, 50, 5, false],
  [6, 9, 66, 6, true],
  [1, 1, 50, 1, true],
  [0, 0, 50, 0, false],
  [2, 2, 99, 2, true],
] as const)('%d of %d parties, more than %d%%: %d needed, %s', (present, all, share, needed, reached) => {
  expect(quorumOf(present, all, share)).toEqual({ present, all, needed, reached })
})
