import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { ProsePage } from '@/components/prose-page'
import { currentViewer } from '@/lib/auth'
import { readName } from '@/lib/readers/name'
import { shortestPassword } from '@/lib/readers/password-rule'
import { proposeName } from '@/lib/readers/queries-name'
import { safePath } from '@/lib/safe-path'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { keptText } from '../kept-text'
import { readTime } from '../read-time'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const problems = [
  'bad-name',
  'staff-name',
  'name-taken',
  'bad-email',
  'email-taken',
  'too-short',
  'too-long',
  'too-common',
  'same-as-email',
  'too-soon',
] as const

export function generateMetadata(): Metadata {
  return { title: `${say('signUp.title')} · ${site().name}` }
}

export default async function SignUpPage({ searchParams }: Props) {
  const { problem: asked, until, next: askedNext, name, email } = await searchParams
  const [viewer, kept] = await Promise.all([currentViewer(), keptText()])
  const next = safePath(typeof askedNext === 'string' ? askedNext : null, kept ? '/comments/new' : '/account')
  if (viewer) redirect(next)
  const problem = problems.find((each) => each === asked)
  const typed = readName(typeof name === 'string' ? name : '')
  const proposal = problem === 'name-taken' && typed ? await proposeName(typed) : ''
  return (
    <ProsePage title={say('signUp.title')}>
      {kept && <Notice kind="wait">{say('signIn.textKept')}</Notice>}
      {problem && (
        <Notice kind="problem" title={say('signUp.problem')}>
          <p>
            {say(`signUp.problem.${problem}`, {
              shortest: shortestPassword,
              time: readTime(until),
              name: proposal,
            })}
          </p>
        </Notice>
      )}
      <form method="post" action="/api/sign-up" className="max-w-[26rem]">
        <input type="hidden" name="next" value={next} />
        <Field
          label={say('signUp.name')}
          hint={say('signUp.nameHint')}
          name="name"
          autoComplete="name"
          required
          defaultValue={typeof name === 'string' ? name : ''}
        />
        <Field
          label={say('signUp.email')}
          hint={say('signUp.emailHint')}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={typeof email === 'string' ? email : ''}
        />
        <Field
          label={say('signUp.password')}
          hint={say('signUp.passwordHint', { shortest: shortestPassword })}
          name="password"
          type="password"
          autoComplete="new-password"
          required
        />
        <Button type="submit">{say('signUp.submit')}</Button>
      </form>
      <p className="mt-6 text-quiet">
        {say('signUp.haveOne')}{' '}
        <a href={`/sign-in?next=${encodeURIComponent(next)}`} className="font-semibold text-ink">
          {say('signIn.title')}
        </a>
      </p>
    </ProsePage>
  )
}
