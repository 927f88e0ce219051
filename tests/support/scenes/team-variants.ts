import { randomUUID } from 'node:crypto'
import type { VariantKey } from '@/lib/catalogue'
import { nationalBody, type VariantBody } from '@/lib/variants'
import { insert } from '@/tests/support/world'

type Spec = {
  number: number
  region?: string
  variant?: VariantKey
  body?: Partial<VariantBody>
  note?: string
}

/** A published version of a variant, as its ROPS would have made it. */
export const publishVersion = async (spec: Spec): Promise<string> => {
  const id = randomUUID()
  const variant = spec.variant ?? 'II'
  const national = nationalBody(variant)
  const required = spec.body?.requiredKinds ?? []
  await insert('variant_version', {
    id,
    wojewodztwo_code: spec.region ?? '18',
    variant_key: variant,
    number: spec.number,
    body: JSON.stringify({
      ...national,
      recommendedKinds: national.recommendedKinds.filter((kind) => !required.includes(kind)),
      ...spec.body,
    }),
    note: spec.note ?? 'nowe ustalenia regionu',
    institution_id: randomUUID(),
    created_by_id: randomUUID(),
    published_at: '2026-11-20T08:00:00Z',
    published_by_id: randomUUID(),
  })
  return id
}
