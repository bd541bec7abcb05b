import { seeded } from '@/e2e/process/seeded'

const words =
  'harbour ferry winter bridge council teacher market garden railway bakery storm library ticket engine corner summer morning island letter window budget mayor doctor farmer painter lantern quay timber kettle orchard signal barrel compass meadow tunnel village bicycle theatre hospital newspaper river mountain blanket chimney neighbour captain sailor tax vote school bread lamp roof stone field wheel coat'.split(
    ' ',
  )
const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta'.split(
  ' ',
)
const [least, most] = [14, 34]

/** A comment of its own: no two are nearly the same, as what people write is not. */
export function bodyOf(seed: number): string {
  const random = seeded(seed + 1)
  const count = least + random.below(most - least)
  const rare = () => Array.from({ length: 3 }, () => random.pick(syllables)).join('')
  const said = Array.from({ length: count }, () => (random.below(2) === 0 ? random.pick(words) : rare()))
  return `${seed}: ${said.join(' ')}.`
}
