import { en } from '@/lib/messages/card/en'
import { pl } from '@/lib/messages/card/pl'
import { uk } from '@/lib/messages/card/uk'
import type { CardWords } from '@/lib/messages/card/words'

export type { CardWords } from '@/lib/messages/card/words'

/** Languages of a family's card; the rest of the product is Polish. */
export const cardLanguages = ['pl', 'uk', 'en'] as const
export type CardLanguage = (typeof cardLanguages)[number]

export const cardWords: Readonly<Record<CardLanguage, CardWords>> = { pl, uk, en }

/** The language of an address; an unknown one is Polish. */
export const cardLanguageOf = (value: string | undefined): CardLanguage =>
  cardLanguages.find((language) => language === value) ?? 'pl'
