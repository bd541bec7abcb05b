// How fast comments are taken: `npx tsx bench/posting.ts [--held] [--profile FOLDER]`. One process serves, on a fresh
// data directory with the embedded database; eight readers post at a time.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Send, sender } from '@/e2e/process/send'
import { findDrift } from '@/lib/comments/drift'
import { db } from '@/lib/db'
import { chattingReaders, type Poster } from './posters'
import { quantile, spread, table } from './figures'
import { openSite } from './served-site'
