import { describe, expect, it } from 'vitest'
import { formatApp } from '../../../pipeline/cli/apps-text.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import type { ReviewedApp } from '../../../pipeline/review/review.ts'
import { product } from '../../support/product.ts'
import { reviewRecords } from './reviewed-app.ts'

const sample = (name: string): string => sampleText(product.evidence, name)

/** The only application in these records. */
async function onlyApp(...texts: readonly string[]): Promise<ReviewedApp> {
  const [app, ...others] = await reviewRecords(texts)
  if (app === undefined || others.length > 0) throw new Error('the records do not have exactly one application')
  return app
}

/** The printed history of an application that received no access. */
async function printedHistory(...texts: readonly string[]): Promise<string> {
  const app = await onlyApp(...texts)
  expect(app.status).toBe('attempted')
  return formatApp(app).split('\nhistory\n')[1] ?? ''
}

const entraRegistration = () =>
  sample('entra/audit-application-redirect-added')
    .replaceAll('Update application', 'Add application')
    .replace('"result": "success"', '"result": "failure"')
    .replace('"resultReason": ""', '"resultReason": "Microsoft.Online.Workflows.ValidationException"')

const googleRegistration = () =>
  sample('google-cloud/audit-oauth-client-created').replace(
    '"status": {}',
    '"status": { "code": 7, "message": "PERMISSION_DENIED" }',
  )

describe.each([
  [
    'registration in Microsoft 365',
    () => sample('m365/application-name-refused'),
    /failed registration by jonas\.reimer@northpier\.example$/,
  ],
  ['registration in Entra ID', entraRegistration, /failed registration by \S+@northpier\.example \(Microsoft\.\S+\)$/],
  ['registration in Google Cloud', googleRegistration, /failed registration by ivo\.brandt@northpier\.example/],
  [
    'consent in Microsoft 365',
    () => sample('m365/consent-failed-technically'),
    /failed consent by jonas\.reimer@northpier\.example \(Microsoft\.Online\.Workflows\.RestConcurrencyException\)$/,
  ],
  [
    'consent in Entra ID that Microsoft blocked',
    () => sample('entra/audit-consent-blocked-risky'),
    /failed consent by mara\.voss@northpier\.example \(Risky application detected\)$/,
  ],
  [
    'request for a token in Google Workspace',
    () => sample('google-workspace/token-deny'),
    /failed request for a token by priya\.nand@northpier\.example \(EXPLICIT_ADMIN_BLOCK\)$/,
  ],
])('a failed %s', (_, record, line) => {
  it('is in the history of its application, with the account and the reason', async () => {
    expect(await printedHistory(record())).toMatch(line)
  })
})

it('a failed act that two logs contain is in the history once, with its reason, in either order', async () => {
  const both = [sample('m365/consent-blocked-risky'), sample('entra/audit-consent-blocked-risky')]
  for (const texts of [both, both.toReversed()])
    expect((await printedHistory(...texts)).match(/failed consent by .* \(Risky application detected\)/g)).toHaveLength(
      1,
    )
})

it.each([
  ['owner-added', 'owner added'],
  ['application-redirect-added', 'redirect URIs changed'],
  ['credential-secret-added', 'number of credentials changed to 2'],
  ['service-principal-disabled', 'disabled'],
])('a change that two logs contain is in the history once (%s)', async (name, change) => {
  const { history } = await onlyApp(sample(`m365/${name}`), sample(`entra/audit-${name}`))
  expect(history.map(({ what }) => what)).toEqual(['seen for the first time', change])
  expect(history[1]?.by, 'the actor').toMatch(/@northpier\.example$/)
})

it('the history shows the old and the new redirect URIs, and the account that changed them', async () => {
  const old = sample('m365/application-opened-and-redirected').replace(/(.*)payroll(?=\.northpier)/s, '$1old')
  const { history } = await onlyApp(old)
  expect(history.at(-1)).toMatchObject({
    what: 'redirect URIs changed',
    by: 'tomas.lindqvist@northpier.example',
    detail:
      'added https://payroll.northpier.example/auth, https://payroll-login.ngrok-free.app/cb; removed https://old.northpier.example/auth',
  })
})

it('the history shows the account that revoked a grant', async () => {
  const app = await onlyApp(sample('m365/consent-user-mail'), sample('m365/delegated-grant-removed'))
  expect(formatApp(app)).toMatch(/revoked for \S+ by \S+@northpier\.example/)
})

it('the history shows a removed application permission', async () => {
  const app = await onlyApp(sample('m365/app-role-grant-mail'), sample('m365/app-role-removed'))
  expect(formatApp(app)).toMatch(
    /permissions removed for the whole tenant by \S+@northpier\.example \(Mail.ReadWrite\)/,
  )
})

it('the list of grants shows that the grant for the whole tenant covers an account, until the grant is revoked', async () => {
  const app = await onlyApp(sample('m365/consent-tenant-wide'))
  const [wide] = app.grants
  if (wide === undefined) throw new Error('the application has no grant')
  const { granted: _, grantedBy: __, ...rest } = wide
  const use = { ...rest, principal: 'ole.brandt@northpier.example', scopes: [] }
  const printed = (grant: typeof wide, own: typeof wide = use) => formatApp({ ...app, grants: [grant, own] })
  expect(printed(wide)).toContain('ole.brandt@northpier.example: high, covered by the grant for the whole tenant')
  const unrecorded = 'consent not in the records'
  expect(printed({ ...wide, revoked: '2026-03-13T09:00:00Z' })).toContain(unrecorded)
  expect(printed({ ...wide, kinds: ['application'] })).toContain(unrecorded)
  expect(printed(wide, { ...use, listed: '2026-03-14T09:00:00Z' })).toContain(unrecorded)
  expect(printed(wide, { ...use, scopes: ['Mail.Read'] })).toContain(unrecorded)
})

it('two owners added by one command are both in the history', async () => {
  const other = (text: string) =>
    text
      .replaceAll('jonas.reimer', 'ivo.brandt')
      .replace(/"Id": "[^"]+"/, '"Id": "7a1b2c3d-4e5f-4061-8273-8495a6b7c8d9"')
  const { history } = await onlyApp(sample('m365/owner-added'), other(sample('m365/owner-added')))
  expect(history.flatMap(({ detail }) => detail ?? []).sort()).toEqual([
    'ivo.brandt@northpier.example',
    'jonas.reimer@northpier.example',
  ])
})

it('a machine that runs as a service account is no owner of it', async () => {
  expect((await onlyApp(sample('google-cloud/audit-machine-gets-service-account'))).owners).toEqual([])
})

it('the history contains the registration of an application', async () => {
  const failed = entraRegistration()
  const app = await onlyApp(failed.replace('"result": "failure"', '"result": "success"'))
  expect(app.history.map(({ what }) => what)).toContain('registered in this tenant')
  expect((await onlyApp(failed)).history.map(({ what }) => what)).not.toContain('registered in this tenant')
})

it('the history lists the newest networks that the application used without its user', async () => {
  const use = (day: number, network: number) =>
    sample('m365/mail-items-accessed-bind')
      .replace(/"CreationTime": "[^"]+"/, `"CreationTime": "2026-03-${String(day).padStart(2, '0')}T05:00:00"`)
      .replace(/"Id": "[^"]+"/, `"Id": "7d0f4c1e-92ab-4e35-8c60-1f5a3b7d9e${String(day).padStart(2, '0')}"`)
      .replace(/"(ClientIPAddress|ClientIP)": "[^"]+"/g, (_, name) => `"${name}": "192.0.${network}.7"`)
  const app = await onlyApp(...Array.from({ length: 12 }, (_, i) => use(i + 1, i)))
  const { history, historyOmitted } = app
  expect(historyOmitted).toBeUndefined()
  expect(formatApp(app)).toContain('history (without the first uses from 2 older networks)')
  const networks = history.flatMap(({ what }) => /network ([^,]+)/.exec(what)?.[1] ?? [])
  expect(networks).toEqual(Array.from({ length: 10 }, (_, i) => `192.0.${i + 2}.0/24`))
})

it('the history keeps the first of many grants with its granter, and states the number of omitted acts', async () => {
  const consent = (day: number) => {
    const id = `7d0f4c1e-92ab-4e35-8c60-1f5a3b7d9e${String(day).padStart(2, '0')}`
    return sample('m365/consent-user-mail')
      .replace(/"CreationTime": "[^"]+"/, `"CreationTime": "2026-03-${String(day).padStart(2, '0')}T05:00:00"`)
      .replace(/"Id": "[^"]+"/, `"Id": "${id}"`)
      .replace(/"InterSystemsId": "[^"]+"/, `"InterSystemsId": "${id}"`)
  }
  const app = await onlyApp(...Array.from({ length: 20 }, (_, i) => consent(i + 1)))
  const [first] = app.history.filter(({ what }) => what.startsWith('granted'))
  expect(first).toMatchObject({ at: '2026-03-01T05:00:00.000Z', by: 'mara.voss@northpier.example' })
  expect(first?.detail).toContain('Mail.Read')
  expect(app.grants[0]).toMatchObject({ granted: first?.at, grantedBy: first?.by })
  expect(formatApp(app)).toContain('history (without 3 other acts')
})
