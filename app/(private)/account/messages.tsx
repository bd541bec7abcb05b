import { When } from '@/components/when'
import { say } from '@/messages/say'

type Props = { messages: { id: number; text: string; createdAt: Date }[] }

/** What the newsroom wrote to a reader, the last first. */
export function Messages({ messages }: Props) {
  if (messages.length === 0) return null
  return (
    <section aria-labelledby="messages-title" className="mt-8">
      <h2 id="messages-title" className="mb-2 text-second">
        {say('message.title')}
      </h2>
      <ul className="divide-y divide-rule border-rule border-y">
        {messages.map(({ id, text, createdAt }) => (
          <li key={id} className="py-3">
            <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
              {text}
            </p>
            <p className="text-quiet text-small">
              <When at={createdAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
