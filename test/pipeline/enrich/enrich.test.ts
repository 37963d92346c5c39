import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument, OauthGroup } from '../../../mappings/fields/document.ts'
import { makeEnrich } from '../../../pipeline/enrich/enrich.ts'

const graph = '00000003-0000-0000-c000-000000000000'
const exchange = '00000002-0000-0ff1-ce00-000000000000'
const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const stranger = '9f0b1d59-fffb-4488-8f5a-76cec7e557b7'
const someApp = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'

const northpier: Environment = {
  ...emptyEnvironment,
  tenants: [{ id: tenant, name: 'Northpier', vendor: 'microsoft' }],
  names: ['Northpier Logistics'],
  domains: ['northpier.example'],
}

function enriched(oauth: OauthGroup, rest: Partial<EcsDocument> = {}, environment = northpier): OauthGroup {
  const document: EcsDocument = { event: { dataset: 'o365.audit' }, organization: { id: tenant }, ...rest, oauth }
  makeEnrich(environment)(document)
  return document.oauth as OauthGroup
}

/** The whole document after the stage. */
function enrichedDocument(members: Partial<EcsDocument>): EcsDocument {
  const document: EcsDocument = { event: {}, ...members }
  makeEnrich(northpier)(document)
  return document
}

type Grant = NonNullable<OauthGroup['grant']>
const microsoftGrant = (grant: Grant) => enriched({ grant }).grant
const google = { event: { dataset: 'google_workspace.token' }, organization: { id: 'C02exmpl9' } }
it('the enrich stage writes account addresses in one Unicode form', () => {
  const { user } = enrichedDocument({ user: { email: 'jo\u0308rg@northpier.example', name: 'jo\u0308rg' } })
  expect(user).toEqual({ email: 'j\u00f6rg@northpier.example', name: 'j\u00f6rg' })
  // Sorting so many combining marks takes quadratic time.
  const hostile = `jo\u0308rg${'\u0301\u0316'.repeat(20)}@northpier.example`
  expect(enrichedDocument({ user: { email: hostile } }).user?.email).toBe(hostile)
})

it('the enrich stage writes the addresses of recipients once and in lower case, but not their names', () => {
  const list = ['Mara@NorthPier.example', 'mara@northpier.example', 'Mara Voss']
  const { email, saas } = enrichedDocument({
    email: { to: { address: list } },
    saas: { mail_rule: { forward_to: list } },
  })
  expect(email?.to?.address).toEqual(['mara@northpier.example', 'Mara Voss'])
  expect(saas?.mail_rule?.forward_to).toEqual(['mara@northpier.example', 'Mara Voss'])
})

it('the enrich stage writes the addresses of accounts in lower case', () => {
  const spelled = { id: 'Mara@NorthPier.example', name: 'Mara@NorthPier.example' }
  const { account, grant } = enriched({ account: { ...spelled }, grant: { principal: { ...spelled, id: 'A1B2' } } })
  expect(account).toEqual({ id: 'mara@northpier.example', name: 'mara@northpier.example' })
  expect(grant?.principal).toEqual({ id: 'A1B2', name: 'mara@northpier.example' })
  const user = () => ({ id: 'A1B2', name: 'Mara', email: 'Mara@NorthPier.example' })
  const document = enrichedDocument({
    user: { ...user(), target: user() },
    source: { user: user() },
    related: { user: ['Mara', 'Mara@NorthPier.example', 'mara@northpier.example'] },
  })
  const lower = { id: 'A1B2', name: 'mara', email: 'mara@northpier.example' }
  expect(document.user).toEqual({ ...lower, target: lower })
  expect(document.source?.user).toEqual(lower)
  expect(document.related?.user).toEqual(['mara', 'mara@northpier.example'])
})

const gmail = 'https://www.googleapis.com/auth/gmail.readonly'
it.each<[string, OauthGroup['action'], Grant, string | undefined]>([
  ['an application', undefined, { kind: 'application', scopes: ['Mail.Read'] }, 'critical'],
  ['a user', undefined, { kind: 'delegated', scopes: ['Mail.Read'] }, 'high'],
  ['an unknown kind: the higher one', undefined, { scopes: ['Mail.Read'] }, 'critical'],
  ['an unknown kind with a sign-in scope', undefined, { scopes: ['Mail.Read', 'openid'] }, 'high'],
  ['an act of a user', 'delegated_grant', { scopes: ['Mail.Read'] }, 'high'],
  ['use without a user', undefined, { app_only: true, scopes: ['User.Read.All'] }, 'medium'],
  ['no scopes', undefined, { kind: 'delegated', scopes: [] }, undefined],
])('the tier of a grant depends on its kind: %s', (_, action, grant, tier) => {
  expect(enriched({ ...(action !== undefined && { action }), grant }).grant?.tier).toBe(tier)
})

it.each<[Grant, string]>([
  [{ kind: 'delegated', scopes: [gmail] }, 'high'],
  [{ kind: 'domain_delegation', scopes: [gmail] }, 'critical'],
  [{ kind: 'domain_delegation', scopes: ['openid', 'email'] }, 'low'],
])(
  'the tier of a Google grant is one level higher for domain-wide delegation, except for sign-in scopes: %j',
  (grant, tier) => {
    expect(enriched({ grant }, google).grant?.tier).toBe(tier)
  },
)

it('a grant keeps the API name of the record', () => {
  expect(microsoftGrant({ resource: { id: [graph], name: ['Graph'] } })?.resource?.name).toEqual(['Graph'])
})

const sendAndRead = ['Mail.ReadWrite', 'Mail.Send']
it.each<[string, Grant, object]>([
  [
    'is found if the record contains only the ID of an app role',
    { kind: 'application', resource: { id: [exchange] }, scopes: ['e2a3a72e-5f79-4c64-b1b1-878b674786c9'] },
    { tier: 'critical', tier_reason: [expect.stringMatching(/^Mail\.ReadWrite: /)] },
  ],
  [
    'for the added permissions includes a combination that they complete',
    { kind: 'delegated', scopes: sendAndRead, scopes_added: ['Mail.Send'] },
    { tier: 'critical', tier_added: 'critical' },
  ],
  [
    'for the added permissions ignores an earlier combination',
    { kind: 'delegated', scopes: [...sendAndRead, 'User.Read'], scopes_added: ['User.Read'] },
    { tier: 'critical', tier_added: 'low' },
  ],
])('the tier of a grant %s', (_, grant, expected) => {
  expect(microsoftGrant(grant)).toMatchObject(expected)
})

it('the tier of a grant has at most ten short reasons, whatever the number of scopes', () => {
  const scopes = Array.from({ length: 5_000 }, (_, i) => `Thing${i}.ReadWrite.${'x'.repeat(300)}`)
  const grant = microsoftGrant({ kind: 'application', scopes })
  expect(grant?.tier_reason).toHaveLength(10)
  expect(Math.max(...(grant?.tier_reason ?? []).map((reason) => reason.length))).toBeLessThanOrEqual(160)
  expect(grant?.unknown_scopes).toHaveLength(100)
})

const app = (group: NonNullable<OauthGroup['app']>, rest: Partial<EcsDocument> = {}) =>
  enriched({ app: group }, rest).app

it('a Microsoft application ID with another owner tenant is not first party, and its name is an imitation', () => {
  expect(
    app({ id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46', name: 'Microsoft Azure CLI', owner_tenant: stranger }),
  ).toMatchObject({ first_party: false, own_tenant: false, lookalike_of: 'Microsoft Azure CLI' })
})

it('an application stays first party if the mapping detected it in the record', () => {
  expect(app({ id: someApp, name: 'Outlook', first_party: true })).toEqual({
    id: someApp,
    name: 'Outlook',
    first_party: true,
  })
})

it('the name of an application never makes it first party', () => {
  expect(app({ name: 'Microsoft Teams' })).toEqual({
    name: 'Microsoft Teams',
    lookalike_of: 'Microsoft Teams',
    name_flags: ['reserved'],
  })
})

it('an application is internal if a tenant of the record or of the environment owns it', () => {
  expect(app({ id: someApp, owner_tenant: tenant.toUpperCase() })?.own_tenant).toBe(true)
  expect(app({ id: someApp, owner_tenant: tenant }, { organization: { id: stranger } })?.own_tenant).toBe(true)
  expect(app({ id: someApp, owner_tenant: stranger })?.own_tenant).toBe(false)
  expect(enriched({ app: { owner_tenant: stranger } }, { organization: {} }, emptyEnvironment).app).not.toHaveProperty(
    'own_tenant',
  )
})

it('an application with known attacks has its known name and a verdict', () => {
  expect(app({ id: 'FF8D92DC-3D82-41D6-BCBD-B9174D163620' })).toMatchObject({
    known_abused: true,
    known_abused_name: 'PERFECTDATA SOFTWARE',
    known_abused_verdict: 'abused-legitimate',
  })
})

it('an application with only the name of an abused application is not treated as the abused application', () => {
  const mailbird = app({ id: someApp, name: 'Mailbird' })
  expect(mailbird).toMatchObject({ known_abused_name: 'Mailbird', known_abused_verdict: 'name-only' })
  expect(mailbird).not.toHaveProperty('known_abused')
})

it('a foreign application with the name of the organization is an imitation', () => {
  expect(app({ id: someApp, name: 'Northpier', owner_tenant: stranger })).toMatchObject({
    lookalike_of: 'Northpier',
    name_flags: ['tenant_name'],
  })
  expect(app({ id: someApp, name: 'Northpier', owner_tenant: tenant })).not.toHaveProperty('lookalike_of')
})

it('an application with the name of its actor is flagged, unless the actor is an application', () => {
  const user = { name: 'mara.voss', email: 'mara.voss@northpier.example' }
  expect(app({ id: someApp, name: 'Mara Voss' }, { user })?.name_flags).toEqual(['actor_name'])
  const own = enriched({ app: { id: someApp, name: 'Mara Voss' }, actor_app: { id: someApp } }, { user })
  expect(own.app).not.toHaveProperty('name_flags')
  expect(app({ id: someApp, name: 'Deploy Bot' }, { user: { name: 'Deploy Bot' } })).not.toHaveProperty('name_flags')
})

it('an application keeps the flags from the mapping', () => {
  expect(app({ name: 'test', name_flags: ['reserved'] })?.name_flags).toEqual(['reserved', 'generic'])
})

it('a page of Google for developers is neither abused nor first party, by client ID or by project', () => {
  for (const group of [{ id: '407408718192.apps.googleusercontent.com' }, { registration_id: '407408718192' }]) {
    expect(app(group, google)?.known_abused_verdict).toBe('developer-tool')
    expect(app(group, google)).not.toHaveProperty('known_abused')
    expect(app(group, google)).not.toHaveProperty('first_party')
  }
})

it('a Google application is first party only if its ID is public, else undetermined', () => {
  const at = (group: NonNullable<OauthGroup['app']>) => app(group, google)
  expect(at({ id: '32555940559.apps.googleusercontent.com' })).toMatchObject({
    first_party: true,
    first_party_name: 'Google Cloud SDK (gcloud)',
    known_abused_verdict: 'first-party-dual-use',
  })
  expect(at({ id: '684213579024-k3v8.apps.googleusercontent.com', name: 'Google Drive' })).toEqual({
    id: '684213579024-k3v8.apps.googleusercontent.com',
    name: 'Google Drive',
    name_flags: ['reserved'],
  })
})

it('the enrich stage does not change a document without an application', () => {
  expect(enrichedDocument({ user: { name: 'mara.voss' } })).toEqual({ event: {}, user: { name: 'mara.voss' } })
})

it('the enrich stage shares no objects between two documents', () => {
  const enrich = makeEnrich(northpier)
  const make = (): EcsDocument => ({
    event: { dataset: 'o365.audit' },
    oauth: { app: { id: someApp, name: 'test' }, grant: { kind: 'application', scopes: ['Thing.Send'] } },
  })
  const [first, second] = [make(), make()]
  enrich(first)
  first.oauth?.grant?.tier_reason?.push('changed')
  first.oauth?.grant?.unknown_scopes?.push('changed')
  first.oauth?.app?.name_flags?.push('reserved')
  enrich(second)
  expect(JSON.stringify(second)).not.toMatch(/changed|reserved/)
})

it('the enrich stage does not treat a scope with a line break as two known scopes', () => {
  const tierOf = (scopes: string[]) => microsoftGrant({ kind: 'application', scopes })?.tier
  expect(tierOf(['Mail.Read\nUser.Read'])).toBe('high')
  expect(tierOf(['Mail.Read', 'User.Read'])).toBe('critical')
})

it('the enrich stage is idempotent and causes no exception', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 })
  const texts = fc.array(
    fc.oneof(text, fc.constantFrom('Mail.Read', 'Mail.Send', 'offline_access', `${graph}:Mail.Read`)),
  )
  const enrich = makeEnrich(northpier)
  fc.assert(
    fc.property(text, text, texts, texts, fc.boolean(), (id, name, scopes, added, isGoogle) => {
      const document: EcsDocument = {
        event: { dataset: isGoogle ? 'google_workspace.token' : 'o365.audit' },
        oauth: {
          app: { id, name },
          grant: { scopes, scopes_added: added, scopes_qualified: added },
          role: { id, name },
        },
      }
      enrich(document)
      const once = structuredClone(document)
      enrich(document)
      expect(document).toEqual(once)
    }),
  )
})

it('the enrich stage marks an address of a hosting provider, and names the provider if the record has no name', () => {
  const marked = (as: object) => enrichedDocument({ source: { as } } as Partial<EcsDocument>)
  expect(marked({ number: 9009 })).toMatchObject({
    source: { as: { organization: { name: 'M247' } } },
    saas: { source: { hosting: true } },
  })
  expect(marked({ number: 9009, organization: { name: 'M247 Europe' } }).source?.as?.organization?.name).toBe(
    'M247 Europe',
  )
  expect(marked({ number: 64512 }).saas).toBeUndefined()
})
