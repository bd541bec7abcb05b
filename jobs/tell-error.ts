import { z } from 'zod'
import { env } from '@/lib/env'
import { sendMail } from '@/lib/mail'
import { findErrorMail } from '@/lib/newsroom/queries-error-mail'
import type { Note } from '@/lib/outbox-sending'
import { say } from '@/messages/say'

const reported = z.object({ errorId: z.int() })

/** Tells an article's authors, or else whoever is told of queues, that a reader found an error in it. Without a mail server the list at the desk is all there is. */
export async function tellError(note: Note): Promise<void> {
  const { SMTP_URL, ALERT_MAIL, SITE_URL } = env()
  const mail = SMTP_URL ? await findErrorMail(reported.parse(note.payload).errorId) : null
  if (!mail) return
  const { headline, quote, words, authors } = mail
  const to = authors.length > 0 ? authors : ALERT_MAIL
  if (to.length === 0) return
  const url = new URL('/admin/articles/errors', SITE_URL).href
  await sendMail({
    id: `outbox-${note.id}`,
    to,
    subject: say('alert.error.subject', { headline }),
    text: `${say('alert.error.text', { quote, words })}\n${url}`,
  })
}
