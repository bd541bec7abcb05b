import { z } from 'zod'
import { sender } from '@/e2e/process/send'
import type { Reader } from '@/e2e/process/session'
import type { Site } from './site'

/** An editor who writes and publishes as the desk's pages do, over connections that are kept. */
export type WritingDesk = {
  /** A new article; with the name of what is written so far. */
  begin(section: string): Promise<{ id: number; base: string }>
  /** Saves an article's draft; the name of what is written then. */
  write(id: number, base: string, written: Written): Promise<string>
  publish(id: number, base: string): Promise<void>
  close(): void
}
export type Written = { headline: string; section: string; bylines: string; tags: string }

const begun = z.object({ id: z.number() })
const saved = z.object({ base: z.string() })

/** Throws when anything is not taken. */
export function openDesk(site: Site, editor: Reader): WritingDesk {
  const send = sender(site.origin)
  const post = async (path: string, json: Record<string, string>) => {
    const answer = await send({ path: `/api/admin/articles${path}`, cookie: editor.cookie, json })
    if (answer.status >= 300) throw new Error(`${path} was answered ${answer.status}: ${answer.body}`)
    return JSON.parse(answer.body)
  }
  return {
    begin: async (section) => ({ ...begun.parse(await post('', { section })), base: 's1' }),
    write: async (id, base, written) =>
      saved.parse(await post(`/${id}/draft`, { ...blank, ...written, base })).base,
    publish: async (id, base) => void (await post(`/${id}/publish`, { base, move: 'publish' })),
    close: () => send.close(),
  }
}

const blank = {
  ...{
    standfirst: 'It was decided on Tuesday, after eleven years.',
    body: 'The council has decided.\n\nIt stands.',
  },
  ...{ dateline: '', pictureId: '', pictureAlt: '', pictureCaption: '', pictureCredit: '' },
  ...{ sources: '', related: '', language: '', direction: '', seoTitle: '', seoDescription: '' },
  ...{ prominence: '1', conversation: 'open', mode: 'comments' },
}
