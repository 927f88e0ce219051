/** Attendance as a paper says it. */
export const attendanceWords = {
  states: {
    present: 'obecność',
    absent: 'nieobecność',
    excused: 'usprawiedliwienie',
    substitute: 'zastępstwo',
  },
  quorum: ({ needed, present }: { needed: number; present: number }) =>
    present >= needed
      ? `jest (obecnych instytucji: ${present}, potrzeba: ${needed})`
      : `brak (obecnych instytucji: ${present}, potrzeba: ${needed})`,
} as const
