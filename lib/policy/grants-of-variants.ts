import { everyone, type Grant } from '@/lib/policy/reach'

/** The same people as of the catalogue of a voivodeship (3.6): who works in the region reads, its ROPS keeps. */
const keepers = { rops_koordynator: 'region' } as const satisfies Grant

export const variantGrants = {
  'variant.list': everyone,
  'variant.read': everyone,
  'variant.draft': keepers,
  'variant.saveDraft': keepers,
  'variant.publish': keepers,
  'variant.dropDraft': keepers,
} as const satisfies Record<string, Grant>
