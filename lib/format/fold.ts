/**
 * Folds text for search: lower case, no diacritics, single spaces. Unicode decomposition
 * leaves "ł" whole, so it is replaced by hand; the same goes for the letters of neighbours
 * that appear in foreign surnames (đ, ø, ß, æ, œ).
 */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[łđøßæœı]/g, (letter) => standIns[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()

const standIns: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}
