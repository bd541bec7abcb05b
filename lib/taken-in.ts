/** What becomes of a file that somebody sends as a picture (documents/take-in-picture.ts does it). */
export type TakenIn =
  | {
      outcome: 'taken'
      mediaType: 'image/jpeg' | 'image/png' | 'image/webp'
      width: number
      height: number
      hasAlpha: boolean
      credit: string
      alt: string
    }
  | { outcome: 'not-taken'; reason: IntakeRefusal }
  | { outcome: 'failed'; detail: string }

/** Why a file is not taken in. `kind`: it is no JPEG, PNG or WebP, whatever its name says. */
export type IntakeRefusal = 'kind' | 'animated' | 'too-many-pixels' | 'too-small' | 'damaged'
