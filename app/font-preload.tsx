import newsreader from './fonts/newsreader.woff2' with { turbopackModuleType: 'asset' }

/** Fetches the reading font with the style sheet, not after it. */
export function FontPreload() {
  return <link rel="preload" href={newsreader} as="font" type="font/woff2" crossOrigin="anonymous" />
}
