import { searchByDate, searchByRelevance } from '@/lib/search/queries-search'
import { suggest } from '@/lib/search/queries-suggest'
import { readSearch } from '@/lib/search/search'
import { type Archive, type ArticleQuestion, placeAt } from './archive-of'

/** Searches of every kind, and what is suggested while somebody types. */
export function searchQuestions(archive: Archive): ArticleQuestion[] {
  const words: [string, (time: number) => string][] = [
    ['a common word', (time) => placeAt(archive.common, time)],
    ['a word in a few of a hundred', (time) => placeAt(archive.middling, time)],
    ['a rare word', (time) => placeAt(archive.rare, time)],
    ['two common words', (time) => `${placeAt(archive.common, time)} ${placeAt(archive.common, time + 7)}`],
    ['a common and a rare word', (time) => `${placeAt(archive.common, time)} ${placeAt(archive.rare, time)}`],
    [
      'a phrase of two common words',
      (time) => `"${placeAt(archive.common, time)} ${placeAt(archive.common, time + 3)}"`,
    ],
    ['a headline', (time) => placeAt(archive.headlines, time)],
    ['a headline and a word that is none', (time) => `${placeAt(archive.headlines, time)} zzyzx`],
    ['a common word in a section', (time) => `${placeAt(archive.common, time)} section:${archive.section}`],
    [
      'a word without another',
      (time) => `${placeAt(archive.middling, time)} -${placeAt(archive.common, time)}`,
    ],
    ['a common word before a year', (time) => `${placeAt(archive.common, time)} before:2015`],
    ['a word of no story', () => 'qqxyzzyq'],
  ]
  return [
    ...words.flatMap(([name, text]): ArticleQuestion[] => [
      { name: `${name}, best match`, query: (time) => searchByRelevance(readSearch(text(time), 'UTC'), 1) },
      { name: `${name}, newest`, query: (time) => searchByDate(readSearch(text(time), 'UTC'), null) },
    ]),
    { name: 'suggestions', query: (time) => suggest(placeAt(archive.middling, time).slice(0, 3)) },
  ]
}
