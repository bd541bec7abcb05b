import { type Attempt, insert, nobody, twice } from './test-statements'

const rule = (values: Record<string, string | number> = {}) =>
  insert('HouseRule', { code: `'no-riddles'`, position: 9, ...values })
const spam = `(select id from "HouseRule" where code = 'spam')`
const wording = (values: Record<string, string | number> = {}) =>
  insert('RuleWording', { '"ruleId"': spam, number: 9, title: `'T'`, reason: `'R'`, ...values })

export const attemptsOnRules: Attempt[] = [
  ['a rule’s code is one word, or several', () => rule({ code: `'No riddles'` }), 'HouseRule_code'],
  ['a code is one rule’s', () => twice(rule()), 'HouseRule_code_key'],
  [
    'what stands for none of the others stays in force',
    () => `update "HouseRule" set "retiredAt" = now() where code = 'other'`,
    'HouseRule_last_resort',
  ],
  [
    'a rule keeps its code',
    () => `update "HouseRule" set code = 'x' where code = 'spam'`,
    'HouseRule rows never change',
  ],
  [
    'a rule is never removed',
    () => `delete from "HouseRule" where code = 'spam'`,
    'HouseRule rows never change',
  ],
  ['rules are never emptied', () => `truncate "HouseRule" cascade`, 'rows never change'],
  ['a wording is a rule’s', () => wording({ '"ruleId"': nobody }), 'RuleWording_ruleId_fkey'],
  ['a wording is somebody’s', () => wording({ '"actorId"': nobody }), 'RuleWording_actorId_fkey'],
  ['wordings are numbered from 1', () => wording({ number: 0 }), 'RuleWording_number'],
  ['a wording’s number is used once', () => twice(wording()), 'RuleWording_ruleId_number_key'],
  ['a wording says something', () => wording({ reason: `' '` }), 'RuleWording_says_something'],
  ['a line has 200 characters at most', () => wording({ title: `repeat('x', 201)` }), 'RuleWording_size'],
  [
    'what a rule said stays written',
    () => `update "RuleWording" set title = 'x'`,
    'RuleWording rows never change',
  ],
  ['no wording is taken out', () => `delete from "RuleWording"`, 'RuleWording rows never change'],
  ['wordings are never emptied', () => `truncate "RuleWording"`, 'rows never change'],
]
