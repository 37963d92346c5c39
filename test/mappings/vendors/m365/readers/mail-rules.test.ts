import { expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../../../mappings/kernel/json.ts'
import { mapCmdlet, namedValues } from '../samples.ts'

const ruleOf = (operation: string, more: JsonObject) => mapCmdlet(operation, {}, more).saas?.mail_rule
const cmdlet = (operation: string, parameters: Record<string, Json>) => mapCmdlet(operation, parameters).saas?.mail_rule

it.each([
  ['Enable-InboxRule', { Identity: 'a/b\\Payments' }, { name: 'Payments', enabled: true }],
  ['Disable-InboxRule', { Identity: 'a/b\\Payments' }, { name: 'Payments', enabled: false }],
  ['disable-inboxrule', { Identity: 'Payments' }, { name: 'Payments', enabled: false }],
  ['Remove-InboxRule', { Identity: 'a/b\\Payments', Force: 'True' }, { name: 'Payments', enabled: false }],
  ['Set-InboxRule', { Identity: 'Bills', ForwardTo: '', DeleteMessage: 'False' }, { name: 'Bills', delete: false }],
  ['Set-InboxRule', { Identity: 'Bills', RedirectTo: '$null' }, { name: 'Bills' }],
  ['Set-InboxRule', { Identity: 'Bills', MoveToFolder: '$null', SubjectContainsWords: '$Null' }, { name: 'Bills' }],
  ['New-TransportRule', { Name: 'Bills', Enabled: 'False' }, { name: 'Bills', enabled: false }],
])('a rule on a mailbox is read from the cmdlet %s with %j as %j', (operation, parameters, rule) => {
  expect(cmdlet(operation, parameters)).toEqual(rule)
})

it('a mailbox rule has the name from the object if no parameter contains a name', () => {
  expect(ruleOf('Remove-InboxRule', { ObjectId: 'northpier.example/mara\\.', Parameters: [] })).toEqual({
    name: '.',
    meaningless_name: true,
    enabled: false,
  })
})

it('a mailbox rule keeps actions that are not JSON as text', () => {
  const OperationProperties = [{ Name: 'RuleActions', Value: 'Delete' }]
  expect(ruleOf('UpdateInboxRules', { OperationProperties })).toEqual({ actions: ['Delete'] })
})

const inOutlook = (RuleOperation: string) =>
  ruleOf('UpdateInboxRules', {
    OperationProperties: namedValues({
      RuleOperation,
      RuleState: 'Enabled',
      RuleName: '.',
      RuleCondition: 'alert',
      RuleForwardTo: 'a@b.example',
      RuleActions: '[{"ActionType":"Delete"},{"ActionType":"MarkAsRead"},{"ActionType":"Move","FolderName":"RSS"}]',
    }),
  })

it('a mailbox rule that a user removed in Outlook is disabled and has no effect', () => {
  expect(inOutlook('ModifyMailboxRule')).toMatchObject({ delete: true, mark_read: true, move_to: 'RSS', enabled: true })
  expect(inOutlook('RemoveMailboxRule')).toEqual({ name: '.', meaningless_name: true, enabled: false })
})

it('a mailbox rule comes only from the cmdlets of mailbox rules and from a list of parameters', () => {
  expect(cmdlet('Set-Mailbox', { ForwardingSmtpAddress: 'smtp:a@b.example' })).toBeUndefined()
  expect(ruleOf('New-InboxRule', { Parameters: '-Name x' })).toEqual({ enabled: true })
})
