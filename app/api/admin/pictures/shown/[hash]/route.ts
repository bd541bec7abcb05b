import { picturePath, pictureWidths } from '@/lib/articles/picture-files'
import { currentModerator } from '@/lib/auth'
import { findPictureByHash } from '@/lib/newsroom/queries-pictures'
import { isEditor } from '@/lib/readers/viewer'
import { refusal } from '../../../../answer'
import { orAway } from '../../../../answering'
import { turnAway } from '../../../turned-away'

type Context = { params: Promise<{ hash: string }> }

const width = pictureWidths[2]

/** Leads staff to a picture by its hash, whether anyone may see it or not: what the editor shows while it is written. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return orAway(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    // Some are of articles that nobody is to know of yet.
    if (!isEditor(moderator)) return refusal(request, 403, 'not-your-role')
    const { hash } = await params
    const picture = /^[0-9a-f]{32}$/.test(hash) ? await findPictureByHash(moderator, hash, new Date()) : null
    if (!picture) return refusal(request, 404, 'no-picture')
    const offered = picture.width < width ? pictureWidths.findLast((each) => each <= picture.width) : width
    const location = picturePath(hash, offered ?? pictureWidths[0], 'webp', picture.key)
    return new Response(null, { status: 302, headers: { location, 'cache-control': 'private, max-age=600' } })
  })
}
