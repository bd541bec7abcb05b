import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { siteIntake } from '@/lib/articles/pictures'
import { currentModerator } from '@/lib/auth'
import { env } from '@/lib/env'
import { addPicture } from '@/lib/newsroom/commands-pictures'
import { uploadWords } from '@/lib/newsroom/picture-words'
import { listPictures } from '@/lib/newsroom/queries-pictures'
import { publicId } from '@/lib/public-id'
import { isEditor } from '@/lib/readers/viewer'
import { json, refusal, seeOther, wantsJson } from '../../answer'
import { answering, orAway } from '../../answering'
import { statusOf, turnAway } from '../turned-away'
import { readUpload } from './read-upload'

/** Takes a picture into the library; programs are told what it is there, people see it. */
export async function POST(request: Request): Promise<Response> {
  return answering(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    const read = await readUpload(request, join(env().DATA_DIR, 'uploads'))
    if (!read.ok) return problem(request, read.error === 'too-large' ? 413 : 422, read.error)
    try {
      const words = uploadWords.safeParse(read.fields)
      if (!words.success) return problem(request, 422, 'bad-fields')
      const { alt, credit } = words.data
      const added = await addPicture(moderator, read.upload, { alt, credit }, siteIntake(), new Date())
      if (!added.ok) return problem(request, isDenial(added.error) ? statusOf(added.error) : 422, added.error)
      const { isNew, ...picture } = added.value
      if (wantsJson(request)) return json(isNew ? 201 : 200, { ...picture, isNew })
      return seeOther(`/admin/pictures/${picture.id}`, { done: isNew ? 'added' : 'known' })
    } finally {
      await rm(read.upload.path, { force: true })
    }
  })
}

/** The library for the editor's chooser: the newest first, those of a search, and on from one. */
export async function GET(request: Request): Promise<Response> {
  return orAway(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    // Some are of articles that nobody is to know of yet.
    if (!isEditor(moderator)) return refusal(request, 403, 'not-your-role')
    const query = new URL(request.url).searchParams
    const before = query.get('after') === null ? null : publicId(query.get('after') ?? '')
    const { pictures, hasMore } = await listPictures(
      moderator,
      { words: query.get('q') ?? '', before },
      new Date(),
    )
    const listed = pictures.map(({ id, hash, alt, credit, width, height, key }) => ({
      id,
      hash,
      alt,
      credit,
      width,
      height,
      key,
    }))
    return json(200, { pictures: listed, after: hasMore ? (listed.at(-1)?.id ?? null) : null })
  })
}

function problem(request: Request, status: number, error: string): Response {
  return wantsJson(request)
    ? json(status, { error })
    : seeOther('/admin/pictures', { problem: error }, '#add')
}

function isDenial(error: string): boolean {
  return error.startsWith('not-') && error !== 'not-read'
}
