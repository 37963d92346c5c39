import { expect, it } from 'vitest'
import { sampleText } from '../../../../pipeline/content-check/proof.ts'
import { nameAlerts } from '../../../../pipeline/hunt/known-names.ts'
import { mergeAccounts } from '../../../../pipeline/hunt/report/accounts.ts'
import type { AccountTally } from '../../../../pipeline/hunt/report/tallies.ts'
import { accountNames, type NameOf } from '../../../../pipeline/review/account-names.ts'
import { inventoryOfRecords } from '../../../../pipeline/review/load.ts'
import type { Alert } from '../../../../rules/lib/alert.ts'
import { product, rawValues } from '../../../support/product.ts'

const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const tally = (name: string, more: Partial<AccountTally> = {}): AccountTally => ({
  name,
  tenant,
  alerts: 1,
  gravest: 'medium',
  apps: new Set([name]),
  facts: {},
  ...more,
})

async function storeOf(...texts: readonly string[]) {
  return (await inventoryOfRecords(rawValues(texts), product.chain)).store
}

async function namesIn(...texts: readonly string[]): Promise<NameOf> {
  return accountNames(await storeOf(...texts), Date.parse('2027-01-01'))
}

it('an account with its address in one record and its ID in another record is one account', async () => {
  const text = sampleText(product.evidence, 'entra/signin-device-code')
  const { userId, userPrincipalName } = JSON.parse(text).records[0].properties
  const nameOf = await namesIn(text)
  expect(
    mergeAccounts([tally(userPrincipalName), tally(userId, { gravest: 'high' }), tally('other-id')], nameOf),
  ).toEqual([
    tally(userPrincipalName, { alerts: 2, gravest: 'high', apps: new Set([userPrincipalName, userId]) }),
    tally('other-id'),
  ])
})

it('an ID that several addresses share has no name', async () => {
  const text = sampleText(product.evidence, 'entra/signin-device-code')
  const { userId, userPrincipalName } = JSON.parse(text).records[0].properties
  const other = text.replaceAll(userPrincipalName, 'bert@northpier.example').replace(/"id":"(?!\/)/, '"id":"f')
  expect((await namesIn(text, other))(tenant, userId)).toBe(userId)
})

it('an alert on a record that contains only IDs has the names of the account and the application', async () => {
  const signIn = sampleText(product.evidence, 'entra/signin-device-code')
  const { userId, userPrincipalName } = JSON.parse(signIn).records[0].properties
  const consent = sampleText(product.evidence, 'm365/consent-tenant-wide')
  const { ObjectId: app } = JSON.parse(consent)
  const name = nameAlerts(await storeOf(signIn, consent))
  const alert = {
    '@timestamp': '2027-01-01T00:00:00.000Z',
    organization: { id: tenant },
    reason: `the application ${app} accessed data of ${userId}; new: the account ${userId}, key ${tenant}`,
    oauth: { account: { id: userId }, app: { id: app } },
  } as unknown as Alert
  expect(name(alert)).toMatchObject({
    reason: `"Harbour CRM Connector" (${app.slice(0, 4)}…${app.slice(-4)}) accessed data of ${userPrincipalName}; new: the account ${userPrincipalName}, key ${tenant}`,
    oauth: { account: { name: userPrincipalName } },
  })
})
