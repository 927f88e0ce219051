/**
 * Limits of the overlap engine. The published model gives none, so all of them are our own defaults (domain: [default]);
 * they warn and never forbid. Source of the two weekly limits: five working days, one meeting a day for a person; for a
 * household of a carer and children together not more than eight, so that two afternoons stay free.
 */
export const weeklyVisits = { person: 5, household: 8 } as const

/** Minutes that a person needs between two meetings of one day. */
export const restMinutes = 60

/** A meeting whose length is not agreed takes an hour; hours beyond this are a sum of the week, not one visit. */
export const usualMinutes = 60
export const longestMinutes = 240

/** Roads are longer than the straight line, and buses, waiting included, are slow. */
export const travel = { detour: 1.3, kmPerHour: 40, weeklyKm: 150 } as const

/**
 * What the proposal engine calls soon, long, near and far (docs/decisions/0017). Defaults of our own, as above: they order
 * proposals and explain them, and hide none.
 */
export const offerLimits = { soonDays: 30, longDays: 90, nearKm: 10, reachKm: 30, farKm: 60 } as const
