/** What the first operator of an installation gets written into the employment and the named authorisation. */
export const operatorMessages = {
  jobTitle: 'administrator platformy',
  scope:
    'Prowadzenie platformy: zakładanie instytucji i kont ich administratorów, bez dostępu do danych rodzin.',
} as const
