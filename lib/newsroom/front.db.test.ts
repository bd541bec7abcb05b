import { describe, expect, test } from 'vitest'
import { unarranged } from '@/lib/articles/arrangement'
import { setState } from '@/lib/articles/commands'
import { arrange } from '@/lib/articles/front'
import { findArrangement, listArrangements, listFrontStories } from '@/lib/articles/queries-front'
import { findFurniture } from '@/lib/articles/queries-furniture'
import { useTestDatabase } from '@/lib/database/test-database'
import { givenModerator, givenStory, minutesAfterNoon, noon } from '@/lib/database/test-newsroom'
import { db } from '@/lib/db'
import { arrangeFront, endPins, restoreFront } from './commands-front'

useTestDatabase()

const pin = (id: number, minutes?: number) => ({
  id,
  until: minutes === undefined ? null : minutesAfterNoon(minutes).toISOString(),
})
const editor = () => givenModerator('Ines Valcourt', 'editor')
const seen = async () => (await listArrangements(1))[0]?.id ?? 0
const front = async (now = noon) => {
  const arrangement = await findArrangement(now)
  return arrange(await listFrontStories(arrangement), [], arrangement)
}
const versionOfFront = async () =>
  (await db().topic.findUnique({ where: { name: 'front' }, select: { version: true } }))?.version

describe('the front page', () => {
  test('leads with what an editor pinned, however old, until that is withdrawn', async () => {
    const old = await givenStory({ publishedAt: minutesAfterNoon(-1_000_000) })
    for (let index = 0; index < 61; index += 1) await givenStory({ publishedAt: minutesAfterNoon(index) })
    const before = await versionOfFront()
    expect(
      await arrangeFront(await editor(), { ...unarranged, lead: pin(old.id) }, await seen(), noon),
    ).toMatchObject({ ok: true })
    expect(await versionOfFront()).not.toBe(before)
    expect((await front()).lead?.id).toBe(old.id)
    await setState(old.id, 'withdrawn')
    expect((await front()).lead?.id).not.toBe(old.id)
  })

  test('a pin ends at its instant, and the page is told without anything being published', async () => {
    const { id } = await givenStory()
    await arrangeFront(await editor(), { ...unarranged, seconds: [pin(id, 10)] }, await seen(), noon)
    expect(await endPins(minutesAfterNoon(9))).toBe(0)
    const before = await versionOfFront()
    const ended = await Promise.all([endPins(minutesAfterNoon(10)), endPins(minutesAfterNoon(10))])
    expect(ended.sort()).toEqual([0, 1])
    expect(await versionOfFront()).not.toBe(before)
    expect((await findArrangement(minutesAfterNoon(0))).seconds).toEqual([])
  })

  test('an earlier arrangement is brought back, and that, too, can be taken back', async () => {
    const [one, two] = [await givenStory(), await givenStory()]
    const ines = await editor()
    const first = await arrangeFront(ines, { ...unarranged, lead: pin(one.id) }, await seen(), noon)
    const second = await arrangeFront(ines, { ...unarranged, lead: pin(two.id) }, await seen(), noon)
    if (!first.ok || !second.ok) throw new Error('not arranged')
    await restoreFront(ines, first.value.id, noon)
    expect((await front()).lead?.id).toBe(one.id)
    await restoreFront(ines, second.value.id, noon)
    expect((await front()).lead?.id).toBe(two.id)
    await restoreFront(ines, 0, noon)
    expect(await findArrangement(noon)).toEqual(unarranged)
    const actions = await db().staffAction.findMany({
      where: { actorId: ines.id },
      orderBy: { id: 'asc' },
      select: { kind: true },
    })
    expect(actions.map(({ kind }) => kind)).toEqual([
      ...['front-arranged', 'front-arranged'],
      ...['front-restored', 'front-restored', 'front-restored'],
    ])
  })

  test('of two editors at once the second is told', async () => {
    const { id } = await givenStory()
    const [ines, other] = [await editor(), await editor()]
    const from = await seen()
    const both = await Promise.all([
      arrangeFront(ines, { ...unarranged, lead: pin(id) }, from, noon),
      arrangeFront(other, { ...unarranged, briefs: [pin(id)] }, from, noon),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: 'changed-meanwhile' }])
  })

  test('what cannot stand there is refused, and moderators arrange nothing', async () => {
    const { id } = await givenStory()
    const withdrawn = await givenStory()
    await setState(withdrawn.id, 'withdrawn')
    const ines = await editor()
    const attempt = async (places: Partial<typeof unarranged>, by = ines) =>
      arrangeFront(by, { ...unarranged, ...places }, await seen(), noon)
    expect(await attempt({ lead: pin(withdrawn.id) })).toMatchObject({ error: 'not-published' })
    expect(await attempt({ lead: pin(id), briefs: [pin(id)] })).toMatchObject({ error: 'pinned-twice' })
    expect(await attempt({ lead: pin(id, -1) })).toMatchObject({ error: 'over-already' })
    expect(await attempt({}, await givenModerator())).toMatchObject({ error: 'not-your-role' })
    expect(await restoreFront(ines, 2_000_000_000, noon)).toMatchObject({ error: 'no-arrangement' })
  })
})

describe('what is read next', () => {
  test('shares tags or words, the newsroom’s own picks first, and is gone once nobody may read it', async () => {
    const tagged = await givenStory({ headline: 'Sheep are counted', tags: ['Ferries', 'Farms'] })
    const alike = await givenStory({ headline: 'The lighthouse keeper of Wendel retires' })
    await givenStory({ headline: 'Nothing of the kind' })
    const { id } = await givenStory({ headline: 'A lighthouse keeper retires in Wendel', tags: ['Farms'] })
    const related = async () => (await findFurniture(id)).related.map((story) => story.id)
    expect((await related()).sort()).toEqual([tagged.id, alike.id].sort())
    const before = await db().topic.findUnique({
      where: { name: `article:${id}` },
      select: { version: true },
    })
    await setState(alike.id, 'withdrawn')
    expect(await related()).toEqual([tagged.id])
    const after = await db().topic.findUnique({ where: { name: `article:${id}` }, select: { version: true } })
    expect(after?.version).not.toBe(before?.version)
  })
})
