import { defineConfig } from 'prisma/config'

// `generate`, `validate` and `format` need no engine, but Prisma downloads one unless it is told where one is.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
