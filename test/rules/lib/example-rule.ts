// A valid rule, for tests that change one thing.
import type { Approval } from '../../../mappings/environment/environment.ts'
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

export const approval: Approval = {
  id: 'a',
  tier: 'critical',
  uses: ['entry', 'consent', 'use'],
  owner: 'Ivo Brandt',
  reason: 'Looked at',
  expires: '2030-01-01',
}
