import { expect, test } from 'vitest'
import { caseTabs } from '@/lib/web/case-tabs'
import { teamTabs } from '@/lib/web/team-tabs'

const all = <T extends object>(): T => new Proxy({}, { get: () => true }) as T
const labels = (groups: readonly { label: string; places: readonly { label: string }[] }[]) =>
  groups.map(({ label, places }) => [label, ...places.map((place) => place.label)])

test('a team has five tabs, the places looked at together lie under one', () => {
  expect(labels(teamTabs({ id: '1', shows: all() }))).toEqual([
    ['Sprawy', 'Sprawy'],
    ['Zespół', 'O zespole', 'Skład i osoby', 'Szkolenia', 'Z ROPS'],
    ['Porozumienie', 'Strony i podpisy', 'Dokumenty', 'Terminy', 'Model'],
    ['Spotkania i zadania', 'Spotkania', 'Zadania'],
    ['Liczby', 'Liczby'],
  ])
})

test('a case has six tabs', () => {
  const words = { planShort: 'IPW' } as Parameters<typeof caseTabs>[0]['words']
  expect(labels(caseTabs({ id: '1', may: all(), subject: 'family', words }))).toEqual([
    ['Przegląd', 'Stan sprawy', 'Oś czasu', 'Zakończenie', 'Kto zaglądał'],
    ['Rodzina', 'Osoby', 'Zgody'],
    ['Diagnoza', 'Diagnoza'],
    ['IPW', 'IPW'],
    ['Koszyk usług', 'Koszyk usług'],
    ['Bieżąca praca', 'Notatki', 'Spotkania', 'Zadania'],
  ])
})
