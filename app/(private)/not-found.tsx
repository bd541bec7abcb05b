import { ProsePage } from '@/components/prose-page'
import { say } from '@/messages/say'

export default function NotFound() {
  return (
    <ProsePage title={say('error.404.title')}>
      <p className="font-serif text-body leading-relaxed">{say('error.404.text')}</p>
      <p className="mt-6">
        <a href="/" className="font-semibold">
          {say('error.toFront')}
        </a>
      </p>
    </ProsePage>
  )
}
