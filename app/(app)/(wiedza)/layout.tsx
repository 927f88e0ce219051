import type { ReactNode } from 'react'
import { CaseTabs } from '@/components/cases/case-tabs'
import { knowledgeMessages as m } from '@/lib/messages/pl/knowledge'
import { paths } from '@/lib/web/paths'

/** Places of "Wiedza": what the voivodeship passes on to its teams. Each page decides for itself who may open it. */
const KnowledgeLayout = ({ children }: { children: ReactNode }) => (
  <>
    <CaseTabs
      label={m.title}
      items={[
        { href: paths.school(), label: m.places.school },
        { href: paths.questions(), label: m.places.questions },
        { href: paths.modelConsultations(), label: m.places.model },
        { href: paths.library(), label: m.places.library },
        { href: paths.wzk(), label: m.places.wzk },
      ]}
    />
    <div className="sec">{children}</div>
  </>
)

export default KnowledgeLayout
