import { Button } from '@/components/button'
import { When } from '@/components/when'
import { type StandingMove, standingMoves } from '@/lib/newsroom/commands-state'
import type { ArticleAtDesk } from '@/lib/newsroom/queries-desk'
import type { Editor } from '@/lib/readers/viewer'
import { say } from '@/messages/say'
import type { TypedMove } from './typed-move'

type Props = { article: ArticleAtDesk; editor: Editor; typed: TypedMove | null }

const withWords: readonly StandingMove[] = ['withdraw', 'block', 'hold']
const forAdministrators: readonly StandingMove[] = ['block', 'hold', 'release']

/** What may become of the article as a whole, and what keeps it as it is. */
export function Standing({ article, editor, typed }: Props) {
  const isAdministrator = editor.role === 'administrator'
  const open = standingMoves.filter(
    (move) =>
      article.moves.includes(move) &&
      (isAdministrator || !forAdministrators.includes(move)) &&
      (isAdministrator || !(move === 'restore' && article.state === 'blocked')),
  )
  return (
    <section aria-labelledby="standing" className="mt-8 max-w-[46rem] border-rule border-t pt-4">
      <h2 id="standing" className="text-brief">
        {say('writing.standing')}
      </h2>
      {article.hold && (
        <p className="mt-2 font-semibold">
          {say('writing.held', { reason: article.hold.reason })} <When at={article.hold.at} />
        </p>
      )}
      {article.notice && <p className="mt-2">{say('writing.notice', { notice: article.notice })}</p>}
      <div className="mt-3 grid gap-2">
        {open.map((move) => (
          <MoveForm
            key={move}
            articleId={article.id}
            move={move}
            words={typed?.move === move ? typed.words : ''}
          />
        ))}
        <FlagForm article={article} isAdministrator={isAdministrator} />
        {article.isDraft && article.versions > 0 && (
          <form method="post" action={`/api/admin/articles/${article.id}/discard`}>
            <input type="hidden" name="base" defaultValue={article.base} />
            <Button type="submit" look="reject">
              {say('writing.discard')}
            </Button>
          </form>
        )}
        {article.versions > 0 && (
          <form method="post" action="/api/admin/articles">
            <input type="hidden" name="previous" value={article.id} />
            <Button type="submit" look="quiet">
              {say('writing.goOn')}
            </Button>
          </form>
        )}
      </div>
    </section>
  )
}

function MoveForm({ articleId, move, words }: { articleId: number; move: StandingMove; words: string }) {
  const button = (
    <Button type="submit" look={withWords.includes(move) ? 'reject' : 'quiet'}>
      {say(`writing.move.${move}`)}
    </Button>
  )
  const form = (
    <form method="post" action={`/api/admin/articles/${articleId}/move`} className="grid gap-2">
      <input type="hidden" name="move" value={move} />
      {withWords.includes(move) && <Words move={move} typed={words} />}
      <span>{button}</span>
    </form>
  )
  if (!withWords.includes(move)) return form
  return (
    <details open={words !== ''} className="border-rule border-b pb-2">
      <summary className="cursor-pointer py-2">{say(`writing.move.${move}`)} …</summary>
      {form}
    </details>
  )
}

function Words({ move, typed }: { move: StandingMove; typed: string }) {
  const name = move === 'withdraw' || move === 'block' ? move : 'hold'
  return (
    <label className="grid gap-1">
      <span className="text-quiet text-small">{say(`writing.words.${name}`)}</span>
      <textarea
        name="words"
        rows={2}
        required
        maxLength={1000}
        defaultValue={typed}
        dir="auto"
        className="w-full rounded-[3px] border border-edge bg-paper px-3 py-2"
      />
    </label>
  )
}

function FlagForm({ article, isAdministrator }: { article: ArticleAtDesk; isAdministrator: boolean }) {
  const waits = article.legalFlag && <p className="text-quiet">{say('writing.flagged')}</p>
  if (article.legalFlag && !isAdministrator) return waits
  return (
    <form className="grid gap-2" method="post" action={`/api/admin/articles/${article.id}/flag`}>
      {waits}
      <input type="hidden" name="on" value={article.legalFlag ? '0' : '1'} />
      <span>
        <Button type="submit" look="quiet">
          {article.legalFlag ? say('writing.clear') : say('writing.flag')}
        </Button>
      </span>
    </form>
  )
}
