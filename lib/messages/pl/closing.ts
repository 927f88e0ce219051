/** Why a case ended without the closing talk with the family. */
export const noTalkNames = {
  smierc: 'Śmierć',
  utrata_kontaktu: 'Nie ma kontaktu z rodziną',
  odmowa: 'Rodzina nie chciała rozmowy',
  bezpieczenstwo: 'Względy bezpieczeństwa',
  inne: 'Inny powód',
} as const

/** Why a case ended (prisma/reference/closing-reasons.json holds the same keys for figures). */
export const closingNames = {
  brak_zgody: 'Rodzina nie wyraziła zgody',
  brak_odpowiedzi: 'Rodzina nie odpowiedziała w terminie',
  wycofanie_zgody: 'Wycofanie zgody',
  wyprowadzka: 'Wyprowadzka poza gminę',
  smierc: 'Śmierć',
  utrata_kontaktu: 'Utrata kontaktu',
  bezpieczenstwo: 'Względy bezpieczeństwa',
  przekazanie: 'Przekazanie zespołowi innej gminy',
} as const
