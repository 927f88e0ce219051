import { type LineView, restMinutes, type WarningView } from '@/lib/baskets'
import { categories } from '@/lib/catalogue'
import { warningMessages as m } from '@/lib/messages/pl/warnings'

export const categoryName = (key: string): string =>
  categories().dataCategories.find((c) => c.key === key)?.namePl ?? key

type Missing = { readonly personId: string | null; readonly category: string }

/** "Staś Wrzosek (Edukacja), Marta Wrzosek (Zdrowie)". */
export const missingText = (missing: readonly Missing[], nameOf: (personId: string) => string): string =>
  missing
    .map((item) =>
      m.consentItem(item.personId ? nameOf(item.personId) : m.family, categoryName(item.category)),
    )
    .join(', ')

export const nameOfLine = (line: LineView | undefined): string => line?.title ?? line?.service ?? ''

/** What the warning says, in one or two sentences; of which line it is stands in the head above. */
export const warningWords = (warning: WarningView, lines: readonly LineView[]): string => {
  const line = lines.find((l) => l.id === warning.lineId)
  const others = lines.filter((l) => warning.otherIds.includes(l.id))
  const names = others.map(nameOfLine).join(', ')
  const named = others.map((l) => m.of(nameOfLine(l), l.provider.name)).join('; ')
  const provider = line?.provider.name ?? ''
  const people = lines.flatMap((l) => l.beneficiaries)
  switch (warning.kind) {
    case 'duplicate':
      return m.duplicate(others.map((l) => l.provider.name).join(', '))
    case 'opposite':
      return m.opposite(named, warning.reason)
    case 'clash':
      return m.clash(names)
    case 'protectedMeets':
      return m.protectedMeets(names)
    case 'tooClose':
      return m.tooClose(named, warning.minutes, restMinutes)
    case 'travel':
      return m.travel(named, warning.minutes, warning.needed)
    case 'overburdened':
    case 'farAWeek':
      return m[warning.kind](
        warning.amount,
        warning.limit,
        [line, ...others].map(nameOfLine).filter(Boolean).join(', '),
      )
    case 'notParty':
      return m.notParty(provider)
    case 'noConsent':
      return m.noConsent(
        provider,
        missingText(warning.missing, (id) => people.find((p) => p.id === id)?.name ?? m.family),
      )
    case 'nobodyAnswers':
      return m.nobodyAnswers(provider)
    case 'outsidePlan':
      return m.outsidePlan
    case 'outsideAgreement':
      return m.outsideAgreement
  }
}

/** The warning in a few words, so that no two forms of the page have one name. */
export const warningName = (warning: WarningView, title: string, lines: readonly LineView[]): string =>
  m.briefly(
    title,
    m.kinds[warning.kind],
    lines
      .filter((l) => warning.otherIds.includes(l.id))
      .map(nameOfLine)
      .join(', '),
  )

/** A warning that several lines share is shown once; a chain of twins and clashes once for each pair. */
export const onceEach = (warnings: readonly WarningView[]): WarningView[] =>
  warnings.filter(
    (w, i) =>
      !warnings.some(
        (x, j) =>
          j < i &&
          (x.key === w.key ||
            ((w.kind === 'duplicate' || w.kind === 'clash' || w.kind === 'protectedMeets') &&
              x.kind === w.kind &&
              w.otherIds.includes(x.lineId))),
      ),
  )

export type WarningGroup = { readonly id: string; readonly title: string; readonly warnings: WarningView[] }

/**
 * By line, what holds the plan up first, else in the order of the basket; what weighs on a person or the household stands
 * under its own name, last.
 */
export const byLine = (warnings: readonly WarningView[], lines: readonly LineView[]): WarningGroup[] => {
  const groups = new Map<string, WarningGroup>()
  const add = (id: string, title: string, warning: WarningView) => {
    const group = groups.get(id) ?? { id, title, warnings: [] }
    groups.set(id, { ...group, warnings: [...group.warnings, warning] })
  }
  const weighs = (w: WarningView) => w.kind === 'overburdened' || w.kind === 'farAWeek'
  for (const line of lines)
    for (const w of warnings.filter((x) => x.lineId === line.id && !weighs(x)))
      add(line.id, m.of(nameOfLine(line), line.provider.name), w)
  for (const w of warnings.filter(weighs)) add(`kto-${w.who ?? ''}`, w.who ?? m.household, w)
  const stops = (group: WarningGroup) => Number(group.warnings.some((w) => w.blocking))
  return [...groups.values()].sort((a, b) => stops(b) - stops(a))
}
