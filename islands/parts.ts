export type Say = (word: string, values?: Record<string, string>) => string

/**
 * A fresh copy of what stands in `<template data-part=NAME>`, within or around `near`; null where there is none. On
 * private pages it stands in a hidden element.
 */
export function part(near: Element, name: string): DocumentFragment | null {
  const found = find(near, name)
  if (!found) return null
  const copy = document.createDocumentFragment()
  for (const node of contentOf(found).childNodes) copy.append(document.importNode(node, true))
  return copy
}

/** The first element of a part. */
export function firstOf(near: Element, name: string): HTMLElement | null {
  const first = part(near, name)?.firstElementChild
  return first instanceof HTMLElement ? first : null
}

/** The sentences of the page, in its language, by the names components/talk-parts.tsx gives them. */
export function sayer(near: Element): Say {
  const found = find(near, 'words')
  const words = found && contentOf(found)
  return (word, values = {}) =>
    fill(words?.querySelector(`[data-word="${CSS.escape(word)}"]`)?.textContent ?? '', values)
}

/** How many there are of something: the word `NAME-other`, or the one for numbers like this. */
export function countedWords(near: Element, name: string, count: number): string {
  const say = sayer(near)
  const values = { count: new Intl.NumberFormat(language()).format(count) }
  return (
    say(`${name}-${new Intl.PluralRules(language()).select(count)}`, values) || say(`${name}-other`, values)
  )
}

/** Puts values into the `{name}`s of a text. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (asked, name: string) => values[name] ?? asked)
}

/** The language of the page, for numbers and times. */
export function language(): string {
  return document.documentElement.lang || 'en'
}

/** A length of time in words: "4 minutes", "30 seconds". */
export function duration(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

/** Has a sentence read out, when nothing more important is. */
export function announce(near: Element, sentence: string): void {
  const region = near.closest('tribune-talk')?.querySelector(':scope > [role=status]')
  if (region) region.textContent = sentence
}

function find(near: Element, name: string): HTMLElement | null {
  const scope = near.closest('tribune-talk') ?? near
  return scope.querySelector<HTMLElement>(`[data-part="${name}"]`)
}

function contentOf(part: HTMLElement): ParentNode & Node {
  return part instanceof HTMLTemplateElement ? part.content : part
}
