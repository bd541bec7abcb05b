import { ErrorPage } from '@/components/error-page'
import { Root } from '@/components/root'
import './globals.css'

export const dynamic = 'force-dynamic'

export default function GlobalNotFound() {
  return (
    <Root>
      <ErrorPage status={404} />
    </Root>
  )
}
