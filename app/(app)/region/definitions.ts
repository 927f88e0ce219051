import { dashboardMessages as m } from '@/lib/messages/pl/dashboards'

/** What a figure counts and how, for the row of the indicator. */
export const definitionOf = (id: (typeof m.definitions)[number]['id']) => {
  const definition = m.definitions.find((one) => one.id === id)
  return { note: definition?.what, definition: `${definition?.how ?? ''} ${m.indicators.definition}` }
}
