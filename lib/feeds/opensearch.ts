import { element, writeXml } from './markup'

/** OpenSearch 1.1: how a browser searches here. Its names may have 16 characters. */
export function writeOpenSearch(site: {
  name: string
  language: string
  url: URL
  description: string
}): string {
  const at = (path: string) => new URL(path, site.url).href
  return writeXml(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', {}, [...site.name].slice(0, 16).join('')),
      element('Description', {}, `${site.name}: ${site.description}`),
      element('Url', { type: 'text/html', method: 'get', template: `${at('/search')}?q={searchTerms}` }),
      element('Url', {
        type: 'application/opensearchdescription+xml',
        rel: 'self',
        template: at('/opensearch.xml'),
      }),
      element('Image', { type: 'image/svg+xml' }, at('/icon.svg')),
      element('Language', {}, site.language),
      element('InputEncoding', {}, 'UTF-8'),
      element('OutputEncoding', {}, 'UTF-8'),
    ),
  )
}
