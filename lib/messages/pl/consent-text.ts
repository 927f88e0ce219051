/** Version of the consent text that is printed and signed; a new wording takes a new number. */
export const consentTextVersion = '1'

/** What the family signs (RODO art. 6 ust. 1 lit. a, art. 7, art. 9 ust. 2 lit. a); plain words, one page. */
export const consentText = {
  title: 'Zgoda na udział i wymianę danych',
  paragraphs: [
    'Zgadzam się, żeby instytucje wymienione niżej dostały dane o mnie (albo o osobie, za którą podpisuję), ale tylko te, które są przy nich zaznaczone. Potrzebują ich, żeby wspólnie zaplanować i dać pomoc mojej rodzinie.',
    'Zgoda jest dobrowolna. Odmowa albo wycofanie zgody nie zmienia prawa do zasiłków, usług ani innych świadczeń.',
    'Mogę zgodzić się na wszystko, na część albo na nic. Mogę zgodzić się dla jednej instytucji, a dla innej nie.',
    'Zgodę mogę wycofać w każdej chwili: osobiście, telefonicznie albo pisemnie u koordynatora rodziny. Instytucje od razu przestają widzieć dane. To, co zrobiły wcześniej, pozostaje zgodne z prawem.',
    'Zgoda podpisana za dziecko wygasa w dniu jego osiemnastych urodzin.',
  ],
} as const
