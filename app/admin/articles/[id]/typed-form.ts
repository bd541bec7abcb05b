import type { Block } from '@/lib/articles/body'

export type Fields = Record<string, string>

/** What the form of an article holds now, but for the name of what it was made from. */
export function readForm(form: HTMLFormElement): Fields {
  const fields: Fields = {}
  for (const [name, value] of new FormData(form))
    if (name !== 'base' && typeof value === 'string') fields[name] = value.replace(/\r\n?/g, '\n')
  return fields
}

/** Puts other texts into it; whoever is typing keeps their place. */
export function fillForm(form: HTMLFormElement, fields: Fields, blocks: Block[] | null): void {
  for (const [name, text] of Object.entries(fields)) {
    const field = form.elements.namedItem(name)
    const isField =
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    if (!isField || field.value === text) continue
    const place = 'selectionStart' in field ? field.selectionStart : null
    field.value = text
    if (place !== null && field === document.activeElement && 'setSelectionRange' in field)
      field.setSelectionRange(place, place)
  }
  form.dispatchEvent(new CustomEvent(filled, { detail: { blocks } }))
}

/** The form was filled with another body: the editor shows its blocks. */
export const filled = 'tribune:filled'

export function isFilled(event: Event): event is CustomEvent<{ blocks: Block[] | null }> {
  return event.type === filled && event instanceof CustomEvent
}

/** What the site sent of some of its fields, whatever is typed there by now. */
export function readGiven(form: HTMLFormElement, names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, givenOf(form.elements.namedItem(name))]))
}

function givenOf(field: Element | RadioNodeList | null): string {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    return field.defaultValue.replace(/\r\n?/g, '\n')
  if (!(field instanceof HTMLSelectElement)) return ''
  return [...field.options].find(({ defaultSelected }) => defaultSelected)?.value ?? ''
}

export function withoutNames({ bodyIds: _, ...fields }: Fields): Fields {
  return fields
}

export function isSameText(one: Fields, other: Fields): boolean {
  return (
    Object.keys(one).length === Object.keys(other).length &&
    Object.keys(one).every((name) => one[name] === other[name])
  )
}

/** The name of what every form of the page was made from. */
export function setBase(base: string): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name=base]')) field.value = base
}
