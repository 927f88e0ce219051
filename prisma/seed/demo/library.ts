import { fold } from '@/lib/format/fold'
import { addDemoFilm, addPaper } from '@/prisma/seed/demo/attachments'
import { idOf, type World } from '@/prisma/seed/demo/world'

type Spec = {
  readonly key: string
  readonly kind: 'film' | 'guide' | 'form' | 'practice'
  readonly title: string
  readonly description: string
  readonly link?: string
  /** The one line of its file, without Polish letters. */
  readonly file?: string
  /** What is seen and heard in a film that is a file. */
  readonly transcript?: string
  readonly variant?: 'I' | 'II' | 'III'
  readonly theme: string
  readonly author: string
  readonly ago: number
  readonly withdrawn?: string
}

const rops = 'ROPS w Rzeszowie'
const centre = idOf('institution', 'rops_rzeszow')
const keeper = idOf('user', 'koordynator.rops@demo.example')

const specs: readonly Spec[] = [
  {
    key: 'film',
    kind: 'film',
    title: 'Pierwsze spotkanie z rodziną',
    description: 'Dwanaście minut: jak zacząć rozmowę, gdy przy stole siedzi kilka instytucji.',
    link: 'https://filmy.rops.example/pierwsze-spotkanie',
    variant: 'I',
    theme: 'family',
    author: rops,
    ago: 150,
  },
  {
    key: 'film-plik',
    kind: 'film',
    title: 'Jak czytać koszyk usług',
    description: 'Trzy sekundy na próbę: film, który leży w bibliotece jako plik.',
    transcript: 'Na jasnym tle napis „Film pokazowy”, pod nim rośnie granatowy pasek. Film nie ma dźwięku.',
    theme: 'family',
    author: rops,
    ago: 12,
  },
  {
    key: 'poradnik',
    kind: 'guide',
    title: 'Zgoda rodziny krok po kroku',
    description: 'Dla koordynatorów: komu, po co, na jak długo, i co zrobić po wycofaniu.',
    file: 'Zgoda rodziny krok po kroku: poradnik pokazowy',
    theme: 'data',
    author: 'Zespół prawny ROPS',
    ago: 90,
  },
  {
    key: 'wzor',
    kind: 'form',
    title: 'Wzór uchwały o powołaniu zespołu',
    description: 'Do uzupełnienia przez gminę. Podstawa prawna do potwierdzenia z radcą.',
    link: 'https://rops.example/wzory/uchwala',
    variant: 'II',
    theme: 'law',
    author: rops,
    ago: 210,
  },
  {
    key: 'praktyka',
    kind: 'practice',
    title: 'Koło gospodyń jako pierwszy kontakt',
    description:
      'W jednej z gmin koło zaprasza na wspólne gotowanie, zanim ktokolwiek powie słowo „program”. Po pół roku połowa zaproszonych sama zgłosiła się do ośrodka.',
    variant: 'I',
    theme: 'partners',
    author: 'GOPS w Świlczy',
    ago: 40,
  },
  {
    key: 'duze-miasto',
    kind: 'practice',
    title: 'Zespół zadaniowy w mieście: trzy dyżury zamiast jednego spotkania',
    description: 'Krótsze dyżury w szkole, przychodni i ośrodku; protokół prowadzi koordynator.',
    variant: 'III',
    theme: 'organisation',
    author: 'MOPS w Rzeszowie',
    ago: 25,
  },
  {
    key: 'dawny',
    kind: 'guide',
    title: 'Poradnik o usługach sąsiedzkich (2022)',
    description: 'Przepisy sprzed zmiany ustawy.',
    link: 'https://rops.example/poradniki/sasiedzkie-2022',
    theme: 'law',
    author: rops,
    ago: 1300,
    withdrawn: 'Ustawa zmieniła się w listopadzie 2023.',
  },
]

/** The library of the voivodeship. */
export const addLibrary = (world: World): void => {
  for (const spec of specs) {
    const item = { id: idOf('library-item', spec.key), institution_id: centre, created_by_id: keeper }
    world.add('library_item', {
      ...item,
      has_file: spec.file !== undefined,
      has_film: spec.transcript !== undefined,
      transcript: spec.transcript ?? null,
      wojewodztwo_code: '18',
      kind: spec.kind,
      title: spec.title,
      description: spec.description,
      link: spec.link ?? null,
      variant_key: spec.variant ?? null,
      theme: spec.theme,
      author: spec.author,
      dated_on: world.daysAgo(spec.ago),
      text_folded: fold(`${spec.title} ${spec.description} ${spec.author}`),
      withdrawn_on: spec.withdrawn ? world.daysAgo(300) : null,
      withdraw_reason: spec.withdrawn ?? null,
      created_at: world.at(world.daysAgo(spec.ago)),
    })
    if (spec.transcript)
      addDemoFilm(world, {
        key: spec.key,
        subject: item.id,
        institutionId: centre,
        title: spec.title,
        by: keeper,
        at: world.at(world.daysAgo(spec.ago)),
      })
    if (spec.file)
      addPaper(world, {
        kind: 'libraryItem',
        subject: item.id,
        teamId: null,
        institutionId: centre,
        title: spec.title,
        words: spec.file,
        by: keeper,
        at: world.at(world.daysAgo(spec.ago)),
      })
  }
}
