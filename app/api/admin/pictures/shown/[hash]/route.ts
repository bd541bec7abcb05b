import { picturePath, pictureWidths } from '@/lib/articles/picture-files'
import { currentModerator } from '@/lib/auth'
import { findPicture, findPictureByHash } from '@/lib/newsroom/queries-pictures'
import { publicId } from '@/lib/public-id'
import { isEditor } from '@/lib/readers/viewer'
import { refusal } from '../../../../answer'
import { orAway } from '../../../../answering'
import { turnAway } from '../../../turned-away'

type Context = { params: Promise<{ hash: string }> }

const width = pictureWidths[2]

/** Leads staff to a picture by its hash or its number, whether anyone may see it or not: what the editor shows while it is written. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return orAway(request, async () => {
    const moderator = await currentModerator()
    if (!moderator) return turnAway(request)
    // Some are of articles that nobody is to know of yet.
    if (!isEditor(moderator)) return refusal(request, 403, 'not-your-role')
    const { hash: asked } = await params
    const [id, now] = [publicId(asked), new Date()]
    const isHash = /^[0-9a-f]{32}$/.test(asked)
    const picture = isHash
      ? await findPictureByHash(moderator, asked, now)
      : id !== null && (await findPicture(moderator, id, now))
    if (!picture) return refusal(request, 404, 'no-picture')
    const offered = picture.width < width ? pictureWidths.findLast((each) => each <= picture.width) : width
    const location = picturePath(picture.hash, offered ?? pictureWidths[0], 'webp', picture.key)
    return new Response(null, { status: 302, headers: { location, 'cache-control': 'private, max-age=600' } })
  })
}
