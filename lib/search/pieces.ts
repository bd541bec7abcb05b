/** A run of letters of what is shown, and whether it was searched for. */
export type Piece = { text: string; isHit: boolean }

/** What PostgreSQL puts around what it found. No text of ours keeps these characters: they are taken out before. */
export const [begin, end] = ['\u0002', '\u0003']

const unspaced =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+$/u

/** Takes a marked text apart. Words of scripts that part none are found here, letter by letter: PostgreSQL sees only whole lines of them. */
export function piecesOf(marked: string, wanted: readonly string[]): Piece[] {
  const letters = wanted.filter((term) => unspaced.test(term))
  return marked
    .split(begin)
    .flatMap((part, index) => {
      const [hit = '', rest] = index === 0 ? [undefined, part] : part.split(end)
      return [
        { text: hit, isHit: true },
        { text: rest ?? '', isHit: false },
      ]
    })
    .flatMap((piece) => (piece.isHit ? piece : letters.reduce(cutOut, [piece])))
    .filter(({ text }) => text !== '')
}

function cutOut(pieces: Piece[], term: string): Piece[] {
  return pieces.flatMap((piece) =>
    piece.isHit
      ? piece
      : piece.text
          .split(term)
          .flatMap((text, index) => [
            ...(index === 0 ? [] : [{ text: term, isHit: true }]),
            { text, isHit: false },
          ]),
  )
}
