import { beforeAll, describe, expect, it } from 'vitest'
import { platformOperator, publicClauses } from '@/lib/declarations'
import { asOwner, useDatabase } from '@/tests/support/database'
import { insert, makeInstitution } from '@/tests/support/world'

useDatabase()

let ops: string
let pcpr: string

const clause = (institution: string, version_no: number, valid_from: string) =>
  insert('information_clause', {
    institution_id: institution,
    version_no,
    valid_from,
    body: `treść ${version_no}`,
  })

beforeAll(async () => {
  ops = await makeInstitution({ name: 'GOPS Świlcza' })
  pcpr = await makeInstitution({ name: 'PCPR Łańcut', kind: 'pcpr', level: 'powiat' })
})

describe('what everybody may read without signing in', () => {
  it('names who runs the platform, and nobody before there is one', async () => {
    expect(await platformOperator()).toBeNull()
    const id = await makeInstitution({ name: 'Operator Platformy', kind: 'operator', level: 'kraj' })
    await asOwner().query(`update institution set email = 'pomoc@operator.example' where id = $1`, [id])
    expect(await platformOperator()).toMatchObject({
      name: 'Operator Platformy',
      email: 'pomoc@operator.example',
    })
  })

  it('is the clause in force of each controller, never one of tomorrow', async () => {
    await clause(ops, 1, '2026-01-01')
    await clause(ops, 2, '2026-11-24')
    await clause(ops, 3, '2026-11-25')
    await clause(pcpr, 1, '2026-12-01')
    expect(await publicClauses()).toEqual([
      {
        institutionId: ops,
        name: 'GOPS Świlcza',
        versionNo: 2,
        validFrom: '2026-11-24',
        body: 'treść 2',
      },
    ])
  })
})
