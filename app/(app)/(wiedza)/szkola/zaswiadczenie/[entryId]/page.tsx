import { Crumbs, PageHead, Section } from '@/components/ui/page-head'
import { formatDate, formatLongDate } from '@/lib/format/dates'
import { schoolMessages } from '@/lib/messages/pl/school'
import { readCertificate } from '@/lib/school'
import { definePage } from '@/lib/web/define-page'
import { paths } from '@/lib/web/paths'
import { readPage } from '@/lib/web/read-page'

const m = schoolMessages.paper
export const metadata = { title: m.title }

/** One sheet of paper: signatures stay on it. */
export default definePage({
  permission: 'school.certificate',
  render: async ({ params }) => {
    const paper = await readPage((read) => read(readCertificate, { entryId: params.entryId ?? '' }))
    const { startsOn, endsOn } = paper
    return (
      <>
        <Crumbs items={[{ label: schoolMessages.title, href: paths.school() }, { label: m.title }]} />
        <PageHead title={m.title} lead={m.print} />
        <Section id="druk" title={m.sheet}>
          <article className="card-a4 stack-4 one-page">
            <p>{m.issued(paper.issuer, formatDate(paper.certifiedOn))}</p>
            <h3>{m.title}</h3>
            <p>{m.given}</p>
            <h4>{paper.person}</h4>
            <p>{m.from(paper.institution)}</p>
            <p>{m.tookPart[paper.kind]}</p>
            <h4>{paper.title}</h4>
            <p>
              {startsOn === endsOn
                ? m.heldOne(formatLongDate(startsOn))
                : m.held(schoolMessages.days(formatDate(startsOn), formatDate(endsOn)))}
            </p>
            <p>
              <b>{m.programme}:</b> <span className="whitespace-pre-line">{paper.programme}</span>
            </p>
            <p className="mt-8">…………………………………… {m.sign}</p>
            <p>
              <b>{m.number(paper.number)}</b>
              <br />
              {m.verify}
            </p>
          </article>
        </Section>
      </>
    )
  },
})
