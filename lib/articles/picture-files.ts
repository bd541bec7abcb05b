/**
 * The widths, in pixels, that pictures are made in; no other is ever answered. Browsers take the next larger one:
 * a telephone of 360 to 430 points shows 660 to 1190 pixels, an article on a large screen 630 or 1260, a list 210 or
 * 420.
 */
export const pictureWidths = [320, 480, 720, 1080, 1440] as const

export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png'

export type PictureShape = { mediaType: string; width: number; hasAlpha: boolean }

/** The stable address of a picture in one width and format; with a key (picture-key.ts) while it is not public. */
export function picturePath(hash: string, width: number, format: PictureFormat, key?: string): string {
  return `/pictures/${hash}-${width}.${format}${key === undefined ? '' : `?key=${key}`}`
}

/**
 * The widths a picture is offered in, ascending, never none: none wider than its original, but for the smallest
 * (which is then made in the original's own width). A drawing has lines and no pixels, and is offered in all.
 */
export function widthsOf({ mediaType, width }: PictureShape): number[] {
  if (mediaType === 'image/svg+xml') return [...pictureWidths]
  return pictureWidths.filter((offered, index) => offered <= width || index === 0)
}

/** The format for browsers that know neither AVIF nor WebP. */
export function fallbackFormat({ hasAlpha }: PictureShape): PictureFormat {
  return hasAlpha ? 'png' : 'jpg'
}

const endings = {
  'image/svg+xml': 'svg',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
} as const
export type KeptMediaType = keyof typeof endings

/** What an original is called where it is kept. */
export function originalName({ hash, mediaType }: { hash: string; mediaType: string }): string {
  return `${hash}.${isKept(mediaType) ? endings[mediaType] : 'bin'}`
}

function isKept(mediaType: string): mediaType is KeptMediaType {
  return Object.hasOwn(endings, mediaType)
}
