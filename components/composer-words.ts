import { longestComment } from '@/lib/comments/text'
import { say } from '@/messages/say'

/** Sentences that a composer's script says, by the names it calls them; `{…}` in them is filled in there. */
export function composerWords(): Record<string, string> {
  return {
    blank: say('compose.problem.blank'),
    'too-long': say('compose.inPlace.too-long', { length: '{length}', longest: longestComment }),
    unreadable: say('compose.problem.unreadable'),
    closed: say('compose.inPlace.closed'),
    'no-article': say('compose.inPlace.no-article'),
    'no-parent': say('compose.inPlace.no-parent'),
    'no-passage': say('compose.inPlace.no-passage'),
    banned: say('compose.inPlace.banned'),
    'too-soon': say('compose.inPlace.too-soon', { time: '{time}' }),
    'slow-mode': say('compose.inPlace.slow-mode', { time: '{time}' }),
    away: say('compose.inPlace.away'),
    offline: say('compose.inPlace.offline'),
    failed: say('compose.inPlace.failed'),
    posting: say('compose.posting'),
    restored: say('compose.restored'),
    anyway: say('nudge.anyway'),
    left: say('compose.left', { count: '{count}' }),
    over: say('compose.over', { count: '{count}' }),
  }
}
