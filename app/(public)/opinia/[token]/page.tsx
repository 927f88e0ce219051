import { sendRemark } from '@/app/(public)/opinia/[token]/actions'
import { ActionForm } from '@/components/ui/action-form'
import { FormHidden, FormSelect, FormText, FormTextArea } from '@/components/ui/form-fields'
import { Ledger } from '@/components/ui/lists'
import { DoneNotice, EmptyState } from '@/components/ui/messages'
import { PageHead, Section } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { formatDate } from '@/lib/format/dates'
import { modelThemes } from '@/lib/knowledge'
import { knowledgeMessages } from '@/lib/messages/pl/knowledge'
import { modelMessages } from '@/lib/messages/pl/model-consultations'
import { type ModelByLink, modelByLink } from '@/lib/model-consultations'
import { definePublicPage } from '@/lib/web/define-page'

const m = modelMessages.outside
const p = modelMessages.page

// `same-origin`: the address leaks to no other site; with `no-referrer` a form without JavaScript would be sent as of no origin
export const metadata = {
  title: m.title,
  referrer: 'same-origin',
  robots: { index: false, follow: false },
}

const themeOptions = modelThemes.map((value) => ({ value, label: knowledgeMessages.theme[value] }))

const Remark = ({ token, view }: { token: string; view: ModelByLink }) => {
  const last = view.remarks.at(-1)
  return (
    <Section id="uwaga" title={p.add} lead={view.showsRemarks ? m.shown : m.notShown}>
      <Sheet pad>
        <ActionForm action={sendRemark} label={p.add} submitLabel={m.submit}>
          <FormHidden name="token" value={token} />
          <FormSelect name="theme" label={p.theme} options={themeOptions} />
          <FormTextArea name="body" label={p.body} rows={5} maxLength={3000} required />
          <FormText
            name="name"
            label={m.name}
            defaultValue={last?.name}
            autoComplete="name"
            maxLength={120}
            required
          />
          <FormText
            name="function"
            label={m.function}
            defaultValue={last?.function}
            autoComplete="organization-title"
            maxLength={120}
            required
          />
        </ActionForm>
      </Sheet>
    </Section>
  )
}

/** A consultation of the model for somebody outside: the text, and a place for remarks by theme. */
export default definePublicPage({
  because: 'the secret link in the letter is the key; somebody outside remarks on one text',
  render: async ({ params, search }) => {
    const token = params.token ?? ''
    const view = await modelByLink(token)
    if (!view)
      return (
        <div className="task">
          <EmptyState level={1} art="cut" title={m.gone}>
            {m.goneText}
          </EmptyState>
        </div>
      )
    return (
      <div className="task">
        <PageHead title={view.title} lead={m.asks(view.issuer, formatDate(view.endsOn))} />
        <DoneNotice>{search.zrobione === 'zapisano' ? m.sent : undefined}</DoneNotice>
        <Section id="tekst" title={p.text}>
          <Sheet pad>
            <p className="whitespace-pre-line">{view.body}</p>
          </Sheet>
        </Section>
        {view.remarks.length > 0 && (
          <Section id="wyslane" title={m.yours}>
            <Sheet pad>
              <Ledger
                rows={view.remarks.map((r) => ({
                  id: r.id,
                  content: (
                    <>
                      <b>{knowledgeMessages.theme[r.theme]}</b>
                      <p className="whitespace-pre-line">{r.body}</p>
                    </>
                  ),
                }))}
              />
            </Sheet>
          </Section>
        )}
        <Remark token={token} view={view} />
      </div>
    )
  },
})
