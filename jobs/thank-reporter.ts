import { z } from 'zod'
import { env } from '@/lib/env'
import { sendMail } from '@/lib/mail'
import { findThanksMail } from '@/lib/newsroom/queries-thanks'
import type { Note } from '@/lib/outbox-sending'
import { say } from '@/messages/say'

const corrected = z.object({ errorId: z.int() })

/** Tells a reader that the error they reported was put right. Without a mail server their account says so alone. */
export async function thankReporter(note: Note): Promise<void> {
  const { SMTP_URL, SITE_URL } = env()
  const thanks = SMTP_URL ? await findThanksMail(corrected.parse(note.payload).errorId) : null
  if (!thanks) return
  const { email, headline, articleId, quote } = thanks
  const url = new URL(`/news/${articleId}/versions`, SITE_URL).href
  await sendMail({
    id: `outbox-${note.id}`,
    to: [email],
    subject: say('alert.thanks.subject', { headline }),
    text: `${say('alert.thanks.text', { quote })}\n${url}`,
  })
}
