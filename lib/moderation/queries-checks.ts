import { house } from '@/lib/comments/queries-house-check'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Moderator } from '@/lib/readers/viewer'
import { type CheckName, checkNames } from './checks/run'

export type OnFailure = 'hold' | 'publish'
/** A check that failed so recently is down. */
export const downForMinutes = 10

/** What each of the site's checks does when it fails. */
export async function readCheckSettings(_moderator: Moderator): Promise<Record<CheckName, OnFailure>> {
  const rows = await db().checkSetting.findMany({ where: { onFailure: 'publish' }, select: { name: true } })
  const settingOf = (check: CheckName): OnFailure =>
    rows.some(({ name }) => name === check) ? 'publish' : 'hold'
  return {
    words: settingOf('words'),
    links: settingOf('links'),
    seenBefore: settingOf('seenBefore'),
    shouting: settingOf('shouting'),
    repetition: settingOf('repetition'),
    sanctioned: settingOf('sanctioned'),
    beforePublication: settingOf('beforePublication'),
    newcomer: settingOf('newcomer'),
  }
}

/** Whether the newsroom has a check of its own, and what it does when it fails; null without one. */
export function readHouseCheck(): OnFailure | null {
  const { CHECK_URL, CHECK_ON_FAILURE } = env()
  return CHECK_URL ? CHECK_ON_FAILURE : null
}

export type Down = { check: CheckName | 'house'; since: Date; count: number; onFailure: OnFailure }

/** The checks that failed within the last ten minutes, with what becomes of comments meanwhile. */
export async function listChecksDown(moderator: Moderator, now: Date): Promise<Down[]> {
  const rows = await db().checkFailure.findMany({
    where: { last: { gt: new Date(now.getTime() - downForMinutes * 60_000) } },
    orderBy: { name: 'asc' },
  })
  if (rows.length === 0) return []
  const settings = await readCheckSettings(moderator)
  return rows.flatMap(({ name, since, count }): Down[] => {
    if (name === house) return [{ check: house, since, count, onFailure: env().CHECK_ON_FAILURE }]
    const check = checkNames.find((each) => each === name)
    return check ? [{ check, since, count, onFailure: settings[check] }] : []
  })
}
