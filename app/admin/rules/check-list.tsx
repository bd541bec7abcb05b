import { say } from '@/messages/say'

/** The checks in the order in which they are asked; each says what it holds. */
export function CheckList() {
  const checks = [
    [say('rules.words'), say('rules.words.text')],
    [say('rules.links'), say('rules.links.text')],
    [say('rules.seenBefore'), say('rules.seenBefore.text')],
    [say('rules.shouting'), say('rules.shouting.text')],
    [say('rules.repetition'), say('rules.repetition.text')],
    [say('rules.newcomer'), say('rules.newcomer.text')],
  ]
  return (
    <section aria-labelledby="checks" className="mt-6 max-w-measure">
      <h2 id="checks" className="mb-2 text-brief">
        {say('rules.checks')}
      </h2>
      <p className="text-quiet text-small">{say('rules.checks.text')}</p>
      <ol className="mt-3 grid list-decimal gap-1 ps-5">
        {checks.map(([name, text]) => (
          <li key={name}>
            <b className="font-semibold">{name}.</b> {text}
          </li>
        ))}
      </ol>
    </section>
  )
}
