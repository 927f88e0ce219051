import type { Typed } from '@/components/ui/phone-seal'

/** The fields of a form as they stand, without what the frame puts into it (`$…`). */
export const fieldsOf = (form: FormData): Typed['fields'] =>
  [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
  )

/** Two texts of one field: where both say something, both stay. */
export const together = (here: string, kept: string): string =>
  here.includes(kept) ? here : kept.includes(here) ? kept : `${here}\n\n${kept}`

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement

/**
 * Puts kept fields back. Where the server holds something newer, choices stay as they are there; of a long text nothing
 * is overwritten, neither what the server holds nor what was typed this moment.
 */
export const fillForm = (form: HTMLFormElement, { fields }: Typed, serverIsNewer: boolean): void => {
  for (const field of form.elements) {
    if (!isControl(field) || field.type === 'hidden') continue
    const [first, ...more] = fields.filter(([name]) => name === field.name).map(([, value]) => value)
    if (field instanceof HTMLTextAreaElement) {
      const both = serverIsNewer || field.value !== field.defaultValue
      if (first !== undefined) field.value = both ? together(field.value, first) : first
    } else if (serverIsNewer) continue
    else if (field.type === 'radio' || field.type === 'checkbox')
      (field as HTMLInputElement).checked = [first, ...more].includes(field.value)
    else if (first !== undefined) field.value = first
  }
}
