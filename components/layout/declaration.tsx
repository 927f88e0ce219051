import { PageHead, Section } from '@/components/ui/page-head'

type DeclarationProps = {
  title: string
  lead: string
  sections: readonly { id: string; title: string; text: string }[]
}

/** A page of plain text in sections. */
export const Declaration = ({ title, lead, sections }: DeclarationProps) => (
  <div className="task">
    <PageHead title={title} lead={lead} />
    {sections.map((section) => (
      <Section key={section.id} id={section.id} title={section.title}>
        <p>{section.text}</p>
      </Section>
    ))}
  </div>
)
