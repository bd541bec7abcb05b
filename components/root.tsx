import type { ReactNode } from 'react'
import { site } from '@/lib/site'
import { say } from '@/messages/say'
import { iconAddress } from './icon'

/** The outermost frame of every page of the site. */
export function Root({ head, children }: { head?: ReactNode; children: ReactNode }) {
  return (
    <html lang={site().language} dir="ltr">
      <head>
        {head}
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <link rel="icon" href={iconAddress} type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href="/opensearch.xml"
          title={site().name}
        />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10 focus:bg-paper focus:px-3 focus:py-2"
        >
          {say('site.skip')}
        </a>
        {children}
      </body>
    </html>
  )
}
