// The first query and evidence of each rule type, which extend the condition "this act happened".
import type { RuleType } from '../../../rules/lib/rule.ts'
import type { Scenario, Step } from '../../../rules/lib/scenario.ts'
import type { KnownSample } from './names.ts'

/** The query of a rule, and the scenarios that test it. Without scenarios, the samples test it. */
export interface RuleDraft {
  readonly query: object
  readonly match?: Pick<Scenario, 'title' | 'steps'>
  readonly noMatch?: Pick<Scenario, 'title' | 'steps'>
}

export interface DraftSamples {
  readonly match: KnownSample
  readonly noMatch: KnownSample
}

/** Returns clauses for the act of a sample, and for the kind and access of its activity. */
function clausesOf({ act, document }: KnownSample, operator: ': ' | ' == '): string {
  const { kind, access } = document.oauth?.activity ?? {}
  const values = { [act.field]: act.value, 'oauth.activity.kind': kind, 'oauth.activity.access': access }
  return Object.entries(values)
    .flatMap(([field, value]) => (value === undefined ? [] : [`${field}${operator}${JSON.stringify(value)}`]))
    .join(' and ')
}

export function draftOf(type: RuleType, { match, noMatch }: DraftSamples, field: string): RuleDraft {
  const { sample } = match
  const query = clausesOf(match, ': ')
  const step = (at: string, more: Partial<Step> = {}): Step => ({ sample: sample.ref, at, ...more })
  switch (type) {
    case 'query':
      return { query: { query } }
    case 'eql': {
      const event = `[any where ${clausesOf(match, ' == ')}]`
      return {
        query: { type, query: `sequence by ${field} with maxspan=1h\n  ${event}\n  ${event}` },
        match: { title: 'Twice within an hour', steps: [step('PT0S'), step('PT20M')] },
        noMatch: { title: 'Twice within a day', steps: [step('PT0S'), step('PT12H')] },
      }
    }
    case 'threshold': {
      const times = (count: number) => step('PT0S', { repeat: { every: 'PT10M', times: count } })
      return {
        query: { type, query, threshold: { field: [field], value: 3 }, from: 'now-60m' },
        match: { title: 'Three times within an hour', steps: [times(3)] },
        noMatch: { title: 'Twice within an hour', steps: [times(2)] },
      }
    }
    case 'new_terms': {
      // The log begins before the history window of the rule, with an event that the rule does not match.
      const begin: Step = { sample: noMatch.sample.ref, at: 'PT0S' }
      return {
        query: { type, query, newTermsFields: [field], historyWindowStart: 'now-14d' },
        match: { title: 'The first time in two weeks', steps: [begin, step('P16D')] },
        noMatch: { title: 'The second time in two weeks', steps: [begin, step('P4D'), step('P16D')] },
      }
    }
  }
}

/** Fields that identify an application or an account, the best first. */
export const groupFields = ['service.id', 'user.email', 'user.id', 'source.ip', 'organization.id'] as const
