import { expect, it } from 'vitest'
import type { LineStatus } from '@/lib/baskets'
import type { DataCategory } from '@/lib/catalogue'
import { onCard } from '@/lib/plans/card'

it.each<[string, LineStatus, DataCategory, 'shown' | 'byMouth' | 'not']>([
  ['swietlica_szkolna', 'inProgress', 'EDUKACJA', 'shown'],
  ['swietlica_szkolna', 'accepted', 'EDUKACJA', 'shown'],
  ['swietlica_szkolna', 'scheduled', 'EDUKACJA', 'shown'],
  ['psychoterapia', 'waitingList', 'PSYCHIKA_UZALEZNIENIA', 'shown'],
  ['asystent_rodziny', 'suspended', 'RELACJE', 'shown'],
  ['dzielnicowy', 'inProgress', 'KARNE', 'shown'],
  // nobody promised it
  ['swietlica_szkolna', 'draft', 'EDUKACJA', 'not'],
  ['swietlica_szkolna', 'proposed', 'EDUKACJA', 'not'],
  ['swietlica_szkolna', 'counterProposed', 'EDUKACJA', 'not'],
  ['swietlica_szkolna', 'declined', 'EDUKACJA', 'not'],
  ['swietlica_szkolna', 'cancelled', 'EDUKACJA', 'not'],
  // it is over
  ['swietlica_szkolna', 'delivered', 'EDUKACJA', 'not'],
  ['swietlica_szkolna', 'partlyDelivered', 'EDUKACJA', 'not'],
  ['swietlica_szkolna', 'notDelivered', 'EDUKACJA', 'not'],
  // whoever lives there may read the card
  ['wsparcie_przemoc', 'inProgress', 'BEZPIECZENSTWO', 'byMouth'],
  ['sow_schronienie', 'accepted', 'BEZPIECZENSTWO', 'byMouth'],
  ['program_kor_edu', 'waitingList', 'BEZPIECZENSTWO', 'byMouth'],
  ['interwencja_kryzysowa', 'scheduled', 'BEZPIECZENSTWO', 'byMouth'],
  ['wsparcie_przemoc', 'cancelled', 'BEZPIECZENSTWO', 'not'],
  // for the team, not for the family
  ['superwizja_zespolu', 'inProgress', 'RELACJE', 'not'],
  ['ekspert_konsultacja', 'inProgress', 'RELACJE', 'not'],
])('%s, %s: on the card of the family?', (serviceKey, status, category, said) => {
  expect(onCard({ serviceKey, status, category })).toBe(said)
})
