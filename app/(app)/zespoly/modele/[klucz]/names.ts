import { dateInWarsaw } from '@/lib/format/dates'
import { variantMessages as m } from '@/lib/messages/pl/variant-pages'
import { versionWords } from '@/lib/messages/pl/variants'
import { nationalVersion, type VariantRow } from '@/lib/variants'

/** What a version is called in an address, for the use case. */
export const whichOf = (word: string | undefined): 'newest' | 'national' | 'draft' | number => {
  if (word === nationalVersion.choice) return 'national'
  if (word === 'szkic') return 'draft'
  return word ? Number(word) : 'newest'
}

const fullName = ({ number, publishedAt }: VariantRow['versions'][number]): string =>
  versionWords.full({ number, publishedOn: dateInWarsaw(publishedAt) })

/** What holds for new teams, in words. */
export const holdsName = ({ versions }: VariantRow): string => {
  const newest = versions[0]
  return newest ? fullName(newest) : versionWords.name(null)
}

/** All that can be compared or begun with, newest first. */
export const versionOptions = ({ versions, draft }: VariantRow): { value: string; label: string }[] => [
  ...(draft ? [{ value: 'szkic', label: m.compare.draft }] : []),
  ...versions.map((version) => ({ value: String(version.number), label: fullName(version) })),
  { value: nationalVersion.choice, label: versionWords.name(null) },
]
