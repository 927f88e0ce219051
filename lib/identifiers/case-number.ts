/** {TERYT7}/{year}/{sequence}, as people type it. */
const caseNumber = /\b\d{7}\/\d{4}\/\d+\b/u

/** Does a text hold the number of a case? */
export const namesCase = (text: string): boolean => caseNumber.test(text)
