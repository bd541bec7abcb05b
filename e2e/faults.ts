import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'

// All of html-validate's rules, but for what is taste, not HTML.
const validator = new HtmlValidate(
  new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      // React writes void elements and attributes as it likes.
      'void-style': 'off',
      'doctype-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'attr-case': 'off',
      'no-implicit-input-type': 'off',
      // What HTML says of an id, and not what CSS finds easy.
      'valid-id': ['error', { relaxed: true }],
      // Lines are as long as what is said in them.
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
    },
  }),
)

/** What is wrong with a page as HTML, as "rule: what (where)". */
export async function faultsOf(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  const faults = report.results.flatMap(({ messages }) =>
    messages.filter(isSeen).map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  )
  return [...new Set(faults)]
}

/** What stands in a template has its words once it is taken out. */
function isSeen({ ruleId, selector }: { ruleId: string; selector: string | null }): boolean {
  return !(ruleId === 'text-content' && selector?.includes('template'))
}
