import { type CutBefore, cutBefore } from '@/lib/articles/focal-point'
import { fallbackFormat, type PictureFormat, picturePath, widthsOf } from '@/lib/articles/picture-files'
import type { PublicPicture } from '@/lib/articles/queries-pictures'

/** Where a picture stands: what it measures there, as the classes of that place make it. */
export type PicturePlace = keyof typeof sizes

/**
 * A picture with its words, in the width and format that suits the browser. The `first` one of a page is fetched
 * before anything else and is there as soon as it has come; all others wait until they are near.
 * In lists and as a portrait it fills a frame of one shape for all; elsewhere it keeps its own.
 */
export function Picture({
  picture,
  place,
  first = false,
  withCaption = true,
  id,
}: {
  picture: PublicPicture
  place: PicturePlace
  first?: boolean
  withCaption?: boolean
  id?: string
}) {
  const { hash, width, height, alt, caption, credit, key } = picture
  const widths = widthsOf(picture)
  const fallbackWidth = widths.findLast((offered) => offered <= 1080) ?? 0
  return (
    <figure id={id}>
      <picture>
        {offeredFormats.map((format) => (
          <source
            key={format}
            type={`image/${format}`}
            srcSet={widths
              .map((offered) => `${picturePath(hash, offered, format, key)} ${offered}w`)
              .join(', ')}
            sizes={sizes[place]}
          />
        ))}
        <img
          src={picturePath(hash, fallbackWidth, fallbackFormat(picture), key)}
          width={width}
          height={height}
          alt={alt}
          loading={first ? 'eager' : 'lazy'}
          fetchPriority={first ? 'high' : 'auto'}
          decoding={first ? 'sync' : 'async'}
          className={`h-auto w-full bg-wash ${framed(picture, place)}`}
        />
      </picture>
      {withCaption && (
        <figcaption className="mt-1.5 font-sans text-quiet text-tiny">
          {[caption, credit]
            .filter((part) => part && !(part === credit && caption?.includes(credit)))
            .join(' ')}
        </figcaption>
      )}
    </figure>
  )
}

/** The frame of a place that has one, and what of the picture is seen in it. In classes: a document has no styles of its own. */
function framed(picture: PublicPicture, place: PicturePlace): string {
  const frame = place === 'portrait' ? 1 : place === 'list' ? 1.5 : null
  if (frame === null) return ''
  return `${frame === 1 ? 'aspect-square' : 'aspect-[3/2]'} object-cover ${cuts[cutBefore(picture, frame)]}`
}

const cuts: Record<CutBefore, string> = {
  ...{ 0: 'object-[0_0]', 25: 'object-[25%_25%]', 50: '', 75: 'object-[75%_75%]', 100: 'object-[100%_100%]' },
}

const offeredFormats: PictureFormat[] = ['avif', 'webp']

/**
 * In the browser's own rem, of which the page's is 0.9375. A page's padding is 4vw, but at least 15 pixels (below
 * 23.4375rem) and at most 37.5 (from 58.6rem on).
 */
const fullWidth = '(min-width: 23.4375rem) 92vw, calc(100vw - 1.875rem)'

/** e2e/article-pictures.spec.ts measures that these are what the layout makes of them. */
const sizes = {
  article: `(min-width: 58.6rem) 39.375rem, (min-width: 44.0625rem) calc(44.0625rem - 8vw), ${fullWidth}`,
  'front-lead': `(min-width: 71.25rem) 41.8125rem, (min-width: 60rem) calc(66.67vw - 5.6875rem), ${fullWidth}`,
  // Of most pictures a square shows two thirds, which are as large as the whole would be in twelve.
  portrait: '12rem',
  list: `(min-width: 44rem) 13.125rem, ${fullWidth}`,
}
