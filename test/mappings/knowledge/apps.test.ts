import { expect, it } from 'vitest'
import { firstPartyApp, knownAbusedApp, knownAbusedName, resourceName } from '../../../mappings/knowledge/apps.ts'

const services = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'
const corporate = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const stranger = '9f0b1d59-fffb-4488-8f5a-76cec7e557b7'
const azureCli = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'
const unlisted = '3f6b0f0e-6a55-4c1e-9b1d-7d2a5e8c4410'

it('a first-party application is found by ID in upper or lower case, with its known properties', () => {
  expect(firstPartyApp(azureCli.toUpperCase())).toMatchObject({
    vendor: 'microsoft',
    name: 'Microsoft Azure CLI',
    ownerTenantId: services,
    foci: true,
    abuse: expect.stringContaining('ConsentFix'),
  })
})

it.each([
  [azureCli, stranger, undefined],
  [azureCli, services, { name: 'Microsoft Azure CLI' }],
  [azureCli, '', { name: 'Microsoft Azure CLI' }],
  [unlisted, services, { origin: 'owner_tenant' }],
  [unlisted, corporate, undefined],
  [unlisted, undefined, undefined],
  // Placeholders in documentation.
  ['00000000-0000-0000-0000-000000000000', undefined, undefined],
  ['11111111-1111-1111-1111-111111111111', undefined, undefined],
  // An application without a name in its source.
  ['c4b110d7-6f1d-473d-aa9e-6e74b8b8bd4b', undefined, { vendor: 'microsoft' }],
  ['32555940559.apps.googleusercontent.com', undefined, { vendor: 'google' }],
  ['202264815644.apps.googleusercontent.com', undefined, undefined],
  ['691301496089', undefined, { vendor: 'google', name: 'Google Drive' }],
  // All clients of a Google project.
  [
    '947318989803-rvmefmc9rok273go8589cmo21dkvjb2q.apps.googleusercontent.com',
    undefined,
    { name: 'Google Drive for desktop' },
  ],
  ['9473189898031-rvmefmc9rok2.apps.googleusercontent.com', undefined, undefined],
])('the application %s of the owner %s is a first-party application: %j', (id, owner, app) => {
  if (app === undefined) expect(firstPartyApp(id, owner)).toBeUndefined()
  else expect(firstPartyApp(id, owner)).toMatchObject(app)
  expect(Object.values(firstPartyApp(id, owner) ?? {})).not.toContain(undefined)
})

it('an abused application of either vendor is found by ID', () => {
  expect(knownAbusedApp('FF8D92DC-3D82-41D6-BCBD-B9174D163620')).toMatchObject({
    name: 'PERFECTDATA SOFTWARE',
    verdict: 'abused-legitimate',
  })
  expect(knownAbusedApp('1084253493764-ipb2ntp4jb4rmqc76jp7habdrhfdus3q.apps.googleusercontent.com')?.verdict).toBe(
    'compromised-vendor',
  )
  expect(knownAbusedApp(azureCli)).toBeUndefined()
})

it('an abused application without a public ID is found by name', () => {
  expect(knownAbusedName(' MailBird ')).toMatchObject({ confidence: 'low' })
  expect(knownAbusedName('Adobe')).toBeUndefined()
})

it('APIs and other applications of Microsoft have names', () => {
  expect(resourceName('00000003-0000-0000-c000-000000000000')).toBe('Microsoft Graph')
  expect(resourceName(azureCli)).toBe('Microsoft Azure CLI')
  expect(resourceName(unlisted)).toBeUndefined()
})
