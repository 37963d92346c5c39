import { expect, it } from 'vitest'
import { mapCmdlet, namedValues } from '../samples.ts'

it.each([
  ['a@b.example; c@d.example', ['a@b.example', 'c@d.example']],
  ['"Voss, Mara" [SMTP:mara@b.example]', ['mara@b.example']],
  ['"Voss; Mara" [SMTP:mara@b.example],"Ole" [SMTP:ole@b.example]', ['mara@b.example', 'ole@b.example']],
  ['"Voss, Mara" <mara@b.example>', ['mara@b.example']],
  ['smtp:mara@b.example', ['mara@b.example']],
  ['"mara@b.example"', ['mara@b.example']],
  ['Mara Voss', ['Mara Voss']],
  ['"a@b.example', ['a@b.example']],
])('the recipients of a rule are addresses without names: %s', (ForwardTo, expected) => {
  const { saas, email } = mapCmdlet('New-InboxRule', { Name: 'x', ForwardTo })
  expect(saas?.mail_rule?.forward_to).toEqual(expected)
  expect(email?.to?.address).toEqual(expected)
})

it.each(['ForwardingSmtpAddress', 'ForwardingAddress'])(
  'a mailbox that forwards to nobody has no recipient: %s',
  (name) => {
    expect(mapCmdlet('Set-Mailbox', { [name]: '$null' }).email).toBeUndefined()
    expect(mapCmdlet('Set-Mailbox', { [name]: 'SMTP:mara@b.example' }).email?.to?.address).toEqual(['mara@b.example'])
  },
)

it('the record of a rule saved in Outlook contains the recipients, but the record of a removed rule does not', () => {
  const RuleActions = '[{"ActionType":"Forward","Recipients":["mara@b.example"]}]'
  const outlook = (RuleOperation: string) => {
    const OperationProperties = namedValues({ RuleOperation, RuleActions })
    return mapCmdlet('UpdateInboxRules', {}, { RecordType: 2, OperationProperties })
  }
  expect(outlook('AddMailboxRule').email?.to?.address).toEqual(['mara@b.example'])
  expect(outlook('RemoveMailboxRule').email).toBeUndefined()
  expect(outlook('RemoveMailboxRule').saas?.mail_rule).toEqual({ enabled: false })
})

it('a list of recipients of any length is read in linear time and truncated', () => {
  const text = '"[SMTP:<'.repeat(50_000)
  const rule = mapCmdlet('New-InboxRule', { Name: 'x', ForwardTo: text }).saas?.mail_rule
  expect(rule?.forward_to?.map(({ length }) => length)).toEqual([512])
})
