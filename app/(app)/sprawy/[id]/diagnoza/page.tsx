import { strengthsIn } from '@/app/(app)/sprawy/[id]/diagnoza/area-fields'
import { AreaForm, AreaReading } from '@/app/(app)/sprawy/[id]/diagnoza/area-form'
import { AreaIndex } from '@/app/(app)/sprawy/[id]/diagnoza/area-index'
import { Finish, Voice } from '@/app/(app)/sprawy/[id]/diagnoza/finish'
import { Needs } from '@/app/(app)/sprawy/[id]/diagnoza/needs'
import { Change, RoundSteps, roundWords } from '@/app/(app)/sprawy/[id]/diagnoza/rounds'
import { Strengths } from '@/app/(app)/sprawy/[id]/diagnoza/strengths'
import { Presence } from '@/components/cases/presence'
import { AppLink } from '@/components/ui/app-link'
import { Disclosure } from '@/components/ui/lists'
import { DoneNotice, Notice } from '@/components/ui/messages'
import { SectionHead } from '@/components/ui/page-head'
import { type DiagnosisPage, listNeeds, readDiagnosis } from '@/lib/diagnosis'
import { diagnosisMessages as m } from '@/lib/messages/pl/diagnosis'
import { compareMessages } from '@/lib/messages/pl/diagnosis-compare'
import { openForm, type Present } from '@/lib/presence'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

export const metadata = { title: m.title }

/** The area in the address, else the first that still needs an answer; who only reads begins where something stands. */
const openArea = ({ areas, may }: DiagnosisPage, wanted: string | undefined): number => {
  const named = areas.findIndex((a) => a.key === wanted)
  if (named >= 0) return named
  if (!may.edit)
    return Math.max(
      0,
      areas.findIndex((a) => a.now.score !== null || Object.values(a.now.texts).some((text) => text !== '')),
    )
  const waiting = areas.findIndex((a) => a.required && !a.answered)
  return Math.max(0, waiting >= 0 ? waiting : areas.findIndex((a) => !a.answered && !a.outside))
}

const doneText = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(m.doneNotes, code)
    ? m.doneNotes[code as keyof typeof m.doneNotes]
    : undefined

type AreasProps = { caseId: string; page: DiagnosisPage; wanted?: string; others: readonly Present[] }

const Areas = ({ caseId, page, wanted, others }: AreasProps) => {
  const at = openArea(page, wanted)
  const area = page.areas[at]
  if (!area) return null
  const strengths = strengthsIn(page.strengths, area)
  const index = <AreaIndex caseId={caseId} areas={page.areas} current={area.key} />
  return (
    <div className="split split-index sec">
      <div className="only-wide">{index}</div>
      <div className="only-phone">
        <Disclosure summary={`${m.index.label}: ${area.name}`}>{index}</Disclosure>
      </div>
      {page.may.edit && !area.outside ? (
        <div>
          <Presence others={others} />
          <AreaForm
            caseId={caseId}
            area={area}
            strengths={strengths}
            previous={page.areas[at - 1]}
            next={page.areas[at + 1]?.outside ? undefined : page.areas[at + 1]}
          />
        </div>
      ) : (
        <AreaReading area={area} strengths={strengths} />
      )}
    </div>
  )
}

export default definePage({
  permission: 'diagnosis.read',
  render: async ({ params, search }) => {
    const caseId = params.id ?? ''
    const { page, needs, others } = await readPage(async (read) => {
      const diagnosis = await read(readDiagnosis, { caseId })
      const open = diagnosis.areas[openArea(diagnosis, search.obszar)]?.key
      return {
        page: diagnosis,
        needs: await read(listNeeds, { caseId }),
        others:
          diagnosis.may.edit && open ? await read(openForm, { caseId, form: 'diagnosis', thing: open }) : [],
      }
    })
    const done = doneText(search.zrobione)
    return (
      <>
        <SectionHead
          title={m.title}
          lead={roundWords(page)}
          actions={
            <>
              {page.may.edit && <AppLink href={paths.caseDiagnosisWhole(caseId)}>{m.whole.open}</AppLink>}
              {page.rounds.length > 1 && (
                <AppLink href={paths.caseDiagnosisCompare(caseId)}>{compareMessages.open}</AppLink>
              )}
            </>
          }
        />
        <DoneNotice>{done}</DoneNotice>
        {!page.may.edit && <Notice>{m.readOnly}</Notice>}
        <RoundSteps caseId={caseId} page={page} />
        <Areas caseId={caseId} page={page} wanted={search.obszar} others={others} />
        <Strengths caseId={caseId} page={page} people={needs.people} />
        <Voice caseId={caseId} page={page} />
        <Needs
          caseId={caseId}
          {...needs}
          may={
            page.may.needs &&
            ['diagnosis', 'planning', 'inProgress', 'suspended', 'evaluation'].includes(page.status)
          }
        />
        {page.may.finish && <Finish caseId={caseId} page={page} />}
        <Change page={page} />
      </>
    )
  },
})
