import { expect, it } from 'vitest'
import { oauthActions } from '../../../../mappings/fields/oauth.ts'
import { catalogOf, commonCatalog } from '../../../../rules/lib/query/catalog.ts'
import { checkKql } from '../../../../rules/lib/query/check.ts'
import { toDiagnostic } from '../../../../rules/lib/query/problem.ts'

const vendor = catalogOf({
  'o365.audit.ExtendedProperties': { type: 'flattened' },
  'email.attachments': { type: 'nested', list: true },
  'email.attachments.file.name': { type: 'keyword' },
})

it.each([
  'oauth.action: "consent" and oauth.grant.tier: (critical or high)',
  'not oauth.app.first_party: true and oauth.grant.scopes_added: *',
  'source.ip: "198.51.100.0/24" and @timestamp >= 2026-03-11',
  'oauth.credential.added >= 1 and oauth.app.orphaned_hours > 1.5',
  'oauth.action: app_role_* and message: *',
  '*:*',
])('the query %s is fine', (query) => {
  expect(checkKql(query, commonCatalog)).toEqual([])
})

it.each([
  ['an unknown field', 'oauth.ap.id: x', 'Q002', 'did you mean "oauth.app.id"?'],
  ['a group instead of a field', 'oauth.redirect: x', 'Q002', 'oauth.redirect.added'],
  ['a value outside the closed set', 'oauth.action: consnet', 'Q005', 'did you mean "consent"?'],
  ['a value of the wrong case', 'oauth.action: "Consent"', 'Q005', 'did you mean "consent"?'],
  ['a closed set without a near value', 'oauth.grant.breadth: everyone', 'Q005', 'one of user, tenant, group'],
  ['a pattern that no value matches', 'oauth.action: grant_*', 'Q005', undefined],
  ['text for a boolean', 'oauth.app.first_party: yes', 'Q003', 'oauth.app.first_party: true'],
  ['a pattern for a boolean', 'oauth.app.first_party: t*', 'Q003', undefined],
  ['a range of a boolean', 'oauth.app.first_party > false', 'Q003', undefined],
  ['text for a number', 'oauth.credential.added: many', 'Q003', undefined],
  ['a pattern for a number', 'oauth.credential.added: 1*', 'Q003', undefined],
  ['a range of a keyword', 'oauth.app.name > a', 'Q003', undefined],
  ['no address', 'source.ip: mars', 'Q003', undefined],
  ['a network too wide', 'source.ip: "192.0.2.0/33"', 'Q003', undefined],
  ['a pattern for an address', 'source.ip: 192.0.2.*', 'Q003', '192.0.2.0/24'],
  ['no date', '@timestamp >= yesterday', 'Q003', '2026-03-11'],
  ['a year, which Elasticsearch reads as its first day', 'oauth.credential.end >= 2026', 'Q004', 'name the day'],
  ['a month, likewise', 'oauth.credential.end: "2026-03"', 'Q004', 'name the day'],
  ['a network of mapped addresses', 'source.ip: "::ffff:192.0.2.0/120"', 'Q003', 'IPv4'],
  ['date arithmetic', '@timestamp >= now-1d', 'Q004', 'age'],
  ['full text', 'message: consent', 'Q004', 'keyword'],
  ['a place on the earth', 'source.geo.location: x', 'Q003', undefined],
  ['a text that does not parse', 'oauth.action: "consent" and', 'Q001', undefined],
])('the query %s is reported', (_, query, code, hint) => {
  const problems = checkKql(query, commonCatalog)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ code })
  if (hint !== undefined) expect(problems[0]?.hint).toContain(hint)
})

it.each([
  ['a wildcard below a flattened field', 'o365.audit.ExtendedProperties.Name: a*', 'Q004'],
  ['a range below a flattened field', 'o365.audit.ExtendedProperties.Name > 1', 'Q004'],
  ['a field inside a nested one', 'email.attachments.file.name: x', 'Q004'],
  ['the existence of a nested field', 'email.attachments: *', 'Q004'],
])('the query %s is refused', (_, query, code) => {
  expect(checkKql(query, vendor)).toMatchObject([{ code }])
})

it('a KQL query can use a key below a flattened field', () => {
  expect(checkKql('o365.audit.ExtendedProperties.Name: "x"', vendor)).toEqual([])
})

it('the check of a KQL query reports every problem, with its position', () => {
  const query = 'oauth.action: "consnet"\n  and oauth.grnt.tier: "high"\n  and oauth.credential.added: x'
  const found = checkKql(query, commonCatalog).map((problem) => toDiagnostic(problem, query, 'a.rule.ts'))
  expect(found.map(({ code, path }) => [code, path])).toEqual([
    ['Q005', 'query:1:15'],
    ['Q002', 'query:2:7'],
    ['Q003', 'query:3:31'],
  ])
})

it('the check of a KQL query accepts every action of oauth.action', () => {
  for (const action of oauthActions) expect(checkKql(`oauth.action: ${action}`, commonCatalog)).toEqual([])
})
