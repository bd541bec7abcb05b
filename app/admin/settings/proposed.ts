import { z } from 'zod'
import { modeOrNone, numberOrNone } from '@/app/api/admin/settings/typed-modes'
import { mostDays } from '@/lib/articles/talk-mode'
import type { SiteInput } from '@/lib/moderation/commands-modes'
import type { SectionModes, SiteModes } from '@/lib/moderation/queries-modes'
import type { Modes } from '@/lib/moderation/rehearse-modes'
import { TalkMode } from '@/prisma/generated/enums'

const days = numberOrNone.refine((typed) => typed === null || typed <= mostDays)
const ofSite = z.object({
  mode: z.enum(TalkMode),
  days,
  heatComments: numberOrNone,
  heatPercent: numberOrNone,
  heatSeconds: numberOrNone,
})
const ofSection = z.object({ mode: modeOrNone, days })

export type Proposed =
  | { of: 'site'; site: SiteInput; modes: { inForce: Modes; proposed: Modes } }
  | { of: 'section'; section: SectionModes; modes: { inForce: Modes; proposed: Modes } }

/** What somebody asked to see rehearsed before it is saved, as the forms send it in the address; null for nothing, or nonsense. */
export function readProposed(
  query: Record<string, string | string[] | undefined>,
  { site, sections }: { site: SiteModes; sections: SectionModes[] },
): Proposed | null {
  if (query.rehearse === 'site') {
    const read = ofSite.safeParse(query)
    if (!read.success) return null
    const { days: closesAfterDays, heatSeconds, ...said } = read.data
    const proposed = { ...said, closesAfterDays, heatSeconds: heatSeconds ?? site.heatSeconds }
    return {
      of: 'site',
      site: proposed,
      modes: { inForce: { site, section: null }, proposed: { site: proposed, section: null } },
    }
  }
  const section = sections.find(({ id }) => String(id) === query.rehearse)
  const read = ofSection.safeParse(query)
  if (!section || !read.success) return null
  const { mode, days: closesAfterDays } = read.data
  const proposed = { ...section, mode, closesAfterDays }
  return {
    of: 'section',
    section: proposed,
    modes: { inForce: { site, section }, proposed: { site, section: proposed } },
  }
}
