import { addCalendarDays } from '@/lib/calendar'
import { idOf, type World } from '@/prisma/seed/demo/world'

const centre = idOf('institution', 'rops_rzeszow')

/** A file that the ROPS of Podkarpackie checked and has not added yet: two rows to add, one there already, two with faults. */
export const addImports = (world: World): void => {
  const batch = idOf('import', 'szkoly')
  world.add('import_batch', {
    id: batch,
    kind: 'institutions',
    institution_id: centre,
    file_name: 'szkoly-powiat-rzeszowski.csv',
    sha256: 'a'.repeat(64),
    created_by_id: idOf('user', 'koordynator.rops@demo.example'),
    created_at: world.at(addCalendarDays(world.today, -1), 132),
  })
  const row = (no: number, cells: Record<string, string>, rest: Record<string, unknown>) =>
    world.add('import_row', {
      batch_id: batch,
      row_no: no,
      institution_id: centre,
      cells,
      reasons: [],
      ...rest,
    })
  const school = (name: string, seatCode: string) => ({
    name,
    kindKey: 'szkoła podstawowa',
    seatCode,
  })
  for (const [i, [name, seat]] of [
    ['Szkoła Podstawowa w Mrowli', '1816122'],
    ['Szkoła Podstawowa w Trzcianie', '1816122'],
  ].entries())
    row(i + 2, school(name ?? '', seat ?? ''), {
      status: 'good',
      data: { ...school(name ?? '', seat ?? ''), kindKey: 'szkola_podstawowa' },
    })
  row(4, school('Szkoła Podstawowa w Świlczy', '1816122'), {
    status: 'same',
    record_id: idOf('institution', 'sp_swilcza'),
  })
  row(5, school('Szkoła Podstawowa w Nosówce', '1816999'), {
    status: 'bad',
    reasons: [{ field: 'seatCode', key: 'importSeat' }],
  })
  row(
    6,
    { ...school('Zespół Szkół w Boguchwale', '1816035'), regon: '123456789' },
    {
      status: 'bad',
      reasons: [{ field: 'regon', key: 'regon.checksum' }],
    },
  )
}
