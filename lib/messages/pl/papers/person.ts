import { field, heading, type Paper, type PaperData, paragraph } from '@/lib/format/paper'

/** Named authorisation with the statement of confidentiality (domain 8.1 R3). */
export const authorisationPaper = (d: PaperData): Paper => ({
  title: 'Upoważnienie do przetwarzania danych osobowych i oświadczenie o poufności',
  subtitle: field(d, 'osoba'),
  blocks: [
    heading('Upoważnienie'),
    paragraph(
      `Na podstawie art. 29 i art. 32 ust. 4 RODO, w imieniu administratora danych: ${field(d, 'instytucja')}, upoważnia się do przetwarzania danych osobowych:`,
    ),
    {
      kind: 'table',
      about: 'Treść upoważnienia',
      head: ['Czego dotyczy', 'Treść'],
      rows: [
        ['Osoba upoważniona', field(d, 'osoba')],
        ['Stanowisko', field(d, 'stanowisko')],
        ['Zakres', field(d, 'zakres')],
        ['Ważne od', field(d, 'wazne_od')],
        ['Ważne do', field(d, 'wazne_do')],
        ['Wystawia', field(d, 'wystawia')],
      ],
      widths: [3, 7],
    },
    paragraph(
      'Upoważnienie wygasa z upływem terminu, z chwilą odwołania albo z końcem zatrudnienia. Dostęp do danych konkretnej rodziny wymaga ponadto przydzielenia do sprawy oraz zgody osoby albo podstawy prawnej.',
    ),
    { kind: 'signatures', under: ['data i podpis osoby działającej w imieniu administratora'] },
    heading('Oświadczenie o poufności'),
    paragraph(
      `Ja, ${field(d, 'osoba')}, oświadczam, że znam obowiązek zachowania w tajemnicy wszystkiego, czego dowiem się o osobach i rodzinach objętych współpracą, także po zakończeniu pracy (art. 100 ustawy z dnia 12 marca 2004 r. o pomocy społecznej; art. 29 i 32 RODO). Zobowiązuję się:`,
    ),
    {
      kind: 'list',
      numbered: true,
      items: [
        'przetwarzać dane tylko w zakresie upoważnienia i tylko do powierzonych zadań,',
        'nie ujawniać danych osobom nieuprawnionym ani nie zabierać ich poza miejsca ustalone przez administratora,',
        'chronić hasło i urządzenia, na których pracuję,',
        'niezwłocznie zgłosić administratorowi każde podejrzenie naruszenia ochrony danych.',
      ],
    },
    { kind: 'signatures', under: ['data i podpis osoby upoważnionej'] },
  ],
})
