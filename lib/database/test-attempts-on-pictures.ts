import { type Attempt, insert, nobody } from './test-statements'

const picture = (values: Record<string, string | number>) =>
  insert('Picture', {
    hash: `'${'f'.repeat(32)}'`,
    '"mediaType"': `'image/jpeg'`,
    width: 10,
    height: 10,
    credit: `''`,
    ...values,
  })
const source = `'${'a'.repeat(64)}'`
const first = '(select min(id) from "Picture")'
const use = (values: Record<string, string | number>) =>
  insert('PictureUse', { '"pictureId"': nobody, '"versionId"': nobody, '"articleId"': nobody, ...values })

export const attemptsOnPictures: Attempt[] = [
  ...['"focalX"', '"focalY"'].flatMap((side) =>
    [-0.01, 1.01].map(
      (place): Attempt => [
        `${side} ${place} is outside of a picture`,
        () => picture({ [side]: place }),
        'Picture_focal_point',
      ],
    ),
  ),
  ['a source’s hash is one', () => picture({ '"sourceHash"': `'x'` }), 'Picture_sourceHash_form'],
  [
    'the same file is taken in once',
    () =>
      `${picture({ '"sourceHash"': source })}; ${picture({ hash: `'${'e'.repeat(32)}'`, '"sourceHash"': source })}`,
    'Picture_sourceHash_key',
  ],
  ['a picture was added by somebody', () => picture({ '"addedById"': nobody }), 'Picture_addedById_fkey'],
  [
    'a picture that is used is there',
    ({ otherArticle, versionOfOther }) => use({ '"versionId"': versionOfOther, '"articleId"': otherArticle }),
    'PictureUse_pictureId_fkey',
  ],
  [
    'a use is in a version of that article',
    ({ article, versionOfOther }) =>
      `${picture({})}; ${use({ '"pictureId"': first, '"versionId"': versionOfOther, '"articleId"': article })}`,
    'PictureUse_versionId_articleId_fkey',
  ],
  [
    'a use is noted once',
    ({ otherArticle, versionOfOther }) => {
      const once = use({ '"pictureId"': first, '"versionId"': versionOfOther, '"articleId"': otherArticle })
      return `${picture({})}; ${once}; ${once}`
    },
    'PictureUse_pkey',
  ],
]
