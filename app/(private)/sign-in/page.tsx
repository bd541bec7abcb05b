import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { safePath } from '@/lib/safe-path'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { keptText } from '../kept-text'
import { readTime } from '../read-time'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export function generateMetadata(): Metadata {
  return { title: `${say('signIn.title')} · ${site().name}` }
}

export default async function SignInPage({ searchParams }: Props) {
  const { problem, until, next: asked, email } = await searchParams
  const [viewer, kept] = await Promise.all([currentViewer(), keptText()])
  const next = safePath(typeof asked === 'string' ? asked : null, kept ? '/comments/new' : '/account')
  if (viewer) redirect(next)
  return (
    <ProsePage title={say('signIn.title')}>
      {kept && <Notice kind="wait">{say('signIn.textKept')}</Notice>}
      {problem && (
        <Notice kind="problem" title={say('signIn.problem')}>
          <p>
            {problem === 'too-soon'
              ? say('signIn.problem.too-soon', { time: readTime(until) })
              : say('signIn.problem.wrong')}
          </p>
        </Notice>
      )}
      <form method="post" action="/api/sign-in" className="max-w-[26rem]">
        <input type="hidden" name="next" value={next} />
        <Field
          label={say('signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={typeof email === 'string' ? email : ''}
        />
        <Field
          label={say('signIn.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Button type="submit">{say('signIn.submit')}</Button>
      </form>
      <p className="mt-6 text-quiet">
        {say('signIn.newHere')}{' '}
        <a href={`/sign-up?next=${encodeURIComponent(next)}`} className="font-semibold text-ink">
          {say('signIn.create')}
        </a>
      </p>
    </ProsePage>
  )
}
