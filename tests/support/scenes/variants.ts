import { randomUUID } from 'node:crypto'
import { nationalBody, type VariantBody } from '@/lib/variants'
import { asOwner } from '@/tests/support/database'

/** A published version of the team's variant in its voivodeship: the national model with what differs. */
export const publishVersion = async (teamId: string, differs: Partial<VariantBody>): Promise<string> => {
  const id = randomUUID()
  const body: VariantBody = { ...nationalBody('I'), ...differs }
  await asOwner().query(
    `insert into variant_version (id, wojewodztwo_code, variant_key, number, body, note, institution_id, created_by_id,
       published_at, published_by_id)
     select $1, t.wojewodztwo_code, t.variant_key, 1 + (select count(*) from variant_version v
         where v.wojewodztwo_code = t.wojewodztwo_code and v.variant_key = t.variant_key),
       $2, 'Uzgodnione w regionie', $3, $3, now(), $3
     from team t where t.id = $4`,
    [id, JSON.stringify(body), randomUUID(), teamId],
  )
  return id
}

/** The case goes by this version, as if it had begun with it. */
export const pinCase = async (caseId: string, versionId: string | null): Promise<void> => {
  await asOwner().query('update family_case set variant_version_id = $2 where id = $1', [caseId, versionId])
}

/** The national deadlines with some of another length. */
export const terms = (differs: Partial<VariantBody['terms']>): Pick<VariantBody, 'terms'> => ({
  terms: { ...nationalBody('I').terms, ...differs },
})
