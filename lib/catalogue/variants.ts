import { modelVariants } from '@/lib/catalogue/reference'
import type { VariantKey } from '@/lib/catalogue/reference-schema'

/**
 * The model variant to preselect for a gmina (domain 2): rural I, urban-rural II, city with powiat rights III.
 * Any other town gets III only when the animator has said that it has over 20,000 inhabitants. Never a block:
 * undefined means that a person chooses.
 */
export const suggestVariant = (gmina: {
  readonly kind: 1 | 2 | 3
  readonly cityPowiat: boolean
  readonly townOver20k?: boolean
}): VariantKey | undefined =>
  modelVariants().find(({ suggest }) =>
    gmina.cityPowiat
      ? suggest.cityPowiat
      : suggest.kinds.includes(gmina.kind) ||
        (suggest.townOver20k && gmina.kind === 1 && gmina.townOver20k === true),
  )?.key
