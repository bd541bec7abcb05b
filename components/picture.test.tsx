import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Picture, type PicturePlace } from './picture'

const picture = {
  ...{ hash: '0f'.repeat(16), mediaType: 'image/jpeg', width: 3000, height: 1000, hasAlpha: false },
  ...{ alt: 'A bridge', caption: null, credit: 'Ben', focalX: 0, focalY: 0.5 },
}
const classesAt = (place: PicturePlace, focalX: number) => {
  const drawn = renderToStaticMarkup(<Picture picture={{ ...picture, focalX }} place={place} />)
  expect(drawn).not.toContain('style=')
  return / class="(h-auto[^"]*)"/.exec(drawn)?.[1]?.trim().split(' ')
}

test('a picture in a frame shows what must stay; elsewhere it is whole', () => {
  const whole = ['h-auto', 'w-full', 'bg-wash']
  expect(classesAt('list', 0)).toEqual([...whole, 'aspect-[3/2]', 'object-cover', 'object-[0_0]'])
  expect(classesAt('list', 0.5)).toEqual([...whole, 'aspect-[3/2]', 'object-cover'])
  expect(classesAt('portrait', 1)).toEqual([...whole, 'aspect-square', 'object-cover', 'object-[100%_100%]'])
  for (const place of ['article', 'front-lead'] as const) expect(classesAt(place, 0)).toEqual(whole)
})
