import type { ReactNode } from 'react'
import { Footer } from '@/components/footer'
import { Root } from '@/components/root'
import { FontPreload } from '../font-preload'
import '@/app/globals.css'

// Documents are rendered when they are asked for; documents/ keeps them.
export const dynamic = 'force-dynamic'

export default function ReaderLayout({ children }: { children: ReactNode }) {
  return (
    <Root head={<FontPreload />}>
      {children}
      <Footer />
    </Root>
  )
}
