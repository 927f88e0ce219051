import { answerLink, proveCode } from '@/app/(public)/odpowiedz/[token]/actions'
import { Asked } from '@/app/(public)/odpowiedz/[token]/asked'
import { ActionForm } from '@/components/ui/action-form'
import { FormChoices, FormHidden, FormSelect, FormText } from '@/components/ui/form-fields'
import { EmptyState } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type LineByLink, lineByLink, outsideAnswers } from '@/lib/baskets'
import { declineReasons } from '@/lib/catalogue'
import { byLinkMessages as m } from '@/lib/messages/pl/line-link'
import { definePublicPage } from '@/lib/web/define-page'
import { linePass } from '@/lib/web/line-pass'

// `same-origin`: the address leaks to no other site; with `no-referrer` a form without JavaScript would be sent as of no origin
export const metadata = {
  title: m.title,
  referrer: 'same-origin',
  robots: { index: false, follow: false },
}

/** The same for every address: whether there is such a link is not said before the code. */
const Code = ({ token }: { token: string }) => (
  <div className="task">
    <PageHead title={m.codeTitle} lead={m.codeLead} />
    <ActionForm action={proveCode} label={m.codeTitle} submitLabel={m.show}>
      <FormHidden name="token" value={token} />
      <FormText
        name="code"
        label={m.code}
        inputMode="numeric"
        autoComplete="off"
        width="short"
        maxLength={20}
        required
      />
    </ActionForm>
  </div>
)

const Answer = ({ token, line }: { token: string; line: LineByLink }) => (
  <Section id="odpowiedz" title={m.answerTitle}>
    <Sheet pad>
      <ActionForm action={answerLink} label={m.answerTitle} submitLabel={m.send}>
        <FormHidden name="token" value={token} />
        <FormHidden name="version" value={line.version} />
        <FormChoices
          name="answer"
          legend={m.answer}
          options={outsideAnswers(line).map((value) => ({ value, label: m.answers[value] }))}
          required
        />
        <FormSelect
          name="reasonKey"
          label={m.reason}
          hint={m.reasonHint}
          placeholder={m.noReason}
          options={declineReasons().map((r) => ({ value: r.key, label: r.namePl }))}
        />
        <FormText name="note" label={m.note} hint={m.noteHint} maxLength={500} optional />
        <FormText name="name" label={m.name} hint={m.nameHint} autoComplete="name" maxLength={120} required />
        <FormText
          name="function"
          label={m.function}
          autoComplete="organization-title"
          maxLength={120}
          required
        />
      </ActionForm>
    </Sheet>
  </Section>
)

/** One line of a basket for a partner without an account. */
export default definePublicPage({
  because: 'the one-time link and its code are the key; a partner without an account answers one line',
  render: async ({ params, search }) => {
    const token = params.token ?? ''
    if (search.zrobione === 'zapisano')
      return (
        <div className="task">
          <EmptyState level={1} title={m.doneTitle}>
            {m.doneText}
          </EmptyState>
        </div>
      )
    const pass = await linePass()
    const line = pass ? await lineByLink(token, pass) : null
    if (!line) return <Code token={token} />
    return (
      <div className="task">
        <PageHead title={line.title ?? line.service} lead={m.lead(line.institution)} />
        <Asked line={line} />
        <Answer token={token} line={line} />
      </div>
    )
  },
})
