import { dateInWarsaw } from '@/lib/format/dates'
import { variantMessages as m } from '@/lib/messages/pl/variant-pages'
import type { VariantRow } from '@/lib/variants'

/** What a version is called in an address, for the use case. */
export const whichOf = (word: string | undefined): 'newest' | 'national' | 'draft' | number => {
  if (word === 'krajowy') return 'national'
  if (word === 'szkic') return 'draft'
  return word ? Number(word) : 'newest'
}

/** What holds for new teams, in words. */
export const holdsName = ({ versions }: VariantRow): string => {
  const newest = versions[0]
  return newest ? m.since(newest.number, dateInWarsaw(newest.publishedAt)) : m.national
}

/** All that can be compared or begun with, newest first. */
export const versionOptions = ({ versions, draft }: VariantRow): { value: string; label: string }[] => [
  ...(draft ? [{ value: 'szkic', label: m.compare.draft }] : []),
  ...versions.map(({ number, publishedAt }) => ({
    value: String(number),
    label: m.since(number, dateInWarsaw(publishedAt)),
  })),
  { value: 'krajowy', label: m.national },
]
