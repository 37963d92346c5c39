import { expect, it } from 'vitest'
import { checkActs } from '../../../rules/lib/check-acts.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { exampleContent } from './example-rule.ts'

const acts = new Map([
  ['o365.audit', ['app_use', 'consent']],
  ['azure.auditlogs', ['consent', 'owner_add']],
  ['azure.graphactivitylogs', ['app_use']],
  ['google_workspace.token', ['app_use', 'consent']],
  ['google_workspace.odd', ['consent']],
])
const found = (change: Partial<Rule> | object) =>
  checkActs([exampleContent(change)], acts).map(({ code, path, message }) => [code, path, message])

it('a rule on an act must read every dataset of its vendor that contains the act', () => {
  const query = 'oauth.action: ("consent" or "owner_add")'
  expect(found({ query })).toEqual([['R018', 'datasets', 'azure.auditlogs also contains consent, owner_add']])
  expect(found({ query, datasets: ['o365.audit', 'azure.auditlogs'] })).toEqual([])
})

it('a rule on an act of both vendors must read every dataset of both vendors with the act', () => {
  const query = 'oauth.action: "app_use" and not event.outcome: "failure"'
  expect(found({ query, datasets: ['google_workspace.token', 'azure.graphactivitylogs'] })).toEqual([
    ['R018', 'datasets', 'o365.audit also contains app_use'],
  ])
})

it('a rule on an act may omit a dataset with a reason, but not a dataset that it reads or that lacks the act', () => {
  const query = 'oauth.action: "consent"'
  expect(found({ query, omits: { 'azure.auditlogs': 'in two datasets' } })).toEqual([])
  expect(found({ query, datasets: ['o365.audit', 'azure.auditlogs'], omits: { 'azure.auditlogs': 'x' } })).toEqual([
    ['R018', 'omits.azure.auditlogs', 'azure.auditlogs need not be omitted'],
  ])
  expect(
    found({ query: 'oauth.action: "app_use"', omits: { 'azure.auditlogs': 'x', 'azure.graphactivitylogs': 'x' } }),
  ).toEqual([['R018', 'omits.azure.auditlogs', 'azure.auditlogs need not be omitted']])
})

it('each step of a sequence rule on acts is checked for its datasets', () => {
  const query = `sequence by oauth.app.id with maxspan=1h
      [any where oauth.action == "app_use"] [any where oauth.action == "consent"]`
  expect(found({ type: 'eql', query }).map(([, , message]) => message)).toEqual([
    'azure.auditlogs also contains consent',
    'azure.graphactivitylogs also contains app_use',
  ])
})

it('a rule on an act in a content folder only causes a warning about missing datasets', () => {
  const own = exampleContent({ query: 'oauth.action: "consent"' }, '/etc/consentry/own/rule.json')
  expect(checkActs([own], acts)).toMatchObject([{ level: 'warning' }])
})

it('a rule on an act with unknown or invalid datasets is not checked for missing datasets', () => {
  const query = 'oauth.action: "consent"'
  expect(found({ query, datasets: ['google_workspace.nothing'] })).toEqual([])
  expect(found({ query, datasets: 'o365.audit' })).toEqual([])
})

it('a rule that also matches records without an act need not read every dataset of the act', () => {
  expect(found({ query: 'oauth.action: "consent" or user.id: *' })).toEqual([])
})

it('a rule on a kind of data or on a method need not read a log of another kind', () => {
  const cloud = new Map([...acts, ['gcp.audit', ['app_use']]])
  const ofToken = (query: string) =>
    checkActs([exampleContent({ query, datasets: ['google_workspace.token'] })], cloud).map(({ message }) => message)
  expect(ofToken('oauth.action: "app_use"')).toEqual(['gcp.audit also contains app_use'])
  expect(ofToken('oauth.action: "app_use" and oauth.activity.kind: ("mail" or "other")')).toHaveLength(1)
  expect(ofToken('oauth.action: "app_use" and oauth.activity.kind: ("mail" or "file")')).toEqual([])
  expect(ofToken('oauth.action: "app_use" and oauth.activity.method: "gmail.users.messages.get"')).toEqual([])
})
