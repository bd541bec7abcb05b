import type { Block } from '@/lib/articles/body'
import type { LibraryPicture } from '@/lib/articles/queries-pictures'
import { neverHappens } from '@/lib/outcome'
import { say } from '@/messages/say'
import { CorrectionNote, EmbedCard, PullQuote } from './article-notes'
import { ArticleQuotation } from './article-quotation'
import { ArticleTable } from './article-table'
import { InlineText } from './inline-text'
import { Picture } from './picture'

/**
 * `pictures` has what the library knows of those in the body; one it does not know is left out. `answers` says how
 * many comments there are on each paragraph; without it nothing is asked about them.
 */
export function ArticleBody({
  blocks,
  pictures,
  articleId,
  answers,
  canReply,
  around,
}: {
  blocks: Block[]
  pictures: ReadonlyMap<string, LibraryPicture>
  articleId: number
  answers: ReadonlyMap<number, number>
  canReply: boolean
  /** The page's language, where the article's is another: what is no word of the article says so. */
  around?: string | undefined
}) {
  return blocks.map((block, index) => {
    const count = answers.get(index) ?? 0
    const about = { articleId, number: index + 1, count, around }
    return (
      <ArticleBlock
        key={block.id}
        block={block}
        pictures={pictures}
        about={canReply || count > 0 ? about : null}
      />
    )
  })
}

type About = { articleId: number; number: number; count: number; around: string | undefined }

function ArticleBlock({
  block,
  pictures,
  about,
}: {
  block: Block
  pictures: ReadonlyMap<string, LibraryPicture>
  about: About | null
}) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p id={block.id} data-about={about?.number}>
          {plain(block.content) ?? <InlineText content={block.content} />}
          {about && <AnswerLink {...about} />}
        </p>
      )
    case 'subheading':
      return (
        <h2 id={block.id} className="pt-3 text-second">
          <InlineText content={block.content} />
        </h2>
      )
    case 'quotation':
      return (
        <ArticleQuotation quotation={block} number={about?.number}>
          {about && <AnswerLink {...about} />}
        </ArticleQuotation>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <InlineText content={item} />
        </li>
      ))
      return block.ordered ? (
        <ol id={block.id} className="list-decimal ps-6">
          {items}
        </ol>
      ) : (
        <ul id={block.id} className="list-disc ps-6">
          {items}
        </ul>
      )
    }
    case 'picture': {
      const known = pictures.get(block.hash)
      const { alt, caption = null, credit = known?.credit ?? '' } = block
      return known ? (
        <Picture id={block.id} picture={{ ...known, alt, caption, credit }} place="article" />
      ) : null
    }
    case 'table':
      return <ArticleTable table={block} />
    case 'embed':
      return <EmbedCard card={block} />
    case 'pull-quote':
      return <PullQuote quote={block} />
    case 'correction':
      return <CorrectionNote note={block} />
    default:
      return neverHappens(block)
  }
}

/** The way to what readers say about a paragraph, or to saying something. Its sign is drawn by app/globals.css, so that it is no word of the article. */
function AnswerLink({ articleId, number, count, around }: About) {
  const isAnswered = count > 0
  return (
    // biome-ignore lint/a11y/useAnchorContent: its name is in aria-label, its sign in the style sheet
    <a
      className="answer"
      lang={around}
      href={
        isAnswered
          ? `/news/${articleId}/comments?about=${number}`
          : `/comments/new?article=${articleId}&about=${number}`
      }
      rel={isAnswered ? undefined : 'nofollow'}
      aria-label={isAnswered ? say('article.paragraphAnswers', { count }) : say('article.answerParagraph')}
      data-answers={isAnswered ? count : undefined}
    />
  )
}

/** Most paragraphs are one run of words, and need no element inside. */
function plain(content: Extract<Block, { type: 'paragraph' }>['content']): string | null {
  const [only, ...more] = content
  return only && more.length === 0 && !only.emphasis && !only.strong && !only.href ? only.text : null
}
