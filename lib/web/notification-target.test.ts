import { expect, it } from 'vitest'
import { target } from '@/lib/web/notification-target'

const row = (kind: string, more: object = {}) => ({
  id: '1',
  kind,
  at: new Date('2026-11-24T08:00:00Z'),
  unread: true,
  teamId: null,
  teamName: null,
  caseId: null,
  lineId: null,
  thingId: null,
  ...more,
})

it.each([
  ['school.placeFreed', 't', '/szkola/t'],
  ['school.moved', 't', '/szkola/t'],
  ['school.cancelled', null, '/szkola'],
  ['question.asked', 't', '/pytania/t'],
  ['question.answered', 't', '/pytania/t'],
  ['question.assigned', null, '/pytania'],
  ['model.opened', 't', '/konsultacje-modelu/t'],
  ['model.closed', null, '/konsultacje-modelu'],
  ['consultation.opened', null, '/konsultacje'],
] as const)('%s about %s leads to %s', (kind, thingId, href) => {
  expect(target(row(kind, { thingId }), 'i')).toBe(href)
})

it('of a team leads to the team', () => {
  expect(target(row('team.activated', { teamId: 'z' }), 'i')).toBe('/zespoly/z')
})
