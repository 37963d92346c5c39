// Flows (record type 30), which act for the account that created them, and Power Platform administration (record type 256):
// a list of dotted names contains the actor and the source.
import { actId } from '../../../lib/oauth/act.ts'
import { setOauth } from '../../../lib/oauth/document.ts'
import { put } from '../../../lib/put.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { Changes } from '../../microsoft/readers/changes.ts'
import { namedValue } from '../../microsoft/readers/name-values.ts'
import { listOf, policyChange } from '../../microsoft/readers/policy-change.ts'
import { idOf, parseJson, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { recordType } from './record.ts'
import { readAccount } from './use.ts'

type Read = (name: string) => string | undefined

const botPrefix = 'powerplatform.analytics.resource.bot.'

/** The settings of an agent of Copilot Studio that limit its users, with the value that admits everybody. */
const limits = [
  ['AuthenticationMode', 'none'],
  ['AccessControlPolicy', 'any'],
] as const

export function readPowerPlatform(draft: AuditDraft): void {
  const { record, document } = draft
  const maker = recordType(record) === 30 ? readAccount(draft) : undefined
  if (maker !== undefined) setOauth(document, { account: maker })
  if (recordType(record) !== 256) return
  const read: Read = (name) => textOf(namedValue(record.PropertyCollection, name))
  const agent = read('user_agent.original')
  if (agent !== undefined && document.user_agent?.original === undefined) {
    document.user_agent = { ...document.user_agent, original: agent }
  }
  // In these records, UserId is often an object ID and not an address.
  const name = read('enduser.principal_name')
  const split = document.user?.email !== undefined ? undefined : splitUserName(name)
  if (name !== undefined && split !== undefined) document.user = { ...document.user, email: name, ...split }
  readAgentLimit(draft, read)
}

/** A change of who may talk to an agent. Microsoft writes it under several operations: the changed settings decide. */
function readAgentLimit({ record, document }: AuditDraft, read: Read): void {
  const text = read(`${botPrefix}update_details.change`)
  const changes = new Changes(text === undefined ? undefined : parseJson(text))
  const found = limits.find(([name]) => changes.has(name))
  if (found === undefined) return
  const [setting, open] = found
  const [before, after] = [changes.before(setting), changes.after(setting)]
  const direction =
    after?.toLowerCase() === open ? 'loosened' : before?.toLowerCase() === open ? 'tightened' : 'changed'
  const policy = policyChange(setting, direction, listOf(before), listOf(after))
  put(policy, 'name', read(`${botPrefix}schema.name`))
  const id = actId({
    vendor: 'microsoft',
    tenant: idOf(record.OrganizationId),
    correlation: idOf(record.Id),
    action: 'policy_change',
    app: read(`${botPrefix}id`),
    target: undefined,
    discriminator: [setting],
  })
  setOauth(document, { action: 'policy_change', act: { id }, policy })
}
