'use client'

import { useEffect } from 'react'

/**
 * Loads the site's own small script into a private page, once Next's has taken the page over: what it adds before
 * that would be taken for a mistake of the server's.
 */
export function Islands({ src }: { src: string }) {
  useEffect(() => {
    const script = document.createElement('script')
    script.type = 'module'
    script.src = src
    document.head.append(script)
  }, [src])
  return null
}
