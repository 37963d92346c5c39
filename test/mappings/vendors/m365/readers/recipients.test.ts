import { expect, it } from 'vitest'
import type { Json } from '../../../../../mappings/kernel/json.ts'
import { mapRecord } from '../samples.ts'

const base = { CreationTime: '2026-03-11T09:14:27', Id: 'r1', RecordType: 1 }
const cmdlet = (Operation: string, parameters: Record<string, Json>) =>
  mapRecord({ ...base, Operation, Parameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })) })

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
  const { saas, email } = cmdlet('New-InboxRule', { Name: 'x', ForwardTo })
  expect(saas?.mail_rule?.forward_to).toEqual(expected)
  expect(email?.to?.address).toEqual(expected)
})

it.each(['ForwardingSmtpAddress', 'ForwardingAddress'])(
  'a mailbox that forwards to nobody has no recipient: %s',
  (name) => {
    expect(cmdlet('Set-Mailbox', { [name]: '$null' }).email).toBeUndefined()
    expect(cmdlet('Set-Mailbox', { [name]: 'SMTP:mara@b.example' }).email?.to?.address).toEqual(['mara@b.example'])
  },
)

it('the record of a rule saved in Outlook contains the recipients, but the record of a removed rule does not', () => {
  const outlook = (operation: string) =>
    mapRecord({
      ...base,
      RecordType: 2,
      Operation: 'UpdateInboxRules',
      OperationProperties: [
        { Name: 'RuleOperation', Value: operation },
        { Name: 'RuleActions', Value: '[{"ActionType":"Forward","Recipients":["mara@b.example"]}]' },
      ],
    })
  expect(outlook('AddMailboxRule').email?.to?.address).toEqual(['mara@b.example'])
  expect(outlook('RemoveMailboxRule').email).toBeUndefined()
  expect(outlook('RemoveMailboxRule').saas?.mail_rule).toEqual({ enabled: false })
})

it('a list of recipients of any length is read in linear time and truncated', () => {
  const text = '"[SMTP:<'.repeat(50_000)
  const rule = cmdlet('New-InboxRule', { Name: 'x', ForwardTo: text }).saas?.mail_rule
  expect(rule?.forward_to?.map(({ length }) => length)).toEqual([512])
})
