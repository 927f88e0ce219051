import { DefinitionList } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { documentName, changeMessages as m, variantParts as parts } from '@/lib/messages/pl/variants'

type Term = { count: number; unit: 'calendar' | 'business' | 'month' }
type Moved = { added: readonly string[]; removed: readonly string[] }

/** One thing in which two versions differ (lib/variants, variantChanges). */
export type VariantChange =
  | { section: 'names'; what: keyof typeof parts.labels; before: string; after: string }
  | { section: 'roles'; what: string; before: string | null; after: string | null }
  | { section: 'levels'; before: boolean; after: boolean }
  | { section: 'terms'; what: keyof typeof parts.terms; before: Term; after: Term }
  | ({ section: 'kinds'; what: keyof typeof parts.kinds } & Moved)
  | ({ section: 'documents'; what: keyof typeof parts.steps } & Moved)
  | { section: 'areas'; what: 'added' | 'removed' | 'required' | 'optional'; area: string }
  | { section: 'areas'; what: 'renamed'; before: string; after: string }
  | { section: 'areas'; what: 'order'; before: readonly string[]; after: readonly string[] }

type Words = { readonly section: VariantChange['section']; readonly label: string; readonly text: string }

const moved = ({ added, removed }: Moved): string =>
  [...added.map(m.added), ...removed.map(m.removed)].join(', ')

const roleName = (role: string): string => (parts.roles as Readonly<Record<string, string>>)[role] ?? role

const called = (role: string, name: string | null): string => name ?? m.commonName(roleName(role))

const labelAndText = (change: VariantChange): readonly [string, string] => {
  switch (change.section) {
    case 'names':
      return [parts.labels[change.what], m.becomes(change.before, change.after)]
    case 'roles':
      return [
        roleName(change.what),
        m.becomes(called(change.what, change.before), called(change.what, change.after)),
      ]
    case 'levels':
      return [m.levels, m.becomes(parts.levels[`${change.before}`], parts.levels[`${change.after}`])]
    case 'terms':
      return [
        parts.terms[change.what],
        m.becomes(
          parts.term(change.before.count, change.before.unit),
          parts.term(change.after.count, change.after.unit),
        ),
      ]
    case 'kinds':
      return [parts.kinds[change.what], moved(change)]
    case 'documents':
      return [
        m.document(parts.steps[change.what]),
        moved({ added: change.added.map(documentName), removed: change.removed.map(documentName) }),
      ]
    case 'areas':
      if (change.what === 'renamed') return [m.areas.renamed, m.becomes(change.before, change.after)]
      if (change.what === 'order')
        return [m.areas.order, m.becomes(change.before.join(', '), change.after.join(', '))]
      return [m.areas[change.what], change.area]
  }
}

/** A change in words: under which heading, what, and from what to what. */
export const changeWords = (change: VariantChange): Words => {
  const [label, text] = labelAndText(change)
  return { section: change.section, label, text }
}

const sections = Object.keys(m.sections) as (keyof typeof m.sections)[]

type Props = { changes: readonly VariantChange[]; level?: 2 | 3 }

/** What changes between two versions of a variant, section by section. */
export const Changes = ({ changes, level = 3 }: Props) => {
  if (changes.length === 0) return <p className="soft">{m.none}</p>
  const words = changes.map(changeWords)
  return (
    <div className="stack-4">
      {sections
        .filter((section) => words.some((word) => word.section === section))
        .map((section) => (
          <Section key={section} id={`zmiany-${section}`} title={m.sections[section]} level={level}>
            <Sheet pad>
              <DefinitionList
                items={words
                  .filter((word) => word.section === section)
                  .map(({ label, text }) => ({ term: label, value: text }))}
              />
            </Sheet>
          </Section>
        ))}
    </div>
  )
}
