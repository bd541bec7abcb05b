import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ProsePage } from '@/components/prose-page'
import { ReaderPage } from '@/components/reader-page'
import { StandingText } from '@/components/standing-text'
import { wordsOfBlock } from '@/lib/articles/block-words'
import type { Block } from '@/lib/articles/body'
import { fromMarkdown } from '@/lib/articles/body-markdown'
import { listSections } from '@/lib/articles/queries'
import { findBodyPictures } from '@/lib/articles/queries-pictures'
import { findStandingText } from '@/lib/articles/queries-standing'
import type { StandingPage } from '@/lib/articles/standing-page'
import { site } from '@/lib/site'
import { standingDefault } from '../standing-default'
import { sharedAs } from './shared-as'

const longestDescription = 160

export async function standingMetadata(slug: StandingPage): Promise<Metadata> {
  const { title, blocks } = await textOf(slug)
  const words = blocks.map(wordsOfBlock).join(' ')
  const cut = words.slice(0, longestDescription).replace(/\s+\S*$/u, '')
  const description = words.length > longestDescription ? `${cut} …` : words
  const canonical = new URL(`/${slug}`, site().url)
  return {
    ...{ title: `${title} · ${site().name}`, description, alternates: { canonical } },
    ...sharedAs({ title, description, url: canonical, card: '/og/site.png' }),
  }
}

/** A page that says who publishes, or by what rules; with what belongs on it besides its text. */
export async function StandingPageOf({ slug, children }: { slug: StandingPage; children?: ReactNode }) {
  const { title, blocks } = await textOf(slug)
  const [sections, pictures] = await Promise.all([listSections(), findBodyPictures(blocks)])
  return (
    <ReaderPage sections={sections}>
      <ProsePage title={title}>
        <StandingText blocks={blocks} pictures={pictures} />
        {children}
      </ProsePage>
    </ReaderPage>
  )
}

/** What an editor wrote, or what the house brings. */
async function textOf(slug: StandingPage): Promise<{ title: string; blocks: Block[] }> {
  const written = await findStandingText(slug)
  if (written) return { title: written.title, blocks: written.body }
  const { title, text } = standingDefault(slug)
  return { title, blocks: fromMarkdown(text) }
}
