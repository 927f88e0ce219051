import { readForm } from '@/lib/web/form-data'

const list = (value: unknown): unknown[] => [value ?? []].flat()

/** The form of an institution: what was found by search (`more`) joins what stayed ticked (`areaCodes`). */
export const areasFrom = (form: FormData): Record<string, unknown> => {
  const { more, areaCodes, ...rest } = readForm(form)
  return { ...rest, areaCodes: [...list(areaCodes), ...list(more)] }
}
