import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { publicAddresses } from './addresses'
import { moderationAddresses, newsroomAddresses } from './addresses-desk'
import { doors, readerAddresses } from './addresses-private'
import { expect, test } from './fixtures'
import { root } from './site'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'no browser takes part in it')

/** They lead on to an article's one address, or cannot be opened from outside. */
const noPages = ['/errors/[status]', '/errors/[status]/newest', '/n/[id]', '/news/[id]']

test('every page there is stands in a list of those that are examined', async ({ signedIn }) => {
  const [{ reader }, editor] = [await signedIn(), await signedIn('editor')]
  const lists = [
    ...(await publicAddresses()),
    ...doors,
    ...(await readerAddresses(reader)),
    ...(await moderationAddresses(editor)),
    ...(await newsroomAddresses(editor)),
  ]
  const shown = lists.filter(({ status }) => status === 200)
  const paths = shown.map(({ address }) => address.split('?')[0] ?? '')
  const left = (await pagesOfApp()).filter((page) => !paths.some((path) => shapeOf(page).test(path)))
  expect(left.sort()).toEqual(noPages)
})

/** Where the files of app/ are served, as `/news/[id]/comments`. */
async function pagesOfApp(): Promise<string[]> {
  const files = await readdir(join(root, 'app'), { recursive: true })
  return files
    .filter((file) => /(?:^|\/)page\.tsx$/.test(file.split(sep).join('/')))
    .map((file) => {
      const folders = file
        .split(sep)
        .slice(0, -1)
        .filter((folder) => !folder.startsWith('('))
      return `/${folders.join('/')}`
    })
}

/** A part in brackets is one of digits where it is an id: what has a name of its own is another page. */
function shapeOf(page: string): RegExp {
  const parts = page.replace(/\[(?:id|number|year|month|day)\]/g, '\\d+').replace(/\[\w+\]/g, '[^/]+')
  return new RegExp(`^${parts}$`)
}
