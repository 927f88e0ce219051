'use client'

import { type FileVersion, Versions } from '@/components/attachments/versions'
import { Disclosure } from '@/components/ui/lists'
import { libraryMessages } from '@/lib/messages/pl/library'

const m = libraryMessages.film

type Props = {
  title: string
  /** the newest version */
  film: { id: string; mediaType: string } | undefined
  versions: readonly FileVersion[]
  captions: readonly FileVersion[]
  transcript: string | null
}

/**
 * Fetches the head of a film that is on the page. Without this nothing is fetched before somebody plays it: a page that is
 * built while one moves to it makes its `<video>` several times over, and each would ask for the film.
 */
const fetchHead = (video: HTMLVideoElement | null): void => {
  if (video) video.preload = 'metadata'
}

/** A film to watch, its text beside it, and its versions to save. */
export const FilmPlayer = ({ title, film, versions, captions, transcript }: Props) => (
  <>
    {film && (
      <video ref={fetchHead} controls preload="none" className="film" aria-label={m.player(title)}>
        <source src={versions[0]?.href} type={film.mediaType} />
        <track kind="captions" srcLang="pl" label={m.captionsLanguage} src={captions[0]?.href} />
      </video>
    )}
    {transcript && (
      <Disclosure summary={m.transcript}>
        <p className="whitespace-pre-line">{transcript}</p>
      </Disclosure>
    )}
    {captions.length > 0 && (
      <p>
        {m.captions}: <Versions what={m.captions} versions={captions} />
      </p>
    )}
    {versions.length > 0 && (
      <p>
        {m.title}: <Versions what={title} versions={versions} />
      </p>
    )}
  </>
)
