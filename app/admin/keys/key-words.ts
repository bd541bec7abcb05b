import { say } from '@/messages/say'
import { deniedSentences } from '../denied-sentence'
import type { Action } from './key-map'

// A digit is a key.
const digits = 9

export type KeyWords = ReturnType<typeof keyWords>

/** Sentences that the desk's keys say, in the page's language; `{…}` in them is filled in by the browser. */
export function keyWords(rules: readonly { reason: string }[]) {
  const faster = (what: string) => say('desk.conflict.decided', { by: '{by}', what, time: '{time}' })
  const doneAs = (rule: 'approved' | 'rejected' | 'edit-rejected' | 'undone') =>
    say(`desk.done.${rule}`, { name: '{name}' })
  const names: Record<Action, string> = {
    next: say('desk.keys.next'),
    previous: say('desk.keys.previous'),
    approve: say('desk.keys.approve'),
    reject: say('desk.keys.reject'),
    tick: say('desk.keys.tick'),
    bulk: say('desk.keys.bulk'),
    undo: say('desk.keys.undo'),
    list: say('desk.keys.list'),
  }
  return {
    names,
    dialog: {
      open: say('desk.keys'),
      title: say('desk.keys.title'),
      on: say('desk.keys.on'),
      hint: say('desk.keys.hint'),
      reasons: say('desk.keys.reasons'),
      enter: say('desk.keys.enter'),
      usual: say('desk.keys.usual'),
      close: say('desk.keys.close'),
      'not-one-key': say('desk.keys.notOne'),
      taken: say('desk.keys.taken', { key: '{key}', action: '{action}' }),
    },
    reasons: rules.slice(0, digits).map(({ reason }) => reason),
    done: {
      approved: doneAs('approved'),
      rejected: doneAs('rejected'),
      'edit-rejected': doneAs('edit-rejected'),
      undone: doneAs('undone'),
    },
    said: {
      none: say('desk.keys.none', { key: '{key}' }),
      end: say('desk.keys.end'),
      'none-ticked': say('bulk.none'),
      'not-offered': say('desk.keys.notOffered'),
      why: say('desk.keys.why', { count: Math.min(digits, rules.length) }),
      waiting: say('desk.keys.waiting'),
      undoes: say('desk.keys.undoes', { key: '{key}' }),
      'nothing-to-undo': say('desk.keys.nothingToUndo'),
      'not-decided': say('desk.keys.notDecided', { name: '{name}', sentence: '{sentence}' }),
      'not-undone': say('desk.keys.notUndone', { sentence: '{sentence}' }),
    },
    refused: {
      'decided-approved': faster('approved'),
      'decided-rejected': faster('rejected'),
      decided: faster('other'),
      edited: say('desk.conflict.edited'),
      nothing: say('desk.conflict.nothing'),
      'no-reason': say('desk.conflict.noReason'),
      gone: say('desk.conflict.gone'),
      offline: say('desk.keys.offline'),
      away: say('desk.keys.away'),
      failed: say('desk.keys.failed'),
      'signed-out': say('desk.keys.signedOut'),
      'not-a-moderator': say('desk.keys.notModerator'),
      ...deniedSentences(),
    },
  }
}
