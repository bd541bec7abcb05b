import { DataSet, englishDataset } from 'obscenity'

// What courts, medicine and the news themselves say: a newsroom that wants to read these first adds them.
const saidInNews = new Set([
  ...['abo', 'anal', 'anus', 'boob', 'cock', 'dyke', 'ejaculate', 'hooker', 'incest', 'masturbate', 'negro'],
  ...[
    'orgasm',
    'penis',
    'porn',
    'prick',
    'rape',
    'scat',
    'semen',
    'sex',
    'spastic',
    'tit',
    'vagina',
    'bestiality',
  ],
])

/** A small set of English words to begin a list with, from `obscenity`: without what news is written in. */
export function starterWords(): string[] {
  const words = new Set<string>()
  // The one way to read what a data set calls its phrases; nothing is removed.
  new DataSet<{ originalWord: string }>().addAll(englishDataset).removePhrasesIf(({ metadata }) => {
    if (metadata) words.add(metadata.originalWord)
    return false
  })
  return [...words].filter((word) => !saidInNews.has(word)).sort()
}
