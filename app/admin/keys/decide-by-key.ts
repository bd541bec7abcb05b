import type { Move } from '@/lib/moderation/moves'
import { decidedEvent } from '../live-counts'
import { fieldOf, fieldsOf, focusItem, formFor, itemsIn, showProblem, successorOf } from './items'
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
  /** Has the page filled up with what comes next; with a comment's id, focuses it when it is there. */
  fillUp(wanted?: string): void
  /** The same when nothing is left on the page: whatever came has the focus, and if nothing did, it is left. */
  whenFilled(leave: () => void): void
  /** The same where it is being filled up just now with what stood before: only the last of several is shown. */
  fillUpAgain(): void
}

/** The next page is fetched while there is still this much to read. */
const fewLeft = 10

/** A decision of this page that can be taken back: decisions about a comment are numbered in a row. */
type Made = { id: string; name: string; item: HTMLElement; form: HTMLFormElement; number: number }

/** Decides about comments in place, and takes decisions back, the last one first. */
export function createDecider(desk: Desk) {
  const { host, words, place, announce, undoKey, fillUp, fillUpAgain, whenFilled } = desk
  const made: Made[] = []
  const underWay = new Set<HTMLElement>()
  const explain = (refusal: Refusal) => refusalSentence(refusal, words.refused, place)
  /** Sends the decision about one comment: this one, wherever the focus is when the answer comes. */
  async function decide(item: HTMLElement, move: Move): Promise<void> {
    const form = formFor(item, move)
    if (!form) return announce(words.said['not-offered'])
    if (underWay.has(item)) return
    const fields = fieldsOf(form)
    fields.set('move', move)
    showProblem(item, null)
    announce('')
    underWay.add(item)
    const answer = await postDecision(form.action, fields, move)
    underWay.delete(item)
    if (!answer.ok) return showProblem(item, explain(answer))
    const { item: id = '', author: name = '' } = item.dataset
    made.push({ id, name, item, form, number: Number(fields.get('seen')) + 1 })
    takeOut(item)
    dispatchEvent(new Event(decidedEvent))
    const left = itemsIn(host).length
    if (left === 0) whenFilled(() => goOn(id, answer.done, fields.get('from')))
    else if (left <= fewLeft) fillUp()
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
