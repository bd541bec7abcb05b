import { forPrograms, notThere } from '@/app/programs-answer'
import { indexNowKey } from '@/lib/site'

export const dynamic = 'force-dynamic'

/** The proof that the pings are ours: the key, at /KEY.txt (indexnow.org). */
export async function GET(_: Request, { params }: { params: Promise<{ key: string }> }) {
  const { key } = await params
  return key === indexNowKey() ? forPrograms('text/plain', key) : notThere()
}
