import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenArticle, givenComment, givenReader, readByDesk } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { readEnv } from '@/lib/env'
import { aboutOf, denialOf } from '@/lib/moderation/permissions'
import { openDatabase } from '@/lib/open-database'
import type { Viewer } from '@/lib/readers/viewer'
import { shared } from '@/lib/shared'
import { Role } from '@/prisma/generated/enums'
import { newDataDir } from './data-dir'
import { type About, type DeskRoute, deskRoutes } from './desk-routes'
import { databaseOf } from './running'
import { type Send, sender } from './send'
import { givenSignedIn, type Reader } from './session'
import { type Site, startSite } from './site'

const roles = Object.values(Role)
const people = new Map<Role, Reader>()
let site: Site
let opened: ReturnType<typeof openDatabase>
let house: Pick<About, 'author' | 'picture'>
let send: Send & { close(): void }

beforeAll(async () => {
  const dataDir = await newDataDir('empty')
  site = await startSite({ DATA_DIR: dataDir, DEMO: '0', RATE_LIMITS: 'off' })
  const read = readEnv({ DATA_DIR: dataDir, RATE_LIMITS: 'off' })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  shared().env = read.value
  opened = openDatabase(await databaseOf(dataDir), 4)
  send = sender(site.origin)
  const hash = 'a'.repeat(32)
  const picture = { hash, mediaType: 'image/png', width: 8, height: 8, credit: 'Ada' }
  house = {
    author: (await db().author.create({ data: { slug: 'ada', name: 'Ada' }, select: { id: true } })).id,
    picture: (await db().picture.create({ data: picture, select: { id: true } })).id,
  }
  for (const role of roles) people.set(role, await givenSignedIn(dataDir, `Ada the ${role}`, role))
}, 300_000)

afterAll(async () => {
  send.close()
  await opened.$disconnect()
})

test('every page and handler of the desk is in the list', () => {
  const files = ['app/admin', 'app/api/admin'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  const places = files.flatMap((file) => /^app(\/.*)\/(?:page\.tsx|route\.ts)$/.exec(file)?.[1] ?? [])
  expect(places.sort()).toEqual(Object.keys(deskRoutes).sort())
})

describe.concurrent.each(Object.entries(deskRoutes))('%s', (place, route) => {
  test('whoever is not signed in does nothing there', async () => {
    const { status, headers } = await ask(route, place, await aboutPerson(await givenReader()), null)
    if (place.startsWith('/api/')) expect(status).toBe(401)
    else expect([status, headers.location?.startsWith('/sign-in')]).toEqual([307, true])
  })

  test.each(roles)('a %s does there what the table of permissions says', async (role) => {
    const me = people.get(role)
    if (!me) throw new Error(`nobody is ${role}`)
    const about = route.aboutNobody ? 'nobody' : aboutOf(route.action)
    const own: Viewer = { ...me, role, banned: false, approvedCount: 0, sessionId: '' }
    const persons = about === 'comment' || about === 'person' ? [await givenReader(role), own] : []
    for (const person of [await givenReader(), ...persons]) {
      const { status } = await ask(route, place, await aboutPerson(person), me)
      const actor = { id: me.id, role, isHere: true }
      const denial = denialOf(route.action, actor, about === 'nobody' ? null : person)
      const whose = person.id === me.id ? 'their own' : `a ${person.role}'s`
      expect({ whose, status, isRefused: isRefusal(place, status) }).toEqual({
        ...{ whose, status },
        isRefused: denial !== null,
      })
    }
  })
})

/** Of the desk's pages nobody else is told that they are there. */
function isRefusal(place: string, status: number): boolean {
  return place.startsWith('/api/') ? status === 401 || status === 403 : status === 404
}

/** Somebody's comment, under an article of its own. */
async function aboutPerson(person: Viewer): Promise<About> {
  const article = await givenArticle()
  const { sectionId } = await db().article.findUniqueOrThrow({
    where: { id: article.id },
    select: { sectionId: true },
  })
  const comment = await givenComment(person, { articleId: article.id }, new Date())
  const { revisionId: revision, seen } = await readByDesk(comment.id)
  const { id } = comment
  const subject = { person: person.id, article: article.id, section: sectionId }
  return { ...subject, ...house, comment: { id, revision, seen } }
}

async function ask({ path, form }: DeskRoute, place: string, about: About, as: Reader | null) {
  const asked = { path: path?.(about) ?? place, ...(as && { cookie: as.cookie }) }
  if (form) return send({ ...asked, json: form(about) })
  return send({ ...asked, wantsJson: place.startsWith('/api/') })
}
