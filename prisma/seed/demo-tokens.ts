/** One-time links of the embedded demo, so that their pages can be looked at. A real installation has neither. */
export const demoTokens = {
  invitation: 'pokaz-zaproszenie',
  calendar: 'pokaz-kalendarz',
  passwordReset: 'pokaz-nowe-haslo',
  lineLink: 'pokaz-pytanie-o-usluge',
  lineCode: '24681357',
  modelLink: 'pokaz-opinie-o-modelu',
} as const
