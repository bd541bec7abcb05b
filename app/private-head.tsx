import { FontPreload } from './font-preload'
import { TrustedScripts } from './trusted-scripts'

/** What stands first in the head of every page that runs Next's scripts. */
export function PrivateHead() {
  return (
    <>
      <TrustedScripts />
      <FontPreload />
    </>
  )
}
