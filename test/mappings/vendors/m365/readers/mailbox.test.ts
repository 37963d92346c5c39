import { expect, it } from 'vitest'
import type { Json } from '../../../../../mappings/kernel/json.ts'
import { mapCmdlet, namedValues } from '../samples.ts'

const guid = '58584f92-7b38-5fd3-99ab-7bda2f9f25a5'
const inDirectory = 'EURPR09A004.PROD.OUTLOOK.COM/Hosted/northpier.onmicrosoft.com'

const inOutlook = (more: Record<string, Json>) => {
  const rule = { RuleOperation: 'AddMailboxRule', RuleForwardTo: 'copy@northpier-billing.example' }
  const record = { RecordType: 2, UserType: 0, OperationProperties: namedValues(rule) }
  return mapCmdlet('UpdateInboxRules', {}, { ...record, ...more }).saas?.mailbox
}

it.each([
  [
    'of another person',
    { LogonType: 2, MailboxOwnerUPN: 'Finance@northpier.example' },
    { name: 'finance', own: false },
  ],
  ['of its owner', { LogonType: 0, MailboxOwnerUPN: 'mara.voss@northpier.example' }, { name: 'mara.voss', own: true }],
  [
    'of the account',
    { LogonType: 2, MailboxOwnerUPN: 'Mara.Voss@northpier.example' },
    { name: 'mara.voss', own: true },
  ],
  ['without an owner', {}, { name: 'mara.voss', own: true }],
])('a rule in Outlook changes the mailbox %s', (_, more, mailbox) => {
  expect(inOutlook(more)).toEqual({ change: 'forwarding_set', ...mailbox })
})

const forwarding = (Identity: string, more: Record<string, Json>) => {
  const parameters = { Identity, ForwardingSmtpAddress: 'smtp:archive@northpier-billing.example' }
  return mapCmdlet('Set-Mailbox', parameters, { UserType: 2, ...more }).saas?.mailbox
}

it.each([
  ['ole.brandt', { ObjectId: 'ole.brandt' }],
  [guid, { ObjectId: 'ole.brandt' }],
  ['Ole.Brandt@northpier.example', { ObjectId: `${inDirectory}/ole.brandt` }],
  ['ole.brandt@northpier.example', {}],
])('a mailbox named %s, with %j from the service, has the same name', (identity, more) => {
  expect(forwarding(identity, more)).toEqual({ change: 'forwarding_set', name: 'ole.brandt', own: false })
})

it('a mailbox is the own one of an administrator under the name from the command or from the service', () => {
  const own = { change: 'forwarding_set', name: 'mara.voss', own: true }
  expect(forwarding('mara.voss', { ObjectId: guid })).toEqual(own)
  expect(forwarding(guid, { ObjectId: `${inDirectory}/mara.voss` })).toEqual(own)
})

it('a mailbox that only a typed GUID names has no name', () => {
  expect(forwarding(guid, {})).toEqual({ change: 'forwarding_set', own: false })
})

it('a rule that an administrator makes for a mailbox changes the mailbox of this person', () => {
  const rule = { Name: 'x', ForwardTo: 'copy@northpier-billing.example' }
  const mailbox = (more: Record<string, Json>, ObjectId: string) =>
    mapCmdlet('New-InboxRule', { ...rule, ...more }, { UserType: 2, ObjectId }).saas?.mailbox
  expect(mailbox({ Mailbox: 'ole.brandt' }, `${inDirectory}/ole.brandt\\x`)).toMatchObject({
    name: 'ole.brandt',
    own: false,
  })
  expect(mailbox({}, `${inDirectory}/${guid}\\x`)).toMatchObject({ name: 'mara.voss', own: true })
})
