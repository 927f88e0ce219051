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
