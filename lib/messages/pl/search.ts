export const searchMessages = {
  title: 'Szukaj',
  label: 'Rodzina, numer sprawy, zespół albo instytucja',
  hint: 'Co najmniej dwie litery. Polskie znaki nie mają znaczenia.',
  cases: 'Sprawy',
  teams: 'Zespoły',
  institutions: 'Instytucje',
  nothing: 'Nic nie znaleziono',
  nothingText: 'Widać tylko to, do czego ma Pani/Pan dostęp w tym miejscu pracy. Proszę sprawdzić pisownię.',
} as const
