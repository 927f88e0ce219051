import { addCalendarDays } from '@/lib/calendar'
import { hashToken } from '@/lib/platform/tokens'
import { idOf, type World } from '@/prisma/seed/demo/world'
import { demoTokens } from '@/prisma/seed/demo-tokens'

const region = '18'
const keeper = idOf('user', 'koordynator.rops@demo.example')
const centre = idOf('institution', 'rops_rzeszow')
const roles = [
  'lider_gminny',
  'lider_powiatowy',
  'koordynator_zespolu',
  'koordynator_rodziny',
  'decydent',
  'ekspert',
]

type Remark = {
  readonly theme: 'organisation' | 'leadership' | 'partners' | 'law' | 'money'
  readonly body: string
  readonly login?: string
  readonly name: string
  readonly function: string
  readonly verdict?: readonly ['taken' | 'partly' | 'notTaken', string]
}

const addRemarks = (world: World, key: string, madeAgo: number, remarks: readonly Remark[]): void => {
  for (const [n, remark] of remarks.entries()) {
    const byId = remark.login ? idOf('user', `${remark.login}@demo.example`) : null
    const work = world.rows('employment').find((row) => row.user_id === byId)
    world.add('model_remark', {
      id: idOf('model-remark', key, n),
      consultation_id: idOf('model-consultation', key),
      wojewodztwo_code: region,
      theme: remark.theme,
      body: remark.body,
      by_id: byId,
      by_institution_id: work?.institution_id ?? null,
      invitation_id: byId ? null : idOf('model-invitation', key),
      by_name: remark.name,
      by_function: remark.function,
      made_at: world.at(world.daysAgo(madeAgo - n), 60 + n),
      verdict: remark.verdict?.[0] ?? null,
      reason: remark.verdict?.[1] ?? null,
    })
  }
}

const gops = 'GOPS w Świlczy'

/** One consultation that collects remarks, one that is closed with its summary. */
export const addModelConsultations = (world: World): void => {
  const common = { wojewodztwo_code: region, roles, institution_id: centre, created_by_id: keeper }
  world.add('model_consultation', {
    id: idOf('model-consultation', 'open'),
    ...common,
    title: 'Wzór regulaminu zespołu: kto prowadzi spotkania',
    body: 'Proponujemy w regulaminie:\n1. Spotkanie prowadzi lider, a gdy jest nieobecny, koordynator zespołu.\n2. Zespół spotyka się co najmniej raz na kwartał.\n3. Organizacja społeczna może zgłosić punkt porządku tak jak urząd.\n\nCo Państwo o tym sądzą?',
    ends_on: addCalendarDays(world.today, 20),
    shows_remarks: true,
    created_at: world.at(world.daysAgo(8)),
  })
  world.add('model_invitation', {
    id: idOf('model-invitation', 'open'),
    consultation_id: idOf('model-consultation', 'open'),
    wojewodztwo_code: region,
    recipient: 'zarzad@fundacja-most.example',
    sent_by_id: keeper,
    sent_at: world.at(world.daysAgo(7)),
    opened_at: world.at(world.daysAgo(6)),
  })
  world.add('model_invitation_secret', {
    invitation_id: idOf('model-invitation', 'open'),
    token_hash: hashToken(demoTokens.modelLink),
  })
  addRemarks(world, 'open', 6, [
    {
      theme: 'leadership',
      body: 'Koordynator powinien móc podpisać protokół, inaczej czekamy na lidera.',
      login: 'koordynatorka.zespolu',
      name: 'Ewelina Surowiec',
      function: gops,
    },
    {
      theme: 'partners',
      body: 'Dobrze, że fundacja może zgłosić punkt. Prosimy o termin zgłoszenia: 7 dni.',
      name: 'Jolanta Wierzbicka',
      function: 'prezes Fundacji Most',
    },
  ])
  world.add('model_consultation', {
    id: idOf('model-consultation', 'closed'),
    ...common,
    title: 'Porozumienie o współpracy: nowy wzór',
    body: 'Wzór porozumienia z załącznikiem o wymianie danych.',
    ends_on: world.daysAgo(60),
    shows_remarks: true,
    summary:
      'Liderstwo: zastępca lidera jest we wzorze.\nPrawo: załącznik o danych czeka na opinię prawnika.\nPieniądze: porozumienie nie przesądza o kosztach.',
    closed_at: world.at(world.daysAgo(50)),
    created_at: world.at(world.daysAgo(100)),
    version: 2,
  })
  addRemarks(world, 'closed', 90, [
    {
      theme: 'leadership',
      body: 'We wzorze brakuje zastępcy lidera.',
      login: 'kierowniczka.gops',
      name: 'Halina Wójtowicz',
      function: gops,
      verdict: ['taken', 'Dopisaliśmy § 4 ust. 2.'],
    },
    {
      theme: 'money',
      body: 'Wpiszmy, kto płaci za salę.',
      login: 'dyrektor.pcpr',
      name: 'Robert Haligowski',
      function: 'PCPR w Rzeszowie',
      verdict: ['notTaken', 'Każda gmina ma inne zasady; zostaje to w regulaminie zespołu.'],
    },
  ])
}
