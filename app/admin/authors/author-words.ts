import { say } from '@/messages/say'

const problems = [
  'blank',
  'too-long',
  'unreadable',
  'bad-slug',
  'slug-taken',
  'no-author',
  'no-reader',
  'reader-taken',
  'no-picture',
  'bad-fields',
] as const

/** Why an author was not changed, by the name that came in an address; null where it is none. */
export function authorProblem(asked: string | string[] | undefined): string | null {
  const problem = problems.find((each) => each === asked)
  return problem ? say(`authors.problem.${problem}`) : null
}
