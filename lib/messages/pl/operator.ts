/** What people made on the command line get written into the employment and the named authorisation, by their role. */
export const installedPeople = {
  operator: {
    jobTitle: 'administrator platformy',
    scope:
      'Prowadzenie platformy: zakładanie instytucji i kont ich administratorów, bez dostępu do danych rodzin.',
  },
  ministerstwo: {
    jobTitle: 'pracownik ministerstwa',
    scope: 'Przeglądanie statystyki kraju, bez dostępu do danych osób, rodzin i spraw.',
  },
} as const
