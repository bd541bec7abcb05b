import type { Direction } from '@/prisma/generated/enums'

/** What an article's words are written in; null: the site's language, and what the letters themselves say. */
export type Written = { language: string | null; direction: Direction | null }

/** What Prisma is asked for it, of a version. */
export const selectWritten = { language: true, direction: true } as const
