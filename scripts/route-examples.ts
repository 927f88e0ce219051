import { idOf } from '@/prisma/seed/demo/world'
import { demoTokens } from '@/prisma/seed/demo-tokens'

/** A case of Świlcza whose plan is in force: it has something to show on every place of the folder. */
const richCase = idOf('case', 'swilcza-14')

const ids: Record<string, string> = {
  '/sprawy/[id]': richCase,
  '/zespoly/[id]': idOf('team', 'swilcza'),
  '/instytucje/import/[id]': idOf('import', 'szkoly'),
  '/instytucje/[id]': idOf('institution', 'gops_swilcza'),
  '/klauzule/[id]': idOf('institution', 'gops_swilcza'),
  '/zgloszenia/[id]': idOf('referral', 'swilcza-14'),
  '/zgody/[id]': richCase,
  '/konsultacje/[id]': idOf('consultation', 'swilcza-14'),
  '/uslugi/wojewodztwo/[id]': idOf('overlay', 'animator'),
  '/szablony/[id]': idOf('template', 'szkola'),
  '/konsultacje-modelu/[id]': idOf('model-consultation', 'open'),
  '/biblioteka/[id]': idOf('library-item', 'praktyka'),
  '/pytania/[id]': idOf('team-question', 'zgoda'),
  '/szkola/[id]': idOf('school-event', 'past'),
  '/spotkania/[id]': idOf('meeting', 'swilcza', 'called'),
  '/przekaz-obowiazki/[id]': idOf('handover', 'swilcza-17'),
  '/moje-uslugi/[id]': idOf('line', 'swilcza-12', 0),
}

const words: Record<string, string> = {
  '[gmina]': '1816102',
  '[code]': '1816122',
  '[key]': 'praca_socjalna',
  '[kind]': 'institutions',
  '[userId]': idOf('user', 'koordynatorka.rodziny@demo.example'),
  '[osoba]': idOf('user', 'koordynatorka.rodziny@demo.example'),
  '[noteId]': idOf('note', 'swilcza-14', 0),
  '[meetingId]': idOf('caseMeeting', 'swilcza-14', 'approved'),
  '[templateId]': idOf('template', 'szkola'),
  '[goalId]': idOf('goal', 'swilcza-14', 0),
  '[memberId]': idOf('member', 'swilcza', 'sp_swilcza'),
  '[entryId]': idOf('school-entry', 'past', 0),
  '[lineId]': idOf('line', 'swilcza-14', 0),
}

/** Files that are attached, and documents that are filled in. */
const papers: Record<string, string> = {
  '/zespoly/[id]/zalaczniki/[fileId]': `/zespoly/${idOf('team', 'swilcza')}/zalaczniki/${idOf('attachment', 'teamAgreement', idOf('team', 'swilcza'), 2)}`,
  '/spotkania/[id]/dokumenty/[plik]': `/spotkania/${idOf('meeting', 'swilcza', 'called')}/dokumenty/porzadek.pdf`,
  '/zespoly/modele/[klucz]': '/zespoly/modele/I',
  '/zespoly/modele/[klucz]/porownanie': '/zespoly/modele/I/porownanie',
  '/zespoly/modele/[klucz]/szkic': '/zespoly/modele/I/szkic',
  '/zespoly/modele/[klucz]/szkic/ogloszenie': '/zespoly/modele/I/szkic/ogloszenie',
  '/zespoly/wzory/[klucz]': '/zespoly/wzory/regulamin',
  '/zespoly/[id]/dokumenty/[plik]': `/zespoly/${idOf('team', 'swilcza')}/dokumenty/regulamin.pdf`,
  '/instytucje/[id]/osoby/[userId]/dokumenty/[plik]': `/instytucje/${idOf('institution', 'gops_swilcza')}/osoby/${words['[userId]']}/dokumenty/upowaznienie.pdf`,
  '/instytucje/[id]/osoby/[userId]/zalaczniki/[fileId]': `/instytucje/${idOf('institution', 'gops_swilcza')}/osoby/${words['[userId]']}/zalaczniki/${idOf('attachment', 'authorisation', idOf('authorisation', 'koordynatorka.rodziny@demo.example', idOf('institution', 'gops_swilcza')), 1)}`,
}

const doors: Record<string, string> = {
  '/zaproszenie/[token]': `/zaproszenie/${demoTokens.invitation}`,
  '/kalendarz/[token]': `/kalendarz/${demoTokens.calendar}`,
  '/opinia/[token]': `/opinia/${demoTokens.modelLink}`,
  '/odpowiedz/[token]': `/odpowiedz/${demoTokens.lineLink}`,
  '/logowanie/haslo/[token]': `/logowanie/haslo/${demoTokens.passwordReset}`,
}

/** Pages that need a thing in a certain state: a draft to change, a family that moves, one that ended. */
const states: Record<string, string> = {
  '/szkola/[id]/material/[materialId]': `/szkola/${idOf('school-event', 'past')}/material/${idOf('school-material', 'past', 'Ćwiczenia do wydruku')}`,
  '/biblioteka/[id]/film': `/biblioteka/${idOf('library-item', 'film-plik')}/film`,
  '/biblioteka/[id]/film/[fileId]': `/biblioteka/${idOf('library-item', 'film-plik')}/film/${idOf('attachment', 'film-plik')}`,
  '/biblioteka/[id]/plik/[fileId]': `/biblioteka/${idOf('library-item', 'poradnik')}/plik/${idOf('attachment', 'libraryItem', idOf('library-item', 'poradnik'), 1)}`,
  '/szkola/[id]/zmien': `/szkola/${idOf('school-event', 'full')}/zmien`,
  '/sprawy/[id]/koszyk/szablony/nowy': `/sprawy/${idOf('case', 'swilcza-18')}/koszyk/szablony/nowy`,
  '/sprawy/[id]/przekazanie': `/sprawy/${idOf('case', 'swilcza-16')}/przekazanie`,
  '/sprawy/[id]/zakonczenie/druk': `/sprawy/${idOf('case', 'swilcza-18')}/zakonczenie/druk`,
  '/sprawy/[id]/koszyk/[lineId]/zmien': `/sprawy/${idOf('case', 'swilcza-9')}/koszyk/${idOf('line', 'swilcza-9', 3)}/zmien`,
}

/** An address of the demo for this pattern, or null for what only a library answers. */
export const exampleOf = (pattern: string): string | null => {
  if (pattern in doors) return doors[pattern] ?? null
  if (pattern in papers) return papers[pattern] ?? null
  if (pattern in states) return states[pattern] ?? null
  if (pattern.includes('[...')) return null
  const start = Object.keys(ids).find((prefix) => pattern === prefix || pattern.startsWith(`${prefix}/`))
  const filled = start ? pattern.replace('[id]', ids[start] ?? '') : pattern
  return filled.replace(/\[[^\]]+\]/gu, (word) => words[word] ?? word)
}
