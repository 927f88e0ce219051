import { fold } from '@/lib/format/fold'
import type { Table } from '@/lib/imports/table'

export const importKinds = ['institutions', 'people'] as const
export type ImportKind = (typeof importKinds)[number]

/** A column of the file: the name that the pattern gives it, the other names by which it is known, and whether it must be there. */
export type Column = { readonly name: string; readonly also?: readonly string[]; readonly needed?: true }

export const institutionColumns = {
  name: { name: 'Nazwa', needed: true },
  kindKey: { name: 'Rodzaj', needed: true },
  seatCode: { name: 'TERYT siedziby', also: ['TERYT', 'kod TERYT'] },
  gmina: { name: 'Gmina' },
  powiat: { name: 'Powiat' },
  regon: { name: 'REGON' },
  nip: { name: 'NIP' },
  krs: { name: 'KRS' },
  rspo: { name: 'RSPO' },
  rpwdl: { name: 'RPWDL' },
  edoreczenia: { name: 'e-Doręczenia', also: ['adres do e-doręczeń'] },
  street: { name: 'Ulica i numer', also: ['Ulica', 'Adres'] },
  postcode: { name: 'Kod pocztowy', also: ['Kod'] },
  city: { name: 'Miejscowość' },
  phone: { name: 'Telefon' },
  email: { name: 'E-mail', also: ['email', 'adres e-mail'] },
  website: { name: 'Strona', also: ['strona www', 'www'] },
} as const satisfies Record<string, Column>

export const peopleColumns = {
  givenName: { name: 'Imię', needed: true },
  familyName: { name: 'Nazwisko', needed: true },
  email: { name: 'E-mail', also: ['email', 'adres e-mail'], needed: true },
  regon: { name: 'REGON instytucji', also: ['REGON'] },
  institution: { name: 'Instytucja', also: ['nazwa instytucji'] },
  seatCode: { name: 'TERYT siedziby', also: ['TERYT', 'kod TERYT'] },
  jobTitle: { name: 'Stanowisko', needed: true },
  roles: { name: 'Role', also: ['Rola'], needed: true },
} as const satisfies Record<string, Column>

export const columnsOf = (kind: ImportKind): Readonly<Record<string, Column>> =>
  kind === 'institutions' ? institutionColumns : peopleColumns

/** Cells of a row by field; a column that the file lacks gives nothing. */
export type Fields = Readonly<Record<string, string>>

const namesOf = ({ name, also = [] }: Column): string[] => [name, ...also].map(fold)

/** Needed columns that the file does not have, as the pattern names them. */
export const missingColumns = (kind: ImportKind, { heads }: Table): string[] =>
  Object.values(columnsOf(kind))
    .filter((column) => column.needed && !namesOf(column).some((name) => heads.includes(name)))
    .map(({ name }) => name)

export const fieldsOf = (kind: ImportKind, cells: Readonly<Record<string, string>>): Fields =>
  Object.fromEntries(
    Object.entries(columnsOf(kind)).map(([field, column]) => {
      const known = namesOf(column).find((name) => cells[name] !== undefined)
      return [field, known === undefined ? '' : (cells[known] ?? '')]
    }),
  )
