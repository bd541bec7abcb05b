// Next's own server on the site's build: `next start` as `output: 'standalone'` does it, in a process where what our
// server would have set up for the pages (settings, database) is there. DATABASE_URL, PORT, TRIBUNE_BUILD are given.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startServer } from 'next/dist/server/lib/start-server'
import { z } from 'zod'
import { readEnv } from '@/lib/env'
import { openDatabase } from '@/lib/open-database'
import { shared } from '@/lib/shared'

const read = readEnv(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
const { DATABASE_URL = '', HOST, PORT } = read.value
shared().env = read.value
openDatabase(DATABASE_URL)

// Next compresses unless it is told not to; the site tells it so, because documents are compressed once.
const file = join(process.env.TRIBUNE_BUILD ?? '.next', 'required-server-files.json')
const { config } = z.object({ config: z.looseObject({}) }).parse(JSON.parse(await readFile(file, 'utf8')))
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify({ ...config, compress: true })
await startServer({ dir: process.cwd(), isDev: false, hostname: HOST, port: PORT, allowRetry: false })
