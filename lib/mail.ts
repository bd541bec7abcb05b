import { createTransport } from 'nodemailer'
import { env } from './env'

/** `id` is the same however often it is sent, so that a mailbox can tell a copy. */
export type Mail = { id: string; to: readonly string[]; subject: string; text: string }

/** Hands a mail to the server of SMTP_URL. Throws what went wrong, within half a minute. */
export async function sendMail({ id, to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, SITE_URL } = env()
  if (!SMTP_URL || !MAIL_FROM) throw new Error('SMTP_URL and MAIL_FROM are not set')
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      to: [...to],
      subject,
      text,
      messageId: `<${id}@${SITE_URL.hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } finally {
    transport.close()
  }
}
