import { z } from 'zod'
import { TalkMode } from '@/prisma/generated/enums'

/** A number as it is typed; null for none. */
export const numberOrNone = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/)
  .transform((typed) => (typed === '' ? null : Number(typed)))

/** What is said here, or that nothing is. */
export const modeOrNone = z.union([z.literal('').transform(() => null), z.enum(TalkMode)])
