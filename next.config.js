// bin/build.mjs gives every build a folder of its own, so that none is replaced under the site that serves it.
const build = process.env.TRIBUNE_BUILD

/** @type {import('next').NextConfig} */
export default {
  ...(build ? { distDir: build } : {}),
  env: { TRIBUNE_ISLANDS: process.env.TRIBUNE_ISLANDS ?? '' },
  poweredByHeader: false,
  // Documents are compressed once, when they are finished (documents/finish.ts).
  compress: false,
  // Every client gets the title and the canonical address in the head, where documents need them.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    '@node-rs/argon2',
    '@zxcvbn-ts/language-common',
  ],
  // Its form for browsers decodes by `innerHTML`, which Trusted Types refuse; the other has a table.
  turbopack: {
    resolveAlias: {
      'decode-named-character-reference': {
        browser: './node_modules/decode-named-character-reference/index.js',
      },
    },
  },
  // Finished documents are kept by documents/, under the versions of what they show; Next keeps nothing.
  cacheMaxMemorySize: 0,
  // server/preloading.ts loads what readers ask for, and leaves the desk for later.
  experimental: { preloadEntriesOnStart: false },
  // `npm run check` checks types, of everything and once; a start should not wait for it.
  typescript: { ignoreBuildErrors: true, ...(build ? { tsconfigPath: '.next/tsconfig.json' } : {}) },
}
