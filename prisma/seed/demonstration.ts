import { rm, writeFile } from 'node:fs/promises'
import { withIds } from '@/lib/articles/body'
import { publishArticle, reviseArticle } from '@/lib/articles/commands'
import type { VersionInput } from '@/lib/articles/commands-version'
import { keepPicture, picturesFolder } from '@/lib/articles/pictures'
import { db } from '@/lib/db'
import type { Env } from '@/lib/env'
import { bucketOf } from '@/lib/env-pictures'
import { pictureStore } from '@/lib/picture-store'
import { createAccount } from '@/lib/readers/commands'
import { shared } from '@/lib/shared'
import { bumpTopics, topics } from '@/lib/topics'
import { zonedTimeToInstant } from '@/lib/zoned-time'
import { hasConversation, loadConversations, type People } from './conversations'
import { demonstrationMarker } from './demonstration-wanted'
import { draw } from './drawings/draw'
import { authors } from './newsroom/authors'
import { bodyAfter } from './newsroom/changes'
import { readers } from './newsroom/readers'
import { sections } from './newsroom/sections'
import { stories } from './newsroom/stories'
import type { Story } from './newsroom/story'
import { loadRecommendations } from './recommendations'

const prominences = { lead: 2, second: 1, brief: 0 }

/**
 * Loads the demonstration newsroom, through the commands the site itself uses: the same stories on the same days
 * before `now` every time. One that was interrupted is taken up again: what is there is kept.
 */
export async function loadDemonstration(env: Env, now: Date): Promise<void> {
  const marker = demonstrationMarker(env)
  await writeFile(marker, '')
  // Weeks of conversation are written in seconds; the pace is for people.
  shared().env = { ...env, RATE_LIMITS: 'off' }
  try {
    await loadHouse()
    const people = await loadPeople(now)
    for (const story of stories) await loadStory(story, env, now)
    for (const story of stories) await loadChanges(story, env, now)
    await loadConversations(stories.filter(hasConversation), people, {
      now,
      publishedAt: (story) => publicationOf(story, env, now),
    })
    await loadRecommendations(
      stories.map(({ id }) => id),
      people,
      now,
    )
  } finally {
    shared().env = env
  }
  await rm(marker, { force: true })
}

async function loadHouse(): Promise<void> {
  for (const [position, section] of sections.entries())
    await db().section.upsert({
      where: { slug: section.slug },
      create: { ...section, position: position + 1 },
      update: {},
      select: { id: true },
    })
  for (const author of authors)
    await db().author.upsert({
      where: { slug: author.slug },
      create: author,
      update: {},
      select: { id: true },
    })
  await db().$transaction((tx) => bumpTopics(tx, [topics.site, topics.front]))
}

/** Accounts that nobody can sign in to. */
async function loadPeople(now: Date): Promise<People> {
  const people: People = new Map()
  const joined = new Date(now.getTime() - 60 * 86_400_000)
  for (const { key, name, staff, moderator } of readers) {
    const email = `${key}@newsroom.tribune.example`
    const role = moderator ? 'moderator' : staff ? 'editor' : 'reader'
    const created = await createAccount({ name, email, password: null }, role, joined)
    if (!created.ok && created.error !== 'email-taken') throw new Error(`${key}: ${created.error}`)
    const row = await db().reader.findUniqueOrThrow({
      where: { email },
      select: { id: true, name: true, role: true },
    })
    people.set(key, row)
  }
  return people
}

async function loadStory(story: Story, env: Env, now: Date): Promise<void> {
  const { id, section, bylines } = story
  const published = await publishArticle(
    {
      ...(await versionOf(story, 0, env)),
      ...{ id, section, bylines },
      prominence: prominences[story.prominence],
      publishedAt: publicationOf(story, env, now),
      source: 'desk',
      sourceHash: null,
    },
    now,
  )
  if (!published.ok && published.error !== 'id-taken') throw new Error(`story ${id}: ${published.error}`)
}

/** Publishes what was changed since, each after the one before; what is there is kept. */
async function loadChanges(story: Story, env: Env, now: Date): Promise<void> {
  const there = await db().articleVersion.count({ where: { articleId: story.id } })
  for (const [index, { kind, note, reason, hoursAfter }] of (story.changes ?? []).entries()) {
    if (index + 1 < there) continue
    const at = new Date(publicationOf(story, env, now).getTime() + hoursAfter * 3_600_000)
    const change = { kind, reason, ...(note && { note }), significant: kind !== 'typo' }
    const revised = await reviseArticle(story.id, await versionOf(story, index + 1, env), change, at)
    if (!revised.ok) throw new Error(`story ${story.id}: ${revised.error}`)
  }
}

/** What a story said after so many of its changes. */
async function versionOf(story: Story, changes: number, env: Env): Promise<VersionInput> {
  const { headline, standfirst, dateline = null, tags, related, picture } = story
  return {
    ...{ headline, standfirst, dateline, tags, ...(related && { related }) },
    body: withIds(bodyAfter(story, changes)),
    picture: picture ? await loadPicture(picture, env) : null,
  }
}

async function loadPicture(
  picture: NonNullable<Story['picture']>,
  env: Env,
): Promise<{ id: number; alt: string; caption: string }> {
  const { svg, width, height } = draw(picture.drawing)
  const bytes = Buffer.from(svg)
  const kind = { mediaType: 'image/svg+xml', hasAlpha: false, credit: 'Drawing: Tribune' } as const
  const { id } = await keepPicture(
    { ...kind, bytes, width, height, alt: picture.alt, fileName: `${picture.drawing}.svg` },
    pictureStore(picturesFolder(env.DATA_DIR), bucketOf(env)),
  )
  return { id, alt: picture.alt, caption: picture.caption }
}

/** `daysAgo` and the time of day, in the site's zone. */
function publicationOf(story: Story, env: Env, now: Date): Date {
  const day = new Date(now.getTime() - story.daysAgo * 86_400_000)
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: env.SITE_TIMEZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(day)
  const [year = 0, month = 1, date = 1] = parts.split('-').map(Number)
  const [hour = 0, minute = 0] = story.time.split(':').map(Number)
  return zonedTimeToInstant({ year, month, day: date, hour, minute }, env.SITE_TIMEZONE)
}
