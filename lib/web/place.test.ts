import { expect, test } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/policy/actor'
import { demandPlace, placeOf } from '@/lib/web/place'

const actor = {
  userId: 'anna',
  institutionId: 'gops',
  institutionName: 'GOPS',
  givenName: 'Anna',
  familyName: 'Nowak',
} as Actor

const answer = (shown: string | null): string => {
  const form = new FormData()
  if (shown !== null) form.set('$PLACE', shown)
  try {
    demandPlace(form, actor)
    return 'allowed'
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${error.key}` : 'fault'
  }
}

test.each([
  ['gops anna', 'allowed'],
  ['pcpr anna', 'conflict placeChanged'],
  ['gops jan', 'conflict personChanged'],
  ['', 'conflict personChanged'],
  [null, 'conflict personChanged'],
])('a form shown as %s: %s', (shown, what) => {
  expect(answer(shown)).toBe(what)
  expect(placeOf(actor)).toBe('gops anna')
})
