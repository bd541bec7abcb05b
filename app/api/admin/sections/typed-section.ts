import { z } from 'zod'

export const typedSection = z.strictObject({ name: z.string(), slug: z.string(), description: z.string() })
