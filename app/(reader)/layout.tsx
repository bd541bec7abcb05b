import type { ReactNode } from 'react'
import { Footer } from '@/components/footer'
import { Root } from '@/components/root'
import { FontPreload } from '../font-preload'
import '@/app/reader.css'

// Documents are rendered when they are asked for; documents/ keeps them.
export const dynamic = 'force-dynamic'

// bin/islands.mjs makes it before the build, whose next.config.js puts its address here.
const islands = process.env.TRIBUNE_ISLANDS

export default function ReaderLayout({ children }: { children: ReactNode }) {
  return (
    <Root
      head={
        <>
          <FontPreload />
          {/* It brings the other islands when the page is on the screen (islands/later.ts). */}
          {islands && <script type="module" src={islands} data-island="" fetchPriority="low" />}
        </>
      }
    >
      {children}
      <Footer />
    </Root>
  )
}
