import { describe, expect, it } from 'vitest'
import { indexRules, type Selective, type SharedClause } from '../../../rules/lib/rule-index.ts'

interface Example extends Selective {
  readonly name: string
}

describe('the index of rules', () => {
  let asked: string[] = []
  const clause = (key: string, member: string, value: string): SharedClause => ({
    key,
    asksOnly: () => false,
    holds(document) {
      asked.push(key)
      return (document as Record<string, unknown>)[member] === value
    },
  })
  const rule = (order: number, clauses: SharedClause[], more: Partial<Example> = {}): Example => ({
    name: `rule ${order}`,
    order,
    datasets: ['o365.audit'],
    clauses,
    required: () => undefined,
    passes: () => true,
    ...more,
  })
  const names = (found: readonly Example[]) => found.map(({ name }) => name)

  it('asks a clause that rules share once, and nothing further where it does not hold', () => {
    const shared = () => clause('outcome', 'outcome', 'success')
    const select = indexRules([
      rule(0, [clause('a', 'app', 'a'), shared()]),
      rule(1, [shared(), clause('b', 'app', 'b')]),
      rule(2, [shared()]),
    ])
    asked = []
    expect(names(select({ outcome: 'success', app: 'b' }, 'o365.audit'))).toEqual(['rule 1', 'rule 2'])
    expect(asked).toEqual(['outcome', 'a', 'b'])
    asked = []
    expect(select({ outcome: 'failure', app: 'b' }, 'o365.audit')).toEqual([])
    expect(asked).toEqual(['outcome'])
  })

  it('leaves out the clause under which it found a rule, and no other', () => {
    const byAction = {
      required: (field: string) => (field === 'oauth.action' ? new Set(['consent']) : undefined),
    }
    const action: SharedClause = { ...clause('action', 'x', 'y'), asksOnly: (field) => field === 'oauth.action' }
    const select = indexRules([rule(0, [action, clause('a', 'app', 'a')], byAction)])
    asked = []
    expect(names(select({ oauth: { action: 'consent' }, app: 'a' }, 'o365.audit'))).toEqual(['rule 0'])
    expect(asked).toEqual(['a'])
    expect(select({ oauth: { action: 'app_use' }, app: 'a' }, 'o365.audit')).toEqual([])
  })

  it('asks the filters of a rule last, and only when its clauses hold', () => {
    let filtered = 0
    const passes = () => {
      filtered++
      return false
    }
    const select = indexRules([rule(0, [clause('a', 'app', 'a')], { passes })])
    expect(select({ app: 'b' }, 'o365.audit')).toEqual([])
    expect(filtered).toBe(0)
    expect(select({ app: 'a' }, 'o365.audit')).toEqual([])
    expect(filtered).toBe(1)
  })

  it('knows data sets apart, and a rule that says a clause twice', () => {
    const twice = [clause('a', 'app', 'a'), clause('a', 'app', 'a')]
    const select = indexRules([rule(0, twice, { datasets: ['azure.auditlogs'] })])
    expect(names(select({ app: 'a' }, 'azure.auditlogs'))).toEqual(['rule 0'])
    expect(select({ app: 'a' }, 'o365.audit')).toEqual([])
  })
})
