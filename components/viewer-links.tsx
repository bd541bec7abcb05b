import { say } from '@/messages/say'

const look = 'shrink-0 py-[3px] no-underline hover:text-accent'

/**
 * The ways to one's account. A document does not know who reads it, so both are there; islands/viewer.ts puts the
 * reader's own in their place. The last one stays where it is, whichever goes.
 */
export function ViewerLinks() {
  return (
    <tribune-viewer className="no-print flex min-w-0 flex-1 items-baseline justify-end gap-x-5">
      <a href="/account" data-anyone="" className={look}>
        {say('site.account')}
      </a>
      <a href="/sign-in" data-anyone="" data-signed-out="" className={look}>
        {say('site.signIn')}
      </a>
      <template data-part="reader">
        <a
          href="/account"
          dir="auto"
          data-name=""
          className="truncate py-[3px] no-underline hover:text-accent"
        >
          …
        </a>
        <a href="/admin/queue" data-desk="" className={look}>
          {say('site.desk')}
        </a>
        <SignOut />
      </template>
    </tribune-viewer>
  )
}

export function SignOut() {
  return (
    <form method="post" action="/api/sign-out" className="shrink-0">
      <button
        type="submit"
        className="py-[3px] underline decoration-edge underline-offset-[.18em] hover:decoration-accent"
      >
        {say('signOut.submit')}
      </button>
    </form>
  )
}
