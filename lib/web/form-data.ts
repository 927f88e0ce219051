/** Keys that Next, React and our own form component put into a form. */
const internal = /^\$(?:ACTION|PLACE|FORM)/u
const unsafe = new Set(['__proto__', 'constructor', 'prototype'])

type Node = { [key: string]: unknown }

const put = (target: Node, path: readonly string[], value: unknown): void => {
  const [head, ...rest] = path
  if (head === undefined || unsafe.has(head)) return
  if (rest.length === 0) {
    const present = target[head]
    target[head] =
      present === undefined ? value : Array.isArray(present) ? [...present, value] : [present, value]
    return
  }
  target[head] ??= {}
  put(target[head] as Node, rest, value)
}

/** `{ '0': a, '1': b }` → `[a, b]`, at every depth. */
const arrays = (node: unknown): unknown => {
  if (typeof node !== 'object' || node === null || node instanceof File || Array.isArray(node)) return node
  const entries = Object.entries(node).map(([k, v]) => [k, arrays(v)] as const)
  const indexed = entries.length > 0 && entries.every(([k]) => /^\d{1,3}$/u.test(k))
  if (!indexed) return Object.fromEntries(entries)
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, v]) => v)
}

/**
 * A form as the use case wants it: `people.0.givenName` nests, a repeated name becomes a list. Lists of rows keep
 * their order but not their gaps.
 */
export const readForm = (form: FormData): Record<string, unknown> => {
  const root: Node = {}
  for (const [key, value] of form.entries()) if (!internal.test(key)) put(root, key.split('.'), value)
  return arrays(root) as Record<string, unknown>
}

/** What was typed, flat, to refill the fields after an error; passwords and files are never sent back. */
export const typedValues = (form: FormData): Record<string, string | string[]> => {
  const values: Record<string, string | string[]> = {}
  for (const key of new Set(form.keys())) {
    if (internal.test(key) || /password|haslo/iu.test(key)) continue
    const all = form.getAll(key).filter((v): v is string => typeof v === 'string')
    values[key] = all.length === 1 ? (all[0] ?? '') : all
  }
  return values
}
