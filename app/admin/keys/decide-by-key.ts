import type { Move } from '@/lib/moderation/moves'
import { decidedEvent } from '../live-counts'
import {
  fieldOf,
  fieldsOf,
  focusedItem,
  focusItem,
  formFor,
  itemsIn,
  showProblem,
  successorOf,
} from './items'
import type { KeyWords } from './key-words'
import { postDecision, postUndo, type Refusal } from './post-decision'
import { fill, type Place, refusalSentence } from './sentences'

export type Desk = {
  host: HTMLElement
  words: KeyWords
  place: Place
  /** Has a sentence read out and shown. */
  announce(sentence: string): void
  /** The key that undoes, as it is now. */
  undoKey(): string
  /** Has the page filled up with what comes next, unless it is just now; with a comment's id, focuses it when it is there. */
  fillUp(wanted?: string): void
  /** The same when nothing is left on the page: what comes has the focus. */
  awaitNext(): void
  /** The same when every answer is there, too: if nothing came, the page is left. */
  whenFilled(leave: () => void): void
  /** The same where it is being filled up just now with what stood before: only the last of several is shown. */
  fillUpAgain(): void
}

/** The next page is fetched while there is still this much to read. */
const fewLeft = 10
/** So far one may be ahead of the answers: whoever is cut off learns of it before a page is gone. */
const mostUnderWay = 3

/** A decision of this page that can be taken back: decisions about a comment are numbered in a row. */
type Made = { id: string; name: string; item: HTMLElement; form: HTMLFormElement; number: number }

/**
 * Decides about comments in place, and takes decisions back, the last one first. The next comment has the focus at once,
 * while the decision is still on its way; what the site does not take comes back to its place.
 */
export function createDecider(desk: Desk) {
  const { host, words, place, announce, undoKey, fillUp, fillUpAgain, awaitNext, whenFilled } = desk
  /** In the order in which they were made, whichever answer comes first. */
  const made: Made[] = []
  const underWay = new Set<HTMLElement>()
  const waiting: (() => void)[] = []
  const explain = (refusal: Refusal) => refusalSentence(refusal, words.refused, place)
  /** Sends the decision about one comment: this one, wherever the focus is when the answer comes. */
  async function decide(item: HTMLElement, move: Move): Promise<void> {
    const form = formFor(item, move)
    if (!form) return announce(words.said['not-offered'])
    if (underWay.has(item)) return
    const fields = fieldsOf(form)
    fields.set('move', move)
    const { item: id = '', author: name = '' } = item.dataset
    const one = { id, name, item, form, number: Number(fields.get('seen')) + 1 }
    made.push(one)
    underWay.add(item)
    showProblem(item, null)
    announce('')
    const sent = postDecision(form.action, fields, move)
    if (underWay.size > mostUnderWay) await new Promise<void>((goOn) => waiting.push(goOn))
    takeOut(item)
    const answer = await sent
    underWay.delete(item)
    waiting.shift()?.()
    if (!answer.ok) {
      made.splice(made.indexOf(one), 1)
      return putBack(item, name, explain(answer))
    }
    dispatchEvent(new Event(decidedEvent))
    goFurther(() => goOn(id, answer.done, fields.get('from')))
    announce(`${fill(words.done[answer.done], { name })} ${fill(words.said.undoes, { key: undoKey() })}`)
  }

  async function undo(): Promise<void> {
    if (underWay.size > 0) return announce(words.said.waiting)
    const last = made.pop()
    if (!last) return pressUndo(announce, words)
    const { id, name, item, form, number } = last
    const focused = document.activeElement
    underWay.add(item)
    const answer = await postUndo(id, number)
    underWay.delete(item)
    if (!answer.ok) {
      if (mayBeTriedAgain(answer)) made.push(last)
      return announce(fill(words.said['not-undone'], { sentence: explain(answer) }))
    }
    dispatchEvent(new Event(decidedEvent))
    announce(fill(words.done.undone, { name }))
    // What was decided a while ago has left the page since, and comes back with the next items.
    if (!item.isConnected) return fillUp(id)
    // The next decision is about what stands now, after the one that took the last back.
    const seen = fieldOf(form, 'seen')
    if (seen) seen.value = String(number + 1)
    item.hidden = false
    fillUpAgain()
    if (document.activeElement === focused) focusItem(item)
  }

  function takeOut(item: HTMLElement): void {
    const next = item.contains(document.activeElement) ? successorOf(host, item) : null
    item.hidden = true
    if (next) focusItem(next)
    else if (itemsIn(host).length === 0) awaitNext()
  }

  /** Whoever reads on keeps the focus: a key that is pressed just now must not meet what came back. */
  function putBack(item: HTMLElement, name: string, sentence: string): void {
    const reading = focusedItem(host)
    item.hidden = false
    showProblem(item, sentence)
    announce(fill(words.said['not-decided'], { name, sentence }))
    if (reading) reading.scrollIntoView({ block: 'nearest' })
    else if (item.isConnected && itemsIn(host).length === 1) focusItem(item)
  }

  /** Fetches more where little is left; with nothing left and no answer to come the page is done. */
  function goFurther(leave: () => void): void {
    const left = itemsIn(host).length
    if (left === 0 && underWay.size === 0) whenFilled(leave)
    else if (left <= fewLeft) fillUp()
  }

  return { decide, undo }
}

/** Nothing is left to decide here: where the form leads to, which says what was done and goes on. */
function goOn(comment: string, done: string, from: string | null): void {
  const query = new URLSearchParams(from ?? '')
  query.set('done', done)
  query.set('comment', comment)
  location.assign(`/admin/queue?${query}`)
}

/** Takes back what was decided before this page was opened, if it offers that. */
function pressUndo(announce: Desk['announce'], words: KeyWords): void {
  const form = document.querySelector<HTMLFormElement>('#content form[action$="/undo"]')
  if (form) form.requestSubmit()
  else announce(words.said['nothing-to-undo'])
}

function mayBeTriedAgain({ word }: Refusal): boolean {
  return word === 'offline' || word === 'away' || word === 'failed' || word === 'signed-out'
}
