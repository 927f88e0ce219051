/** How often, as the basket keeps it. */
type Frequency = 'once' | 'weekly' | 'twiceWeekly' | 'fortnightly' | 'monthly' | 'asNeeded'

/** The words of a family's card in one language. Short sentences, words of every day, no name of an act. */
export type CardWords = {
  readonly title: string
  readonly asOf: (day: string) => string
  readonly untilDay: (day: string) => string
  readonly forPerson: (name: string) => string
  readonly firstTitle: string
  readonly first: string
  readonly danger: string
  readonly strengthsTitle: string
  readonly servicesTitle: string
  readonly who: string
  readonly what: string
  readonly forWhom: string
  readonly when: string
  readonly phone: string
  readonly where: string
  readonly family: string
  readonly place: string
  readonly none: string
  readonly frequencies: Readonly<Record<Frequency, string>>
  /** 1 = Monday */
  readonly weekdays: readonly [string, string, string, string, string, string, string]
  readonly at: (hour: string) => string
  readonly from: (day: string) => string
  readonly to: (day: string) => string
  readonly next: (day: string, weekday: string) => string
  /** of a service whose hour a protected person has to be told (domain 8.2 d) */
  readonly byMouth: string
  readonly waits: string
  readonly rests: string
  readonly freeTitle: string
  readonly free: readonly string[]
}
