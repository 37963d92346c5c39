import { describe, expect, it } from 'vitest'
import { coverageOf, elementsOf, navigatorLayer } from '../../../../rules/lib/coverage/coverage.ts'
import { isShipped, type Rule } from '../../../../rules/lib/rule.ts'
import { loadPack } from '../../../../rules/lib/rule-folder.ts'
import { exampleRule } from '../example-rule.ts'

const elements = (change: object) => elementsOf({ ...exampleRule, ...change } as Rule)

describe('what a rule covers', () => {
  it('follows from the acts that it asks for, and from the state of the account', () => {
    expect(elements({ query: 'oauth.action: ("credential_add" or "owner_add")' })).toEqual(['credential', 'owner'])
    expect(elements({ query: 'oauth.action: "app_use" and oauth.account.status: "disabled"' })).toEqual([
      'outlives',
      'data',
    ])
    expect(elements({ query: 'oauth.app.known_abused: true' })).toEqual(['added'])
    expect(elements({ datasets: ['kibana.alerts'], query: 'kibana.alert.rule.tags: "x"' })).toEqual(['chain'])
  })

  it('knows a script as an application of one’s own, and an Exchange role as access to all mailboxes', () => {
    expect(elements({ query: 'oauth.action: "consent" and oauth.app.kind: "script"' })).toEqual(['created', 'consent'])
    expect(elements({ query: 'oauth.action: "consent" and not oauth.app.kind: "script"' })).toEqual(['consent'])
    expect(elements({ query: 'oauth.action: "app_role_grant" and oauth.role.name: *' })).toEqual([
      'delegation',
      'permission',
    ])
  })

  it('is a row for each element and vendor, with the evidence, and none for drafts', () => {
    const rows = coverageOf([exampleRule, { ...exampleRule, state: 'draft', datasets: ['google_workspace.token'] }])
    const consent = rows.filter(({ element }) => element === 'consent')
    expect(consent).toEqual([
      {
        element: 'consent',
        vendor: 'm365',
        rules: [{ id: exampleRule.id, name: 'Example of a rule', match: ['m365/match'], noMatch: 1 }],
      },
      { element: 'consent', vendor: 'google-workspace', rules: [] },
    ])
  })
})

it('the layer names every technique of the pack in each of its tactics, with the rules on it', async () => {
  const rules = (await loadPack()).map(({ value }) => value)
  const { domain, techniques } = navigatorLayer(rules) as {
    domain: string
    techniques: { techniqueID: string; tactic: string; score: number }[]
  }
  expect(domain).toBe('enterprise-attack')
  const t1671 = techniques.find(({ techniqueID }) => techniqueID === 'T1671')
  expect(t1671).toMatchObject({
    tactic: 'persistence',
    score: rules.filter((rule) => isShipped(rule) && rule.attack.includes('T1671')).length,
  })
})
