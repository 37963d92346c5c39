// A valid rule, for tests that change one thing.
import { type Approval, type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { Content } from '../../../mappings/kernel/discover.ts'
import type { Rule } from '../../../rules/lib/rule.ts'

export const exampleRule: Rule = {
  id: '0b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a01',
  name: 'Example of a rule',
  severity: 'high',
  attack: ['T1671', 'T1098.003', 'T1098.001'],
  datasets: ['o365.audit'],
  query: 'event.outcome: "success" and oauth.action: "consent" and oauth.credential.added >= 1',
  description: 'Why it matters.',
  falsePositives: ['A planned change.'],
  investigation: '- The application.',
  response: '1. Ask its owner.',
  tests: { match: [{ sample: 'm365/match' }], noMatch: [{ sample: 'm365/no-match' }] },
}

export function exampleContent(change: object = {}, file = 'rules/m365/example/rule.ts'): Content<Rule> {
  return { file, value: { ...exampleRule, ...change } as Rule }
}

/** A rule of the tests that differs from the example. */
export const ruleWith = (change: object): Rule => ({ ...exampleRule, ...change }) as Rule

/** A rule that counts the alerts of two rules on one application. */
export const ruleOnAlerts = ruleWith({
  id: '1b0c7f5e-3f0e-4a55-9d2b-6c1f8f3f7a02',
  name: 'on alerts',
  datasets: ['kibana.alerts'],
  query: 'kibana.alert.rule.tags: "Consentry"',
  type: 'threshold',
  threshold: { field: ['service.id'], value: 2, cardinality: [{ field: 'kibana.alert.rule.rule_id', value: 2 }] },
  from: 'now-7d',
  interval: '1h',
})

/** An environment with these settings of rules. */
export const environmentWith = (rules: Partial<Environment['rules']>, base = emptyEnvironment): Environment => ({
  ...base,
  rules: { ...base.rules, ...rules },
})

export const approval: Approval = {
  id: 'a',
  tier: 'critical',
  uses: ['entry', 'consent', 'use'],
  owner: 'Ivo Brandt',
  reason: 'Looked at',
  expires: '2030-01-01',
}
