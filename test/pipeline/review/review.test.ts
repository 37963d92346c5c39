import { beforeAll, expect, it } from 'vitest'
import { type Approval, type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { formatApp, formatApps } from '../../../pipeline/cli/apps-text.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { factsOf } from '../../../pipeline/hunt/report/app-facts.ts'
import { containApp } from '../../../pipeline/review/containment/contain.ts'
import type { ReviewedGrant } from '../../../pipeline/review/grants.ts'
import { inventoryOfRecords } from '../../../pipeline/review/load.ts'
import { type ReviewedApp, reviewApps } from '../../../pipeline/review/review.ts'
import { product, rawValues, scenarioOf, textsOf } from '../../support/product.ts'
import { reviewedApp, reviewRecords } from './reviewed-app.ts'

const helper = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'

const inventoryOf = (texts: readonly string[]) => inventoryOfRecords(rawValues(texts), product.chain)

const inventory = (...scenarios: string[]) => inventoryOf(scenarios.flatMap((id) => textsOf(scenarioOf(id))))

/** Returns the applications in the entity store after unified audit log samples. `change` can replace their text. */
async function reviewSamples(...samples: (readonly [name: string, change?: (text: string) => string])[]) {
  const texts = samples.map(([name, change = (text: string) => text]) =>
    change(sampleText(product.evidence, name.includes('/') ? name : `m365/${name}`)),
  )
  const { store } = await inventoryOf(texts)
  return reviewApps(store, emptyEnvironment, Date.parse('2026-06-01T00:00:00Z'))
}

const review = (scenario: string, environment?: Environment) =>
  reviewRecords(textsOf(scenarioOf(scenario)), environment)

const find = (apps: readonly ReviewedApp[]) => apps.find((app) => app.id === helper) as ReviewedApp

let leaver: ReviewedApp[]
beforeAll(async () => {
  leaver = await review('cross/m365-leaver-app-keeps-reading')
})

it('a review lists an application with client ID and object ID once, with the reasons for a review', () => {
  expect(leaver).toHaveLength(1)
  expect(find(leaver)).toMatchObject({
    otherIds: ['4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a'],
    names: ['Invoice Sync Helper'],
    tier: 'critical',
    breadth: 'user',
    users: 1,
    idleDays: 0,
    granters: 'gone',
    reasons: [
      'new token after the account mara.voss@northpier.example was disabled',
      'all accounts that granted access are disabled or deleted',
      'has a grant of mara.voss@northpier.example, which is disabled',
      'critical permissions',
    ],
  })
})

it('the idle time of an application ends at the last record of its own vendor', async () => {
  const later = sampleText(product.evidence, 'google-workspace/token-authorize-mail').replaceAll(
    /20\d\d-\d\d-\d\dT/g,
    '2026-12-01T',
  )
  const { store, lastEvent } = await inventoryOf([...textsOf(scenarioOf('cross/m365-leaver-app-keeps-reading')), later])
  expect(new Date(lastEvent).toISOString()).toMatch(/^2026-12-01/)
  expect(find(reviewApps(store, emptyEnvironment, lastEvent + 1))).toMatchObject({ idleDays: 0 })
})

it('a review calls an application attempted if all its acts failed', async () => {
  const [refused] = await reviewSamples(['application-name-refused'])
  expect(refused?.status).toBe('attempted')
  const registered = new Map(factsOf({ ...(refused as ReviewedApp), ownerTenant: refused?.tenant ?? '' })).get(
    'registered',
  )
  expect(registered).toBe('no: all recorded attempts failed')
  expect(await reviewSamples(['consent-blocked-risky'], ['consent-user-mail'])).toMatchObject([{ status: 'enabled' }])
})

it('a review attributes a removed grant without an account to the only grant with the same permissions, and never to the actor', async () => {
  const removal = ['delegated-grant-removed', (text: string) => text.replace('.PrincipalId', '.Other')] as const
  const joost = (text: string) => text.replaceAll('mara.voss', 'joost.hale').replaceAll('0b7c2f6e', '1b7c2f6e')
  const [one] = await reviewSamples(['consent-user-mail'], removal)
  expect(one?.grants).toMatchObject([{ principal: 'mara.voss@northpier.example', inferred: true }])
  expect(one).toMatchObject({ unnamedRemovals: [], breadth: 'none' })
  const consentScreen = (text: string) => removal[1](text).replace(/Mozilla[^"]*?537\.36(?=\\)/, 'EvoSTS')
  expect(await reviewSamples(['consent-user-mail'], ['delegated-grant-removed', consentScreen])).toEqual([one])
  const [two] = await reviewSamples(['consent-user-mail'], ['consent-user-mail', joost], removal)
  expect(two?.grants.flatMap(({ revoked }) => revoked ?? [])).toEqual([])
  expect(two?.grants).toHaveLength(2)
  expect(two?.unnamedRemovals).toMatchObject([{ at: '2026-03-16T13:05:00.000Z' }])
  const later = (text: string) => removal[1](text).replace('abf61b5d', 'bbf61b5d').replace('1f8016b3', '2f8016b3')
  const consents = [['consent-user-mail'], ['consent-user-mail', joost]] as const
  const [both] = await reviewSamples(...consents, removal, ['delegated-grant-removed', later])
  expect(both).toMatchObject({ unnamedRemovals: [], breadth: 'none' })
  const again = (text: string) => removal[1](text).replace('1f8016b3', '2f8016b3')
  const [same] = await reviewSamples(...consents, removal, ['delegated-grant-removed', again])
  expect(same).toMatchObject({ unnamedRemovals: [{}, {}], breadth: 'user' })
})

it('a review contains the revocation before a grant that an account gave again, with its actor', async () => {
  const again = (text: string) => text.replaceAll('2026-03-11', '2026-05-11').replaceAll('abf61b5d', 'cbf61b5d')
  const unnamed = (text: string) => text.replace('.PrincipalId', '.Other')
  for (const change of [(text: string) => text, unnamed]) {
    const [app] = await reviewSamples(
      ['consent-user-mail'],
      ['delegated-grant-removed', change],
      ['consent-user-mail', again],
    )
    expect(app?.grants).toMatchObject([
      {
        granted: '2026-05-11T09:14:27.000Z',
        revokedBefore: { at: '2026-03-16T13:05:00.000Z', by: expect.stringContaining('@') },
      },
    ])
    expect(app?.grants[0]?.revoked).toBeUndefined()
    expect(app?.history.filter(({ what }) => what.startsWith('revoked'))).toHaveLength(1)
    expect(formatApp(app as ReviewedApp)).toMatch(/after it was revoked 2026-03-16T13:05:00Z by .* granted again for/s)
  }
})

it('a review lists accounts as exposed if they consented to severe permissions or to a brand name', async () => {
  const consent = async (name: string, scope: string) => {
    const change = (text: string) =>
      text.replaceAll('Invoice Sync Helper', name).replaceAll('Mail.ReadWrite Mail.Send', scope)
    return (await reviewSamples(['consent-user-mail', change])).flatMap(({ exposed }) => exposed)
  }
  const mara = 'mara.voss@northpier.example'
  expect(await consent('Invoice Sync Helper', 'Mail.ReadWrite')).toEqual([mara])
  expect(await consent('DocuSign', 'email')).toEqual([mara])
  expect(await consent('Invoice Sync Helper', 'email')).toEqual([])
})

it('accounts remain exposed after severe permissions were revoked and only harmless permissions were granted', async () => {
  const harmless = (text: string) =>
    text
      .replaceAll('2026-03-11', '2026-05-11')
      .replaceAll('abf61b5d', 'cbf61b5d')
      .replaceAll('Mail.ReadWrite Mail.Send', 'User.Read')
  const [consent = '', removal = ''] = ['consent-user-mail', 'delegated-grant-removed'].map((name) =>
    sampleText(product.evidence, `m365/${name}`),
  )
  const approvedApps: Approval[] = [
    { id: helper, tier: 'medium', uses: ['consent'], owner: 'Ivo', reason: 'looked at', expires: '2027-01-01' },
  ]
  for (const environment of [emptyEnvironment, { ...emptyEnvironment, approvedApps }]) {
    const [app] = await reviewRecords([consent, removal, harmless(consent)], environment)
    expect(app).toMatchObject({ tier: 'medium', formerTier: 'critical', exposed: ['mara.voss@northpier.example'] })
  }
})

it('a review counts every use as a use of the tenant-wide grant', async () => {
  const crm = '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89'
  const used = (text: string) => text.replaceAll(helper, crm)
  const [app] = await reviewSamples(['consent-tenant-wide'], ['mail-items-accessed-bind', used])
  expect(app?.lastUsed).toBeDefined()
  expect(app?.grants[0]).toMatchObject({ principal: '*', lastUsed: app?.lastUsed })
})

it('a review detects the use of an access before its recorded grant', async () => {
  const later = (day: string) => (text: string) => text.replaceAll('2026-03-11', day)
  const [app] = await reviewSamples(['mail-items-accessed-bind'], ['consent-user-mail', later('2026-05-11')])
  const [grant] = app?.grants ?? []
  expect(grant).toMatchObject({ granted: '2026-05-11T09:14:27.000Z', usedSince: grant?.lastUsed })
  expect(formatApp(app as ReviewedApp)).toMatch(
    /used since .*: renewed, or older than the records.* granted again for/s,
  )
  const [ordinary] = await reviewSamples(['mail-items-accessed-bind'], ['consent-user-mail'])
  expect(ordinary?.grants[0]).not.toHaveProperty('usedSince')
})

it('a review keeps the start of a renewed access, even after more renewals than the limit', async () => {
  const days = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1).padStart(2, '0'))
  const consents = (count: number) =>
    days(count).map(
      (day) => ['consent-user-mail', (text: string) => text.replaceAll('2026-03-11', `2026-03-${day}`)] as const,
    )
  const [renewed] = await reviewSamples(...consents(3))
  expect(renewed?.grants[0]).toMatchObject({ granted: '2026-03-01T09:14:27.000Z', grantedBy: expect.any(String) })
  const [often] = await reviewSamples(...consents(20))
  expect(often?.grants[0]).toMatchObject({ granted: '2026-03-01T09:14:27.000Z', grantedBy: expect.any(String) })
})

it('a review treats a removed grant as no grant', async () => {
  const [revoked] = await review('google-workspace/revoked-app-last-calls')
  expect(revoked).toMatchObject({ breadth: 'none', reasons: [] })
  expect(revoked?.grants[0]?.revoked).toBeDefined()
})

it('a review distinguishes a valid approval from an expired approval', async () => {
  const approved = (expires: string, tier: Approval['tier'] = 'critical'): Environment => ({
    ...emptyEnvironment,
    approvedApps: [{ id: helper, tier, uses: ['consent'], owner: 'Ivo', reason: 'looked at', expires }],
  })
  const scenario = 'cross/m365-leaver-app-keeps-reading'
  expect(find(await review(scenario, approved('2027-01-01'))).approval).toBe('approved')
  const exceeded = find(await review(scenario, approved('2027-01-01', 'high')))
  expect([exceeded.approval, exceeded.reasons.at(-1)]).toEqual(['exceeded', 'permissions exceed the approval'])
  const ended = find(await review(scenario, approved('2026-01-01')))
  expect([ended.approval, ended.reasons.at(-1)]).toEqual(['expired', 'approval expired'])
})

it('a review lists the whole history in time order', () => {
  const { history } = find(leaver)
  expect(history.map(({ what }) => what)).toEqual([
    'seen for the first time',
    'enabled',
    'granted for mara.voss@northpier.example',
    'first use from the network 203.0.113.0/24, apart from sign-ins of its users',
  ])
  expect(formatApp(find(leaver))).toMatch(/^reasons for review {2}\S/m)
  expect(formatApp(find(leaver))).toContain('mara.voss@northpier.example: critical, granted 2026-03-02T09:14:27Z')
})

it('a review never starts a line of the history with an injected name', () => {
  const app = find(leaver)
  const line = 'approval      approved (until 2030-01-01)'
  const forged = formatApp({ ...app, names: [`Helper\n${line}`], owners: [`x\n${line}`] })
  expect(forged.split('\n')).not.toContain(line)
  expect(forged.split('\n')).toHaveLength(formatApp({ ...app, owners: ['x'] }).split('\n').length)
})

it('a review does not depend on the order of the records', async () => {
  const { store, lastEvent } = await inventory('cross/demo-week', 'cross/demo-attack')
  const there = reviewApps(store, emptyEnvironment, lastEvent)
  const reversed = await inventory('cross/demo-attack', 'cross/demo-week')
  expect(reviewApps(reversed.store, emptyEnvironment, lastEvent)).toEqual(there)
  expect(there.map((app) => app.reasons.length)).toEqual(
    [...there.map((app) => app.reasons.length)].sort((a, b) => b - a),
  )
})

it('a list of applications has a column with the permissions of the active grants, the highest tier first', () => {
  const [grant] = reviewedApp.grants
  const grants = [
    { ...(grant as ReviewedGrant), scopes: ['User.Read', 'offline_access', 'Mail.Read'] },
    {
      ...(grant as ReviewedGrant),
      kinds: ['application'],
      principal: '*',
      scopes: ['RoleManagement.ReadWrite.Directory'],
    },
    { ...(grant as ReviewedGrant), scopes: ['Files.Read.All'], revoked: '2026-03-12T00:00:00.000Z' },
  ]
  const [head, row] = formatApps([{ ...reviewedApp, grants }], 'csv').split('\n')
  expect(head).toMatch(/,PERMISSIONS,WHY,GRANTED$/)
  expect(row).toMatch(
    /,RoleManagement\.ReadWrite\.Directory Mail\.Read (?:User\.Read offline_access|offline_access User\.Read),,granted 2026-03-11$/,
  )
  expect(formatApps([{ ...reviewedApp, grants }], 'table')).toContain('RoleManagement.')
})

it('a printed review escapes every name for a terminal, a spreadsheet and a page', () => {
  const hostile = { ...find(leaver), names: ['=cmd|"x"\u001b[2J](javascript:1)'] }
  const [, row] = formatApps([hostile], 'csv').split('\n')
  expect(row).toMatch(/^"'=cmd\|""x""/)
  for (const format of ['table', 'csv', 'json', 'markdown'] as const)
    expect(formatApps([hostile], format)).not.toContain('\u001b')
  expect(formatApps([hostile], 'markdown')).toContain('`=cmd\\|"x"⟨U+001B⟩[2J](javascript:1)`')
})

it('containment of an application from the records names the account of its grant', () => {
  const { breaks, steps, gaps } = containApp(find(leaver))
  expect(breaks[0]).toBe('The application stops working for 1 account.')
  expect(steps.map(({ command }) => command)).toContain(
    "Revoke-MgUserSignInSession -UserId 'mara.voss@northpier.example'",
  )
  expect(gaps).toEqual([])
})

it('containment of an application from the records removes each of several keys that Entra ID Protection reported', async () => {
  const other = '0f1e2d3c-4b5a-4968-8776-655443322110'
  const [app] = await reviewSamples([
    'entra/risk-app-leaked-credential',
    (text) => text.replace(/("keyIds":\s*\[)/, `$1"${other}",`),
  ])
  expect(app?.reportedIds).toHaveLength(2)
  const commands = containApp(app as ReviewedApp).steps.map(({ command }) => command)
  for (const key of app?.reportedIds ?? []) expect(commands.join()).toContain(`-KeyId '${key}'`)
})

it('a sign-in of an application is the issue of a token, and its history has its state in the risk log', async () => {
  const [app] = await reviewSamples([
    'entra/risk-app-state',
    (text) => text.replace(/"isEnabled":\s*true/, '"isEnabled":false'),
  ])
  expect(app?.history.map(({ what }) => what)).toContain('listed as disabled')
  const [client] = await reviewSamples(['entra/signin-app-certificate'])
  expect(client?.grants).toMatchObject([{ lastIssued: client?.lastUsed }])
})

it('a review contains the last state of a risk in Entra ID Protection', async () => {
  for (const [sample, state] of [
    ['entra/risk-app-leaked-credential', 'atRisk'],
    ['entra/risk-app-dismissed', 'dismissed'],
  ] as const)
    expect(await reviewSamples([sample])).toMatchObject([{ risk: { state } }])
})

it.each([
  ['2026-03-11T09:21:37', '2026-03-11T09:21:37.000Z'],
  ['1601-01-01T00:00:00', undefined],
])('a review contains the issue time of the newest token, but not an impossible time: %s', async (issued, known) => {
  const read = ['mail-items-accessed-bind', (text: string) => text.replace('2026-03-11T09:21:37', issued)] as const
  const [app] = await reviewSamples(['consent-user-mail'], read)
  expect(app?.grants.map(({ lastIssued }) => lastIssued)).toEqual([known])
})

it('a review contains the issue time of the newest of several tokens from the same minutes', async () => {
  const later = (text: string) =>
    text.replace('2026-03-11T09:21:37', '2026-03-11T09:21:58').replace(/("Id":\s*"[^"]*).(")/, '$1f$2')
  const [app] = await reviewSamples(
    ['consent-user-mail'],
    ['mail-items-accessed-bind'],
    ['mail-items-accessed-bind', later],
  )
  expect(app?.grants.map(({ lastIssued }) => lastIssued)).toEqual(['2026-03-11T09:21:58.000Z'])
})

it.each([
  ['google-workspace/admin-app-blocked', 'blocked'],
  ['google-cloud/audit-service-account-disabled', 'disabled'],
])(
  'a review shows a client that Google blocks as blocked, and a service account without sign-in as disabled: %s',
  async (sample, state) => {
    // A client that is blocked for one unit is still enabled.
    const [app] = await reviewSamples([sample, (text) => text.replace('/Sales', 'Northpier')])
    expect(app?.status).toBe(state)
    expect(app?.history.map(({ what }) => what)).toContain(state)
    expect(formatApp(app as ReviewedApp)).toMatch(new RegExp(`^state +${state}`, 'm'))
  },
)

it('a list of applications has the tenants by name only if it has several of one vendor', async () => {
  const other = '6f1c2a34-9b0d-4a77-8d11-2f6f5a0e9c11'
  const text = sampleText(product.evidence, 'm365/mail-items-accessed-bind')
  const moved = text.replaceAll('5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901', other).replace('northpier.on', 'fabrikam.on')
  const { store, tenantNames } = await inventoryOf([text, moved])
  const apps = reviewApps(store, emptyEnvironment, Date.parse('2026-06-01T00:00:00Z'), tenantNames)
  expect(formatApps(apps, 'csv')).toMatch(/^APP,TENANT,ID.*\n(?:.*\n)*.*fabrikam\.onmicrosoft\.com,/)
  expect(formatApps(apps.slice(0, 1), 'csv')).toMatch(/^APP,ID,/)
  const own = { ...emptyEnvironment, tenants: [{ id: other, name: 'Fabrikam', vendor: 'microsoft' as const }] }
  const named = reviewApps(store, own, Date.parse('2026-06-01T00:00:00Z'), tenantNames)
  expect(named.map(({ tenantNames: names }) => names.join()).sort()).toEqual([
    'Fabrikam,fabrikam.onmicrosoft.com',
    'northpier.onmicrosoft.com',
  ])
})

it('a service account with delegated use has access to the whole tenant, and its plan deletes the delegation', async () => {
  const [used] = await reviewSamples(['google-workspace/token-activity-delegated-drive'])
  expect(used).toMatchObject({ usedDelegation: true, breadth: 'tenant', grants: [{ kinds: [] }] })
  const { breaks, steps } = containApp(used as ReviewedApp)
  expect(breaks).toContain('The application stops working for the whole tenant.')
  expect(breaks.join('\n')).toContain('It acted for accounts through a domain-wide delegation')
  const step = steps.find(({ command }) => command.includes('domainwidedelegation'))
  expect(step).toBeDefined()
  expect(step?.canWait).toBeUndefined()
  const delegation = 'google-workspace/admin-delegation-granted'
  const [granted] = await reviewSamples([delegation])
  expect(granted).not.toHaveProperty('usedDelegation')
  const [client] = await reviewSamples(['google-workspace/token-authorize-mail'])
  expect(client).not.toHaveProperty('usedDelegation')
  const [itself] = await reviewSamples(['google-workspace/drive-download-by-service-account'])
  expect(itself).not.toHaveProperty('usedDelegation')
  expect(itself).toMatchObject({ breadth: 'none', actedFor: [] })
})

it('a plan deletes a delegation even if all accounts that the application acted for are deleted', () => {
  const grants = [{ principal: 'a@b.example', kinds: [], scopes: [], accountStatus: 'deleted' }]
  const app: ReviewedApp = {
    ...reviewedApp,
    vendor: 'google',
    id: '109923874450163387215',
    grants,
    actedFor: ['a@b.example'],
    usedDelegation: true,
  }
  expect(
    containApp(app)
      .steps.map(({ command }) => command)
      .join('\n'),
  ).toContain('domainwidedelegation')
})
