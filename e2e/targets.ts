import type { Page } from '@playwright/test'

/** How wide and high what is pressed has to be (WCAG 2.2, 2.5.8), in CSS pixels. */
const least = 24

/**
 * What can be pressed on the page and is too small for a finger, as "width×height markup". A link in the run of a
 * sentence may be as high as its line; a box that is ticked has its label to be pressed as well. What is folded away is
 * unfolded first.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
    const pressed = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]',
    )
    return [...pressed].filter(isShown).flatMap((element) => {
      const { width, height } = extentOf(element)
      if ((width >= least && height >= least) || isInSentence(element)) return []
      return [
        `${Math.round(width * 10) / 10}×${Math.round(height * 10) / 10} ${element.outerHTML.slice(0, 120)}`,
      ]
    })

    /** What is kept for who hears the page has no extent until it has the focus. */
    function isShown(element: HTMLElement): boolean {
      const { width, height } = element.getBoundingClientRect()
      return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
    }

    function extentOf(element: HTMLElement): { width: number; height: number } {
      const own = element.getBoundingClientRect()
      if (!(element instanceof HTMLInputElement)) return own
      return [...(element.labels ?? [])].map((label) => label.getBoundingClientRect()).reduce(larger, own)
    }

    function larger(one: DOMRect, other: DOMRect): DOMRect {
      return other.width * other.height > one.width * one.height ? other : one
    }

    /** Whether there is text beside it on its line, other than what can be pressed as well. */
    function isInSentence(element: HTMLElement): boolean {
      if (!getComputedStyle(element).display.startsWith('inline')) return false
      let block: Element = element
      while (block.parentElement && getComputedStyle(block).display.startsWith('inline'))
        block = block.parentElement
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        if (
          /\p{L}/u.test(text.textContent ?? '') &&
          !text.parentElement?.closest('a, button, .sr-only, summary')
        )
          return true
      return false
    }
  }, least)
}
