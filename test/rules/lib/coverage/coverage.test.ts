import { expect, it } from 'vitest'
import {
  type CoverageRow,
  coverageOf,
  elementsOf,
  sentencesOf,
  withoutCredit,
} from '../../../../rules/lib/coverage/coverage.ts'
import type { Rule } from '../../../../rules/lib/rule.ts'
import { exampleRule } from '../example-rule.ts'

const acts = new Map([
  ['o365.audit', ['consent', 'app_use', 'mailbox']],
  ['azure.auditlogs', ['consent']],
  ['google_workspace.token', ['consent', 'app_use']],
  ['google_workspace.admin', ['delegation_grant']],
])
const rowsOf = (...rules: [folder: string, change: object][]): CoverageRow[] =>
  coverageOf(
    rules.map(([folder, change]) => ({
      file: `rules/${folder}/rule.ts`,
      value: { ...exampleRule, ...change } as Rule,
    })),
    acts,
  )
const namesOf = (rows: readonly CoverageRow[], element: string, vendor: string) =>
  rows
    .filter((row) => row.element === element && row.vendor === vendor)
    .flatMap(({ rules }) => rules.map(({ name }) => name))

const afterConsent = (event: string) => ({
  type: 'eql',
  query: `sequence [any where ${event}] [any where oauth.action == "consent"]`,
})

it.each<[change: object, elements: readonly string[]]>([
  [{ query: 'oauth.action: ("credential_add" or "owner_add")' }, ['credential', 'owner']],
  [{ query: 'oauth.action: "app_use" and oauth.account.status: "disabled"' }, ['outlives', 'data']],
  [{ query: 'oauth.action: "app_use" and oauth.account.status: "active"' }, ['data']],
  [{ datasets: ['kibana.alerts'], query: 'kibana.alert.rule.tags: "x"' }, ['chain']],
  [{ query: 'o365.audit.Parameters.AuditEnabled: "False"' }, []],
  [{ query: 'event.action: "AppPublishedToCatalog"' }, ['added']],
  [{ query: 'event.action: "Remove-ApplicationAccessPolicy"' }, ['controls']],
  // A script counts as a created application, and an Exchange role gives access to all mailboxes.
  [{ query: 'oauth.action: "consent" and oauth.app.kind: "script"' }, ['created', 'consent']],
  [{ query: 'oauth.action: "consent" and not oauth.app.kind: "script"' }, ['consent']],
  [{ query: 'oauth.action: "app_role_grant" and oauth.role.name: *' }, ['delegation', 'permission']],
  [{ query: 'oauth.action: "app_role_grant" and not oauth.role.name: *' }, ['permission']],
  // A rule on a redirect URI does not include credentials in the same record.
  [{ query: 'oauth.action: ("redirect_change" or "credential_add") and oauth.redirect.kind: "http"' }, ['redirect']],
  // A sequence is a chain if its events differ.
  [afterConsent('event.action == "copy"'), ['consent']],
  [afterConsent('oauth.action == "consent_block"'), ['consent']],
  [afterConsent('oauth.action == "app_register"'), ['chain', 'created', 'consent']],
])('the coverage of a rule with %j is %j', (change, elements) => {
  expect(elementsOf({ ...exampleRule, ...change } as Rule)).toEqual(elements)
})

it('a row of the coverage table lists the rules of an element and a vendor with their evidence, without drafts', () => {
  const rows = rowsOf(['m365/example', {}], ['m365/draft', { state: 'draft', name: 'Draft' }])
  expect(rows.filter(({ element }) => element === 'consent')).toEqual([
    {
      element: 'consent',
      vendor: 'm365',
      rules: [{ id: exampleRule.id, name: 'Example of a rule', match: ['m365/match'], noMatch: 1 }],
    },
    { element: 'consent', vendor: 'google-workspace', rules: [] },
  ])
})

it('a row of the coverage table credits a rule to a vendor only if a log of the vendor contains the act', () => {
  const rows = rowsOf([
    'cross/example',
    {
      datasets: ['o365.audit', 'google_workspace.admin', 'google_workspace.token'],
      query: 'oauth.action: ("consent" or "delegation_grant")',
    },
  ])
  expect(namesOf(rows, 'consent', 'google-workspace')).toEqual(['Example of a rule'])
  expect(namesOf(rows, 'delegation', 'google-workspace')).toEqual(['Example of a rule'])
  expect(namesOf(rows, 'delegation', 'm365')).toEqual([])
})

it('a row of the coverage table credits a finding of one vendor to that vendor', () => {
  const finding = { datasets: ['consentry.findings'], query: 'oauth.finding.kind: "bundle_incomplete"' }
  expect(namesOf(rowsOf(['m365/example', finding]), 'consent', 'google-workspace')).toEqual([])
  expect(namesOf(rowsOf(['cross/example', finding]), 'consent', 'google-workspace')).toEqual(['Example of a rule'])
})

it('each sentence of an analytic counts the rules of its elements', () => {
  const rows = rowsOf(
    ['m365/use', { name: 'Use', query: 'oauth.action: "app_use" and oauth.account.status: "disabled"' }],
    ['m365/audit', { name: 'Audit', query: 'o365.audit.Parameters.AuditEnabled: "False"' }],
  )
  const sentences = sentencesOf(rows)
  const answers = sentences.map(({ analytic, rules }) => [analytic, rules.m365])
  expect(answers.filter(([, names]) => (names as string[]).length > 0)).toEqual([['AN1488', ['Use']]])
  expect(new Set(sentences.map(({ analytic }) => analytic))).toEqual(new Set(['AN1487', 'AN1488']))
})

it('a rule on the technique without coverage of any element is reported', () => {
  const file = 'rules/m365/audit/rule.ts'
  const audit = { ...exampleRule, query: 'o365.audit.Parameters.AuditEnabled: "False"' } as Rule
  expect(withoutCredit([{ file, value: audit }])).toEqual([{ id: exampleRule.id, name: 'Example of a rule' }])
  expect(withoutCredit([{ file, value: exampleRule }])).toEqual([])
})
