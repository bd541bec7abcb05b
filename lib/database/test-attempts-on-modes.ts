import { type Attempt, type Furniture, insert, nobody, update } from './test-statements'

const setting = ({ ben }: Furniture, values: Record<string, string | number> = {}) =>
  insert('TalkSetting', { mode: `'after'`, '"actorId"': ben, ...values })
const onArticle = (change: string) => (given: Furniture) => update('Article', given.article, change)
const onSection = (change: string) => (given: Furniture) => update('Section', given.section, change)

export const attemptsOnModes: Attempt[] = [
  ['a setting is somebody’s', (given) => setting(given, { '"actorId"': nobody }), 'TalkSetting_actorId_fkey'],
  [
    'no conversation closes before its first day',
    (given) => setting(given, { '"closesAfterDays"': 0 }),
    'TalkSetting_days',
  ],
  ['heat is more than nothing', (given) => setting(given, { '"heatComments"': 0 }), 'TalkSetting_heat'],
  [
    'nobody waits more than an hour',
    (given) => setting(given, { '"heatSeconds"': 3601 }),
    'TalkSetting_heat',
  ],
  ['a share is of a hundred', (given) => setting(given, { '"heatPercent"': 101 }), 'TalkSetting_percent'],
  [
    'what was in force stays written',
    (given) => `${setting(given)}; update "TalkSetting" set mode = 'before'`,
    'TalkSetting rows never change',
  ],
  [
    'no setting is taken out',
    (given) => `${setting(given)}; delete from "TalkSetting"`,
    'TalkSetting rows never change',
  ],
  ['settings are never emptied', () => `truncate "TalkSetting"`, 'rows never change'],
  ['a section’s days are ten years at most', onSection(`"closesAfterDays" = 3651`), 'Section_days'],
  ['an article’s, too', onArticle(`"closesAfterDays" = 3651`), 'Article_days'],
  ['an article is closed in one way', onArticle(`"talkMode" = 'closed'`), 'Article_closed_is_said_once'],
  ['what is open was not closed by its age', onArticle(`"closedByAgeAt" = now()`), 'Article_closed_by_age'],
  [
    'what is closed is not kept open',
    onArticle(`conversation = 'closed', "keptOpenAt" = now()`),
    'Article_kept_open',
  ],
  [
    'what nobody did a rule did',
    () => insert('StaffAction', { kind: `'banned'` }),
    'StaffAction_by_somebody',
  ],
  ['slow mode has its seconds', onArticle(`"slowSeconds" = 0`), 'Article_slow'],
  ['also when a rule set it', onArticle(`"slowedByRuleAt" = now()`), 'Article_slowed_by_rule'],
]
