/** The frame of every page: product, declarations, pages for what went wrong. */
export const shellMessages = {
  product: 'Kooperacja',
  notFound: {
    title: 'Nie ma takiej strony',
    text: 'Adres jest nieaktualny albo ta rzecz nie jest dostępna w Pani/Pana obecnym miejscu pracy. Jeśli pracuje Pani/Pan w kilku instytucjach, proszę sprawdzić, która jest teraz wybrana.',
    home: 'Przejdź na pierwszą stronę',
    context: 'Zmień miejsce pracy',
  },
  forbidden: {
    title: 'Ta strona jest dla innej roli',
    text: 'Widzi Pani/Pan tylko to, co jest potrzebne w Pani/Pana pracy. Jeśli dostęp jest potrzebny, nada go kierownik albo administrator lokalny instytucji.',
  },
  fault: {
    title: 'Coś zawiodło po naszej stronie',
    text: 'Nic z tego, co było zapisane, nie zginęło. Proszę spróbować jeszcze raz. Jeśli to się powtarza, proszę podać administratorowi numer zgłoszenia.',
    id: 'Numer zgłoszenia',
    retry: 'Spróbuj jeszcze raz',
  },
  loading: 'Wczytuję stronę…',
} as const
