import { expect, it } from 'vitest'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { commandBench } from '../../support/command-bench.ts'
import { product } from '../../support/product.ts'

const bench = commandBench('m365/tenant-wide-consent')
const helper = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'
const lineOf = (ref: string) => JSON.stringify(JSON.parse(sampleText(product.evidence, ref)))
const tenants = ['5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901', '6f1c2a34-9b0d-4a77-8d11-2f6f5a0e9c11'] as const

it('consentry apps takes the name of a tenant as --tenant, and lists the names if several tenants have the application', async () => {
  const text = lineOf('m365/mail-items-accessed-bind')
  const moved = text.replaceAll(...tenants).replace('northpier.on', 'fabrikam.on')
  const path = bench.input('two.ndjson', `${text}\n${moved}\n`)
  expect(await bench.run('apps', 'contain', helper, path)).toBe(2)
  expect(bench.err).toContain('add --tenant with the name or ID of one tenant:')
  expect(bench.err).toContain(`    fabrikam.onmicrosoft.com (${tenants[1]}): `)
  expect(await bench.run('apps', 'contain', helper, path, '--tenant', 'nope')).toBe(2)
  expect(bench.err).toContain(
    '2 tenants have this application, but not the tenant nope; correct --tenant with the name or ID of one tenant:',
  )
  for (const tenant of ['Fabrikam.onmicrosoft.com', tenants[1]]) {
    expect(await bench.run('apps', 'contain', helper, path, '--tenant', tenant)).toBe(0)
    expect(bench.out).toContain(`Connect-MgGraph -TenantId ${tenants[1]} `)
    expect(bench.out).not.toContain(tenants[0])
  }
})

it('consentry apps list --account lists the applications that an account owns or changed, or for which it granted or holds access', async () => {
  const path = bench.input('two.ndjson', ['m365/consent-user-mail', 'm365/app-role-grant-mail'].map(lineOf).join('\n'))
  const listed = async (account: string) => {
    expect(await bench.run('apps', 'list', path, '--json', '--account', account)).toBe(0)
    return JSON.parse(bench.out).apps.flatMap(({ names }: { names: string[] }) => names)
  }
  const [mara, all] = [await listed('Mara.Voss'), await listed('northpier')]
  expect(mara).toEqual(['Invoice Sync Helper'])
  expect(all.length).toBeGreaterThan(1)
  expect(await bench.run('apps', 'list', path, '--account', 'nobody')).toBe(2)
  expect(bench.err).toContain('--account nobody: no record shows that this account')
  await bench.run('hunt', path, '--account', 'mara.voss', '--out', bench.path('o'))
  expect(bench.out).toContain(`consentry apps list --account mara.voss ${path}`)
})

it('a hunt proposes no list of the applications of an account that has none', async () => {
  const path = bench.input('one.ndjson', lineOf('m365/transport-rule-redirects'))
  await bench.run('hunt', path, '--account', 'northpier', '--out', bench.path('o'))
  expect(bench.out).toMatch(/documents +o365.audit 1/)
  expect(bench.out).not.toContain('apps list --account')
})

it('consentry apps takes an application ID in braces, in a URN or without dashes, in records and in arguments', async () => {
  const text = lineOf('m365/mail-items-accessed-bind')
  const braced = text.replaceAll(`"${helper}"`, `"{${helper}}"`).replaceAll('"Id":"', '"Id":"1')
  const path = bench.input('forms.ndjson', `${text}\n${braced}\n`)
  for (const id of [`{${helper}}`, `urn:uuid:${helper}`, helper.replaceAll('-', '')]) {
    expect(await bench.run('apps', 'show', id, path)).toBe(0)
    expect(bench.out).toContain(helper)
    expect(await bench.run('hunt', path, '--app', id, '--out', bench.path('o'))).toBe(0)
  }
  expect(await bench.run('apps', 'list', path, '--json')).toBe(0)
  expect(JSON.parse(bench.out).apps).toHaveLength(1)
})

it('consentry apps show states which logs and which period do not contain an absent ID', async () => {
  const samples = ['m365/consent-user-mail', 'm365/app-role-grant-mail', 'google-workspace/token-activity-gmail']
  const path = bench.input('logs.ndjson', samples.map(lineOf).join('\n'))
  const absent = '0f1e2d3c-4b5a-4968-8776-655443322110'
  expect(await bench.run('apps', 'show', absent, path)).toBe(2)
  expect(bench.err).toMatch(
    new RegExp(
      `${absent}: no record names this application; searched: google_workspace\\.token 2026-\\d\\d-\\d\\d(?: to 2026-\\d\\d-\\d\\d)?, o365\\.audit 2026-\\d\\d-\\d\\d(?: to 2026-\\d\\d-\\d\\d)? \\(UTC\\)`,
    ),
  )
})

it.each([
  ['m365/consent-blocked-risky', helper],
  ['google-workspace/token-deny', undefined],
])('consentry apps contain reports that nothing has to be removed if all attempts failed: %s', async (sample, id) => {
  const path = bench.input('failed.ndjson', lineOf(sample))
  expect(await bench.run('apps', 'list', path, '--json')).toBe(0)
  const [app] = JSON.parse(bench.out).apps
  expect(app).toMatchObject({ status: 'attempted', ...(id !== undefined && { id }) })
  expect(await bench.run('apps', 'contain', app.id, path)).toBe(0)
  const [title, why, ...more] = bench.out.split('\n')
  expect(title).not.toContain('commands')
  expect(why).toBe(
    '# Nothing has to be removed: all recorded attempts to register the application, to grant it access or to get a token failed.',
  )
  expect(more.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
})

it('consentry apps delegations explains the tier: a delegation acts for every account', async () => {
  const record = JSON.parse(sampleText(product.evidence, 'google-workspace/admin-delegation-granted'))
  const calendar = JSON.stringify(record).replace(
    /"https:[^"]*mail[^"]*"/,
    '"https://www.googleapis.com/auth/calendar"',
  )
  const path = bench.input('delegation.ndjson', calendar.replace(/"https:[^"]*drive[^"]*"/, '"openid"'))
  expect(await bench.run('apps', 'delegations', path)).toBe(0)
  const why =
    'critical, because of https://www.googleapis.com/auth/calendar: All calendars, writable and shareable (invitation phishing), for any user of the domain'
  expect(bench.out.replace(/\s+/g, ' ')).toContain(why)
  expect(await bench.run('apps', 'delegations', path, '--format', 'csv')).toBe(0)
  expect(bench.out).toMatch(/^CLIENT,.*,SCOPES,REASON FOR THE TIER$/m)
  expect(bench.out).toContain(why)
})

it('`apps list` shows when and by which accounts each application received access', async () => {
  const path = bench.input('consent.json', sampleText(product.evidence, 'm365/consent-user-mail'))
  await bench.run('apps', 'list', path)
  expect(bench.out).toMatch(/granted 2026-03-11 by mara\.voss@northpier\.example/)
})
