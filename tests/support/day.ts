/** The day on which every integration and security test happens, whatever the calendar on the wall says. */
export const testDay = '2026-11-24'
export const testInstant = `${testDay}T10:00:00.000Z`
export const dayAfter = '2026-11-25T10:00:00.000Z'
