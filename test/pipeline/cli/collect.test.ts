import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { collectCommand } from '../../../pipeline/cli/collect.ts'
import { makeProgram } from '../../../pipeline/cli/program.ts'
import { type Setup, setUp, start } from '../../support/collect-run.ts'
import { commandBench } from '../../support/command-bench.ts'
import { secret } from '../../support/fake-vendor-parts.ts'

const bench = commandBench()
let setup: Setup

async function open(more: { readonly skewMs?: number } = {}): Promise<void> {
  setup = await setUp({ seed: 1, records: 300, days: 2, ...more }, bench.folder)
  for (const [name, value] of Object.entries(setup.environment)) vi.stubEnv(name, value)
}

beforeEach(() => open())

afterEach(() => setup.vendors.close())

const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' })
const hasOpenssl = ((): boolean => {
  try {
    openssl('version')
    return true
  } catch {
    console.warn('skipped: openssl is not installed; the test of certificates makes them with it.')
    return false
  }
})()

/** A key and its certificate in one file. */
function makeCertificate(path: string): void {
  const key = `${path}.key`
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=test', '-days', '2'],
    '-keyout',
    key,
    '-out',
    path,
  )
  writeFileSync(path, readFileSync(key, 'utf8') + readFileSync(path, 'utf8'))
}

const run = (options: Partial<Parameters<typeof collectCommand>[0]>) =>
  collectCommand({ since: '2d', out: bench.path('out'), subscribe: true, ...options }, setup.time)
const text = () => bench.printed

it('consentry collect rejects --since 0d, even if the clock advances while it reads the options', async () => {
  const now = () => setup.time.at++
  const options = { once: true, since: '0d', out: bench.path('out'), subscribe: true }
  await expect(collectCommand(options, { ...setup.time, now })).rejects.toThrow('--since 0d is not in the past')
})

it('consentry collect prints the note about a wrong clock once for all log sources', async () => {
  await setup.vendors.close()
  await open({ skewMs: 3_600_000 })
  await run({ once: true })
  expect(text()).toMatch(/^ {2}\d\d log sources: the clock of this machine is 60 minutes behind/m)
  expect(text().match(/the clock of this machine/g)).toHaveLength(1)
})

describe('a credential without a secret', () => {
  const certificate = () => bench.path('certificate.pem')

  beforeEach(() => {
    delete process.env.AZURE_CLIENT_SECRET
  })

  it.skipIf(!hasOpenssl)(
    'a credential without a secret is a certificate: the assertion names it and is signed by its key',
    async () => {
      makeCertificate(certificate())
      setup.vendors.tokens.certificate = readFileSync(certificate(), 'utf8')
      vi.stubEnv('AZURE_CLIENT_CERTIFICATE_PATH', certificate())
      expect(await run({ check: true })).toBe(0)
      makeCertificate(certificate())
      expect(await run({ check: true })).toBe(1)
      expect(text()).toContain('upload the certificate of AZURE_CLIENT_CERTIFICATE_PATH')
    },
  )

  it('a credential without a secret can be a workload identity token, which is read again for each new token', async () => {
    const file = bench.path('federated')
    writeFileSync(file, 'first.token.sig\n')
    setup.vendors.tokens.federated = 'first.token.sig'
    vi.stubEnv('AZURE_FEDERATED_TOKEN_FILE', file)
    expect(await run({ check: true })).toBe(0)
    // The platform renews the file.
    writeFileSync(file, 'second.token.sig\n')
    setup.vendors.tokens.federated = 'second.token.sig'
    expect(await run({ check: true })).toBe(0)
    setup.vendors.tokens.federated = 'third.token.sig'
    expect(await run({ check: true })).toBe(1)
  })
})

it('consentry collect --check reports that every permission works, and starts no subscription', async () => {
  expect(await run({ check: true })).toBe(0)
  expect(text()).toContain('All permissions work. Next: consentry collect --once, or --loop')
  expect(text()).toContain('these subscriptions are not enabled: Audit.AzureActiveDirectory')
  expect(setup.vendors.management.subscriptions.size).toBe(0)
})

it('consentry collect --check lists each missing permission of Microsoft, and how to grant it', async () => {
  setup.vendors.tokens.roles = ['AuditLog.Read.All', 'Application.Read.All', 'User.Read.All']
  expect(await run({ check: true })).toBe(1)
  const missing = text().match(/^MISSING .*$/gm)
  expect(missing).toEqual([
    'MISSING unified audit log: ActivityFeed.Read (Office 365 Management APIs)',
    'MISSING entra-risk-users: IdentityRiskEvent.Read.All (Microsoft Graph)',
    'MISSING entra-risk-applications: IdentityRiskyServicePrincipal.Read.All (Microsoft Graph)',
    'MISSING entra-risky-users: IdentityRiskyUser.Read.All (Microsoft Graph)',
    'MISSING entra-risky-applications: IdentityRiskyServicePrincipal.Read.All (Microsoft Graph)',
    'MISSING permission grants: DelegatedPermissionGrant.Read.All (Microsoft Graph)',
    'MISSING directory role assignments: RoleManagement.Read.Directory (Microsoft Graph)',
  ])
  expect(text()).toContain('add the application permission ActivityFeed.Read of Office 365 Management APIs to 5d1f0c3a')
})

it('consentry collect --check lists each missing scope of Google, and where to grant it', async () => {
  setup.vendors.tokens.scopes = ['admin.reports.audit.readonly']
  expect(await run({ check: true })).toBe(1)
  expect(text().match(/^MISSING .*$/gm)).toEqual([
    'MISSING alerts of the Alert Center: https://www.googleapis.com/auth/apps.alerts',
    'MISSING users: https://www.googleapis.com/auth/admin.directory.user.readonly',
    'MISSING tokens of users: https://www.googleapis.com/auth/admin.directory.user.security',
  ])
  expect(text()).toContain('Security > API controls > Domain-wide delegation')
})

it('consentry collect --check distinguishes a missing license from a missing permission', async () => {
  setup.vendors.graph.premium = false
  expect(await run({ check: true })).toBe(0)
  expect(text()).toContain('provides sign-in logs only with a license for Entra ID P1 or P2')
  expect(text()).toContain('the tenant has no license for this log source')
})

it('consentry collect --check prints a message below the line that it is about, and states if it is about several lines', async () => {
  setup.vendors.tokens.scopes = ['admin.reports.audit.readonly']
  await run({ check: true })
  const ok = (log: string) => `ok      ${log} (Microsoft Graph)`
  expect(text().split('\n').slice(0, 4)).toEqual([
    'ok      unified audit log: ActivityFeed.Read (Office 365 Management APIs)',
    expect.stringMatching(/^ {8}these subscriptions are not enabled: Audit/),
    ok('entra-audit: AuditLog.Read.All'),
    ok('entra-signins-interactive: AuditLog.Read.All'),
  ])
  expect(text()).toMatch(
    /^ok {6}activities of the Reports API.*\nMISSING alerts of the Alert Center.*\n {8}\S.*\nMISSING users.*\n {8}\S/m,
  )
  bench.clear()
  vi.stubEnv('AZURE_CLIENT_SECRET', 'wrong')
  await run({ check: true })
  expect(text()).toMatch(/^WRONG {3}users: credentials\n {8}these 14 lines: .*AADSTS7000215/m)
})

it('consentry collect --check shows the error of a wrong secret with its correction, and no secret', async () => {
  vi.stubEnv('AZURE_CLIENT_SECRET', `${secret}-wrong`)
  expect(await run({ check: true })).toBe(1)
  expect(text().match(/AADSTS7000215/g)).toHaveLength(1)
  expect(text()).toContain('set AZURE_CLIENT_SECRET to the value of the secret, not to its ID')
  expect(text()).toContain('WRONG   users: credentials')
  expect(text()).not.toContain('MISSING')
  expect(text()).not.toContain(secret)
})

it('consentry collect --check reports an unreachable API separately from missing permissions', async () => {
  vi.stubEnv('MICROSOFT_GRAPH_URL', 'http://127.0.0.1:28779')
  expect(await run({ check: true })).toBe(4)
  expect(text()).toContain('ok      unified audit log')
  expect(text()).toContain('FAILED  users: User.Read.All')
  expect(text()).not.toContain('MISSING')
  expect(text()).not.toContain('it continues')
  expect(setup.time.at - start).toBeLessThan(120_000)
})

it('consentry collect --check names the setting of the address if another server answers instead of Entra ID', async () => {
  setup.vendors.refused = ({ pathname }) =>
    pathname.endsWith('/v2.0/token') ? { status: 400, body: { error: 'no handler found for uri' } } : undefined
  expect(await run({ check: true })).toBe(4)
  expect(text()).not.toContain('WRONG')
  expect(text().match(/these 14 lines: .*status 400; check AZURE_AUTHORITY_HOST, the network/g)).toHaveLength(1)
})

it('consentry collect --check waits only a few seconds for a token from another server', async () => {
  setup.vendors.refused = ({ pathname }) =>
    pathname.endsWith('/v2.0/token') ? { status: 200, body: { hello: 'world' } } : undefined
  const before = setup.time.at
  expect(await run({ check: true })).toBe(4)
  expect(setup.time.at - before).toBeLessThan(10_000)
})

it('consentry collect --check lists no permission as missing after an interruption', async () => {
  vi.stubEnv('MICROSOFT_GRAPH_URL', 'http://127.0.0.1:28779')
  setup.time.sleep = async () => void process.emit('SIGTERM')
  await expect(run({ check: true })).rejects.toMatchObject({
    code: 'interrupted',
    message: expect.stringMatching(/run the check again/),
  })
})

it('consentry collect --once prints its records and requests with the documented limits, and writes private files', async () => {
  expect(await run({ once: true })).toBe(0)
  expect(text()).toContain('of the allowed 5 in 10 seconds')
  expect(text()).toMatch(/Google Alert Center API: [1-9]\d* requests, at most \d+ of the allowed 60 in a minute/)
  expect(text()).toContain('Next: consentry hunt')
  const names = readdirSync(bench.path('out'))
  expect(names.filter((name) => name.includes('partial'))).toEqual([])
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) expect(statSync(join(bench.folder, 'out', name)).mode & 0o777, name).toBe(0o600)
  expect(text()).not.toContain(secret)
})

it('consentry collect --once removes the temporary files of killed collectors, and not those of running ones', async () => {
  await run({ once: true })
  const file = (id: string) => bench.path(`out/.m365-exchange.${id}.partial`)
  for (const id of ['killed', 'running']) writeFileSync(file(id), '')
  utimesSync(file('killed'), new Date(0), new Date(0))
  expect(await run({ once: true })).toBe(0)
  expect(readdirSync(bench.path('out')).filter((name) => name.endsWith('.partial'))).toEqual([
    '.m365-exchange.running.partial',
  ])
})

it('consentry collect --once prints one JSON object with --json', async () => {
  expect(await run({ once: true, json: true })).toBe(0)
  expect(JSON.parse(text())).toMatchObject({ sources: expect.any(Array), requests: expect.any(Array) })
})

it('consentry collect --once ends with 4 if a log source refuses access, and collects the other log sources', async () => {
  setup.vendors.tokens.roles = ['ActivityFeed.Read']
  expect(await run({ once: true })).toBe(4)
  expect(text()).toMatch(/entra-audit +0 +0 {2}NOT COMPLETE/)
  expect(text()).toContain('Authorization_RequestDenied')
  expect(readdirSync(bench.path('out')).some((name) => name.startsWith('m365-'))).toBe(true)
})

it('consentry collect --once ends with 2 in a folder with records of another tenant', async () => {
  expect(await run({ once: true })).toBe(0)
  vi.stubEnv('AZURE_TENANT_ID', '11111111-2222-4333-8444-555555555555')
  await expect(run({ once: true })).rejects.toThrow('choose another folder with --out')
})

it.each([
  ['AZURE_TENANT_ID', 'contoso', 'AZURE_TENANT_ID is not an ID such as'],
  ['AZURE_CLIENT_SECRET', '"secret"', 'AZURE_CLIENT_SECRET begins and ends with a quotation mark'],
  ['AZURE_CLIENT_SECRET', '', 'no credential for Microsoft: set one of'],
  ['MICROSOFT_CLOUD', 'mars', 'MICROSOFT_CLOUD=mars is unknown: use global, gcc'],
  ['MICROSOFT_GRAPH_URL', 'http://graph.example.com', 'MICROSOFT_GRAPH_URL is not an HTTPS address'],
  [
    'MICROSOFT_GRAPH_URL',
    'https://graph.microsoft.us/v1.0',
    'has a path: use only the address, https://graph.microsoft.us',
  ],
  ['GOOGLE_TOKEN_URL', 'https://oauth2.googleapis.com/x/token', 'GOOGLE_TOKEN_URL has a path'],
  ['GOOGLE_ADMIN_EMAIL', '', 'GOOGLE_ADMIN_EMAIL is not an email address'],
  ['GOOGLE_CUSTOMER_ID', 'northpier.example', 'GOOGLE_CUSTOMER_ID is not a customer ID'],
  ['GOOGLE_APPLICATION_CREDENTIALS', '/absent.json', 'cannot be read (ENOENT): check that /absent.json exists'],
])(
  'credentials with %s=%s are refused; the message names the setting and the correction',
  async (name, value, message) => {
    vi.stubEnv(name, value)
    await expect(run({ check: true })).rejects.toThrow(message)
  },
)

it.each([
  ['GOOGLE_APPLICATION_CREDENTIALS', '{"private_key":"correct-horse"}'],
  ['AZURE_CLIENT_SECRET_FILE', 'correct-horse'],
  ['AZURE_FEDERATED_TOKEN_FILE', 'correct-horse'],
  ['AZURE_CLIENT_CERTIFICATE_PATH', '-----BEGIN PRIVATE KEY-----\ncorrect-horse'],
])('a secret in place of the path in %s stays out of the message', async (name, value) => {
  if (name.startsWith('AZURE')) vi.stubEnv('AZURE_CLIENT_SECRET', '')
  vi.stubEnv(name, value)
  const message = String(await run({ check: true }).catch((error: unknown) => error))
  expect(message).toMatch(new RegExp(`${name} names a file .*: the value must be a path`))
  expect(message).not.toContain('correct-horse')
})

it('the help lists the credentials', async () => {
  const program = makeProgram('0', () => undefined)
  const command = program.commands.find((each) => each.name() === 'collect')
  const help: string[] = []
  command?.configureOutput({ writeOut: (part) => help.push(part) }).outputHelp()
  expect(help.join('')).toContain('AZURE_CLIENT_CERTIFICATE_PATH')
  expect(help.join('')).toContain('GOOGLE_APPLICATION_CREDENTIALS')
})
