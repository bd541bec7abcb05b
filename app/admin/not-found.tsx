import { ProsePage } from '@/components/prose-page'
import { say } from '@/messages/say'

export default function NotFound() {
  return (
    <main id="content">
      <ProsePage title={say('error.404.title')}>
        <p className="mt-2">
          <a href="/" className="font-semibold">
            {say('error.toFront')}
          </a>
        </p>
      </ProsePage>
    </main>
  )
}
