/** One-time links of the embedded demo, so that their pages can be looked at. A real installation has neither. */
export const demoTokens = {
  invitation: 'pokaz-zaproszenie',
  passwordReset: 'pokaz-nowe-haslo',
} as const
