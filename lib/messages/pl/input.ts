/** What a form says when a value cannot be read; the keys are the reasons that the readers give. */
export const inputMessages = {
  date: {
    empty: 'Proszę podać datę.',
    shape: 'Proszę wpisać datę w postaci dd.mm.rrrr, na przykład 22.11.2026.',
    noSuchDay: 'Takiego dnia nie ma w kalendarzu. Proszę sprawdzić dzień i miesiąc.',
  },
  money: {
    empty: 'Proszę podać kwotę.',
    shape: 'Proszę wpisać kwotę cyframi, na przykład 1 234,50.',
    tooManyDecimals: 'Kwota może mieć najwyżej dwa miejsca po przecinku.',
    tooLarge: 'Kwota jest za duża: najwyżej 9 999 999,99 zł.',
  },
  quantity: {
    empty: 'Proszę podać liczbę.',
    shape: 'Proszę wpisać liczbę cyframi, na przykład 2 albo 1,5.',
    tooManyDecimals: 'Liczba może mieć najwyżej dwa miejsca po przecinku.',
    tooLarge: 'Liczba jest za duża: najwyżej 999 999,99.',
  },
  phone: {
    empty: 'Proszę podać numer telefonu.',
    shape: 'Numer telefonu może składać się tylko z cyfr, na przykład 601 602 603.',
    length: 'Polski numer telefonu ma 9 cyfr; zagraniczny proszę zacząć od + i numeru kraju.',
  },
  pesel: {
    empty: 'Proszę podać numer PESEL.',
    shape: 'Numer PESEL składa się z samych cyfr.',
    length: 'Numer PESEL ma 11 cyfr.',
    checksum: 'W numerze PESEL jest pomyłka: cyfra kontrolna się nie zgadza.',
    date: 'W numerze PESEL jest pomyłka: nie ma takiej daty urodzenia.',
  },
  nip: {
    empty: 'Proszę podać NIP.',
    shape: 'NIP składa się z samych cyfr.',
    length: 'NIP ma 10 cyfr.',
    checksum: 'W numerze NIP jest pomyłka: cyfra kontrolna się nie zgadza.',
  },
  regon: {
    empty: 'Proszę podać REGON.',
    shape: 'REGON składa się z samych cyfr.',
    length: 'REGON ma 9 albo 14 cyfr.',
    checksum: 'W numerze REGON jest pomyłka: cyfra kontrolna się nie zgadza.',
  },
  krs: {
    empty: 'Proszę podać numer KRS.',
    shape: 'Numer KRS składa się z samych cyfr, na przykład 0000123456.',
    length: 'Numer KRS ma 10 cyfr, razem z zerami na początku.',
  },
  rspo: {
    empty: 'Proszę podać numer RSPO.',
    shape: 'Numer RSPO składa się z samych cyfr.',
    length: 'Numer RSPO ma najwyżej 10 cyfr.',
  },
  rpwdl: {
    empty: 'Proszę podać numer księgi RPWDL.',
    shape: 'Numer księgi RPWDL składa się z samych cyfr.',
    length: 'Numer księgi RPWDL ma 12 cyfr, razem z zerami na początku.',
  },
  terc: {
    empty: 'Proszę podać kod TERYT.',
    shape: 'Kod TERYT składa się z samych cyfr.',
    length: 'Kod TERYT ma 2 cyfry (województwo), 4 (powiat) albo 7 (gmina).',
    wojewodztwo: 'Kod województwa to liczba parzysta od 02 do 32.',
    powiat: 'Powiat nie może mieć numeru 00.',
    gmina: 'Gmina nie może mieć numeru 00.',
    kind: 'Ostatnia cyfra kodu gminy to 1 (miejska), 2 (wiejska) albo 3 (miejsko-wiejska).',
    part: 'To kod części gminy albo dzielnicy. Proszę podać kod całej gminy.',
  },
  postcode: {
    empty: 'Proszę podać kod pocztowy.',
    shape: 'Kod pocztowy ma postać 00-000, na przykład 36-072.',
  },
  edoreczenia: {
    empty: 'Proszę podać adres do e-Doręczeń.',
    shape: 'Adres do e-Doręczeń ma postać AE:PL-12345-67890-ABCDE-12.',
  },
  iban: {
    empty: 'Proszę podać numer rachunku.',
    country: 'To nie jest polski rachunek: numer zaczyna się od PL albo od razu od cyfr.',
    shape: 'Numer rachunku składa się z samych cyfr.',
    length: 'Numer rachunku ma 26 cyfr.',
    checksum: 'W numerze rachunku jest pomyłka: cyfry kontrolne się nie zgadzają.',
  },
  identityCard: {
    empty: 'Proszę podać serię i numer dowodu osobistego.',
    shape: 'Dowód osobisty ma trzy litery i sześć cyfr, na przykład ABA 300000.',
    checksum: 'W numerze dowodu jest pomyłka: cyfra kontrolna się nie zgadza.',
  },
  otherDocument: {
    empty: 'Proszę podać numer dokumentu.',
    shape: 'Numer dokumentu składa się z liter i cyfr.',
    tooLong: 'Numer dokumentu może mieć najwyżej 40 znaków.',
  },
  account: {
    empty: 'Proszę podać numer rachunku.',
    country: 'To nie jest polski numer rachunku.',
    shape: 'Numer rachunku składa się z samych cyfr.',
    length: 'Numer rachunku ma 26 cyfr.',
    checksum: 'W numerze rachunku jest pomyłka: cyfry kontrolne się nie zgadzają.',
  },
} as const
