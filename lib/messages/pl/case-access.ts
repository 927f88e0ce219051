/** Who looked at a case. */
export const accessMessages = {
  title: 'Kto zaglądał do sprawy',
  lead: 'Każde otwarcie i każda zmiana, od najnowszych.',
  caption: 'Kto zaglądał',
  at: 'Kiedy',
  who: 'Kto',
  institution: 'Instytucja',
  what: 'Co',
  why: 'Dlaczego',
  refusals: { notFound: 'poza zasięgiem tej osoby', forbidden: 'rola na to nie pozwala' } as Record<
    string,
    string
  >,
  kinds: { read: 'oglądanie', write: 'zmiana', denied: 'odmowa dostępu', signIn: 'logowanie' } as Record<
    string,
    string
  >,
  empty: 'Nikt jeszcze nie zaglądał do tej sprawy.',
}
