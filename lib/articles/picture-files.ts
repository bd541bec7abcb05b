/**
 * The widths, in pixels, that pictures are made in; no other is ever answered. Browsers take the next larger one:
 * a telephone of 360 to 430 points shows 660 to 1190 pixels, an article on a large screen 630 or 1260, a list 210 or
 * 420.
 */
export const pictureWidths = [320, 480, 720, 1080, 1440] as const

export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png'

export type PictureShape = { mediaType: string; width: number; hasAlpha: boolean }

/** The stable address of a picture in one width and format. */
export function picturePath(hash: string, width: number, format: PictureFormat): string {
  return `/pictures/${hash}-${width}.${format}`
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
