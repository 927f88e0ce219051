export const accessMessages = {
  title: 'Rejestr dostępu',
  lead: 'Kto z tej instytucji co oglądał i zmieniał oraz kto dotykał danych, za które ona odpowiada. Numery spraw bez nazwisk rodzin.',
  kind: 'Rodzaj zdarzenia',
  kinds: { all: 'wszystkie', read: 'oglądanie', write: 'zmiany', denied: 'odmowy dostępu' },
  case: 'Sprawa',
} as const
