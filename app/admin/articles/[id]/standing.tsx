import { Button } from '@/components/button'
import { When } from '@/components/when'
import { type StandingMove, standingMoves } from '@/lib/newsroom/commands-state'
import type { ArticleAtDesk } from '@/lib/newsroom/queries-desk'
import type { Editor } from '@/lib/readers/viewer'
import { say } from '@/messages/say'
import { LabelledLines } from '../../labelled-lines'
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
      <h2 id="standing" className="text-second">
        {say('writing.standing')}
      </h2>
      {article.hold && (
        <p className="mt-2 font-semibold">
          {say('writing.held', { reason: article.hold.reason })} <When at={article.hold.at} />
        </p>
      )}
      {article.notice && <p className="mt-2">{say('writing.notice', { notice: article.notice })}</p>}
      {open.some((move) => withWords.includes(move)) && (
        <div className="mt-2 divide-y divide-rule border-rule border-b">
          {open
            .filter((move) => withWords.includes(move))
            .map((move) => (
              <MoveWithWords
                key={move}
                articleId={article.id}
                move={move}
                typed={typed?.move === move ? typed.words : ''}
              />
            ))}
        </div>
      )}
      <div className="mt-4 flex flex-wrap items-start gap-3">
        {open
          .filter((move) => !withWords.includes(move))
          .map((move) => (
            <MoveForm key={move} articleId={article.id} move={move} />
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

type MoveProps = { articleId: number; move: StandingMove }

function MoveForm({ articleId, move }: MoveProps) {
  return (
    <form method="post" action={`/api/admin/articles/${articleId}/move`}>
      <input type="hidden" name="move" value={move} />
      <Button type="submit" look="quiet">
        {say(`writing.move.${move}`)}
      </Button>
    </form>
  )
}

/** What is not done without saying why: folded until it is wanted, open where what was typed is given back. */
function MoveWithWords({ articleId, move, typed }: MoveProps & { typed: string }) {
  const name = move === 'withdraw' || move === 'block' ? move : 'hold'
  return (
    <details open={typed !== ''}>
      <summary className="cursor-pointer py-2.5">{say(`writing.move.${move}`)} …</summary>
      <form method="post" action={`/api/admin/articles/${articleId}/move`} className="pb-4">
        <input type="hidden" name="move" value={move} />
        <LabelledLines
          id={`words-${move}`}
          name="words"
          label={say(`writing.words.${name}`)}
          rows={2}
          required
          maxLength={1000}
          defaultValue={typed}
        />
        <Button type="submit" look="reject">
          {say(`writing.move.${move}`)}
        </Button>
      </form>
    </details>
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
