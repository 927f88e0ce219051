import { describe, expect, it } from 'vitest'
import { namesSomebody } from '@/lib/knowledge/impersonal'

describe('a text for the whole voivodeship', () => {
  it.each([
    'Dziecko o numerze 16250912345 albo 44051401359',
    'Proszę dzwonić: 600 700 800',
    'tel. +48 17 850 04 12',
    'Sprawa 1816122/2026/14',
    'Co zrobić, gdy rodzina Nowaków nie chce planu?',
    'Dla rodziny pani Wrzosek nie ma miejsca',
    'Pytanie dotyczy tego, że pani Kowalska odmówiła',
  ])('is refused where it names somebody: %s', (text) => {
    expect(namesSomebody(text)).toBe(true)
  })

  it.each([
    'Czy rodzina z dwojgiem dzieci może mieć dwa plany?',
    'Art. 100 ust. 2 ustawy z 12.03.2004 (Dz.U. 2026 poz. 1234), 15 000,00 zł',
    'Pani Minister podpisała rozporządzenie',
    'KRS 0000123456, rok 2026, 100 000 zł',
    'Kto prowadzi zespół, gdy lider jest nieobecny?',
  ])('is taken where it does not: %s', (text) => {
    expect(namesSomebody(text)).toBe(false)
  })
})
