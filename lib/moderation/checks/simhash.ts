/** Shorter texts are alike by chance: "I agree with her." */
export const shortestCompared = 60
/**
 * Of 64 bits, how many may differ between texts that are nearly the same. Measured on 20,000 readers' comments: one
 * word changed moves up to 11 bits of a text of 100 to 200 characters, up to 8 of a longer one; of 80,000 pairs of
 * different comments two or three are as near.
 */
const mostDistance = { short: 11, long: 8 }
const longFrom = 200

const gram = 4
const bits = 64
// Texts that have 86 of 100 sequences in common (one word of twenty changed) share one of four pieces in 98 of 100
// cases; texts about different things, with 7 of 100, in one of 700.
const pieces = 4
const minimaPerPiece = 3

/** What near-duplicates share: a hash of 64 bits as a signed integer, the pieces it is found under, and how near is near. */
export type Print = { hash: bigint; pieces: number[]; mostDistance: number }

/**
 * The print of a text: over its sequences of four letters or digits, Charikar's simhash, in which texts that differ in
 * little differ in few bits, and Broder's minima of several hashes, three to a piece, under which they are found without
 * looking at all others. Null for texts too short to compare.
 */
export function printOf(normalised: string): Print | null {
  const text = normalised.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  if (text.length < shortestCompared) return null
  const ones = new Uint32Array(bits)
  const sparse = text.length < 300 ? 0 : text.length < 1_200 ? 1 : 3
  let counted = 0
  const minima = new Uint32Array(pieces * minimaPerPiece).fill(0xffffffff)
  for (let at = 0; at + gram <= text.length; at += 1) {
    const [low, high] = hash(text, at)
    // The same sequences are left out of every text about as long.
    if ((low & sparse) !== 0) continue
    counted += 1
    for (let bit = 0; bit < 32; bit += 1) {
      ones[bit] = (ones[bit] ?? 0) + ((low >>> bit) & 1)
      ones[bit + 32] = (ones[bit + 32] ?? 0) + ((high >>> bit) & 1)
    }
    for (let index = 0; index < minima.length; index += 1) {
      const value = Math.imul(low + Math.imul(index + 1, high | 1), 0x9e3779b1) >>> 0
      if (value < (minima[index] ?? 0)) minima[index] = value
    }
  }
  const unsigned = ones.reduce(
    (sum, votes, bit) => (2 * votes > counted ? sum | (1n << BigInt(bit)) : sum),
    0n,
  )
  return {
    hash: BigInt.asIntN(bits, unsigned),
    pieces: piecesOf(minima),
    mostDistance: text.length < longFrom ? mostDistance.short : mostDistance.long,
  }
}

/** In how many bits two prints differ. */
export function distance(one: Pick<Print, 'hash'>, other: Pick<Print, 'hash'>): number {
  let [different, count] = [BigInt.asUintN(bits, one.hash ^ other.hash), 0]
  for (; different > 0n; different &= different - 1n) count += 1
  return count
}

/** Three minima and the piece's number as one integer, so that one column and one index hold them all. */
function piecesOf(minima: Uint32Array): number[] {
  return Array.from(
    { length: pieces },
    (_, piece) =>
      minima
        .slice(piece * minimaPerPiece, (piece + 1) * minimaPerPiece)
        .reduce((mixed, value) => Math.imul(mixed ^ value, 0x85ebca6b) ^ (value >>> 15), piece + 1) | 0,
  )
}

/** 64 bits of four characters, as two halves (FNV-1a and a finish of Murmur's). */
function hash(text: string, at: number): [low: number, high: number] {
  let [low, high] = [0x811c9dc5, 0x1234567]
  for (let index = at; index < at + gram; index += 1) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
    high ^= high >>> 13
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b)
  high = Math.imul(high, 0xc2b2ae35)
  return [low ^ (low >>> 13), high ^ (high >>> 16)]
}
