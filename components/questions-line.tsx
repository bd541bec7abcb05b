import { Fragment } from 'react'
import type { Questions } from '@/lib/comments/queries-questions'
import { say } from '@/messages/say'

/** How many questions there are, how many were answered, and who answers. */
export function QuestionsLine({ questions: { count, answered, guests } }: { questions: Questions }) {
  return (
    <p className="-mt-2 mb-4 text-small">
      <strong className="font-[650]">{say('talk.questions', { count, answered })}</strong>
      {guests.length > 0 && (
        <span className="text-quiet">
          {' · '}
          {say('talk.guests')}{' '}
          {guests.map(({ handle, name, title }, index) => (
            <Fragment key={handle}>
              {index > 0 && '; '}
              <a href={`/u/${handle}`} dir="auto">
                {name}
              </a>
              , <span dir="auto">{title}</span>
            </Fragment>
          ))}
        </span>
      )}
    </p>
  )
}
