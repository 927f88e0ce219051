import { saveAll } from '@/app/(app)/sprawy/[id]/diagnoza/actions'
import { AreaScale, AreaTexts, strengthsIn } from '@/app/(app)/sprawy/[id]/diagnoza/area-fields'
import { Presence } from '@/components/cases/presence'
import { ActionForm } from '@/components/ui/action-form'
import { AppLink } from '@/components/ui/app-link'
import { FormHidden } from '@/components/ui/form-fields'
import { Disclosure } from '@/components/ui/lists'
import { Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { criminalKey, type DiagnosisArea, readDiagnosis, type StrengthView } from '@/lib/diagnosis'
import { diagnosisMessages as m } from '@/lib/messages/pl/diagnosis'
import { openForm } from '@/lib/presence'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.whole.title }

type AreaProps = { area: DiagnosisArea; strengths: readonly StrengthView[] }

const Area = ({ area, strengths }: AreaProps) => {
  const prefix = `areas.${area.key}.`
  const name = area.key === criminalKey ? m.area.criminal : area.name
  const described = Object.values(area.now.texts).some((text) => text !== '')
  return (
    <Sheet as="section" className="pad" labelledBy={`obszar-${area.key}`}>
      <h3 id={`obszar-${area.key}`}>{name}</h3>
      <FormHidden name={`${prefix}version`} value={area.now.version} />
      <AreaScale area={area} prefix={prefix} />
      <Disclosure summary={m.whole.describe(name)} open={described}>
        <AreaTexts area={area} strengths={strengths} prefix={prefix} />
      </Disclosure>
    </Sheet>
  )
}

const inVersion = (areas: readonly DiagnosisArea[]) => areas.filter((area) => !area.outside)

export default definePage({
  permission: 'diagnosis.editAll',
  render: async ({ params }) => {
    const caseId = params.id ?? ''
    const { page, others } = await readPage(async (read) => {
      const diagnosis = await read(readDiagnosis, { caseId })
      return {
        page: diagnosis,
        others: diagnosis.may.edit ? await read(openForm, { caseId, form: 'diagnosis', thing: '' }) : [],
      }
    })
    return (
      <>
        <SectionHead
          title={m.whole.title}
          lead={m.whole.lead}
          actions={<AppLink href={paths.caseDiagnosis(caseId)}>{m.whole.back}</AppLink>}
        />
        <Presence others={others} />
        {page.may.edit ? (
          <ActionForm action={saveAll} submitLabel={m.whole.submit} label={m.whole.title}>
            <FormHidden name="caseId" value={caseId} />
            {inVersion(page.areas).map((area) => (
              <Area key={area.key} area={area} strengths={strengthsIn(page.strengths, area)} />
            ))}
          </ActionForm>
        ) : (
          <Notice>{m.readOnly}</Notice>
        )}
      </>
    )
  },
})
