/** A family that comes back within twelve months of the end of its case. */
export const returnMessages = {
  title: 'Ta rodzina wraca',
  lead: 'Współpraca z osobą z tego zgłoszenia skończyła się w tym zespole nie dawniej niż 12 miesięcy temu. Widzą to tylko koordynator zespołu i lider.',
  ended: (number: string, on: string) => `Sprawa ${number}, zakończona ${on}`,
  persons: (names: string) => `Rozpoznano: ${names}`,
  linked: 'połączona',
  link: 'Połącz: to ciąg dalszy tej sprawy',
  unlink: 'Cofnij połączenie',
  reopen: 'Otwórz ponownie tamtą sprawę',
  reopenHint:
    'Nie minęło 6 miesięcy, więc zamiast nowej można wznowić tamtą sprawę; to zgłoszenie wtedy się odrzuca.',
} as const
