/** The widths, in pixels, that pictures are made in. No other width is ever answered. */
export const pictureWidths = [320, 480, 640, 960, 1280, 1600] as const

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
