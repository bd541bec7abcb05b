import { say } from '@/messages/say'

/** The way to follow a list without an account. Programs find all its feeds in the page's head. */
export function FollowByFeed({ path }: { path: string }) {
  return (
    <p className="text-quiet text-small">
      <a href={`${path}/feed.xml`} className="inline-block py-[3px]">
        {say('list.feed')}
      </a>
    </p>
  )
}
