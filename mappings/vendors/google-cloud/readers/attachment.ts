// The attachment of a service account to a machine, a function, a build or another workload.
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { toText } from '../../../lib/convert.ts'
import { actStep, type DeriveStep } from '../../../lib/step.ts'
import { type App, isServiceAccount, serviceAccountApp, writeAct } from '../../google-workspace/readers/acts.ts'
import { objectAt, objectsAt } from '../../google-workspace/readers/values.ts'
import { isDigits, partAfter, payloadOf, shortMethod } from './entry.ts'

/** Members of a request that name the service account of a workload; the value is an address or a resource name. */
const accountMember = /service[-_]?account|^email$/i

/** The longest text that can name an account. */
const longestName = 512

/** Returns the service account in an address or at the end of a resource name. */
function accountIn(text: string): string | undefined {
  if (text.length > longestName) return undefined
  const name = text.slice(text.lastIndexOf('/') + 1)
  const at = name.indexOf('@')
  const isAddress = at > 0 && at === name.lastIndexOf('@') && !/\s/.test(name)
  return isAddress && isServiceAccount(name) ? name : undefined
}

/** The number of members to search: few requests have more nested members. */
const mostMembers = 2000

function namedInRequest(payload: JsonObject): string | undefined {
  const open: [name: string, value: unknown][] = [['', payload.request]]
  for (let i = 0; i < open.length; i++) {
    const [name, value] = open[i] as [string, unknown]
    const room = mostMembers - open.length
    if (Array.isArray(value)) for (const each of value.slice(0, room)) open.push([name, each])
    else if (isObject(value)) for (const member of Object.entries(value).slice(0, room)) open.push(member)
    else if (typeof value === 'string' && accountMember.test(name)) {
      const found = accountIn(value)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** Google's own agents, such as the agent of an autoscaler. They attach the account that a template of a person names. */
const agentDomain =
  /^(?:cloudservices|(?:gcp-sa-[a-z0-9-]{1,60}|cloudcomposer-accounts|compute-system|container-engine-robot|dataflow-service-producer-prod|dataproc-accounts|gcf-admin-robot|serverless-robot-prod)\.iam)\.gserviceaccount\.com$/

function isServiceAgent(address: string | undefined): boolean {
  const [name = '', domain = ''] = (address ?? '').toLowerCase().split('@')
  return /^(?:service-)?\d{1,30}$/.test(name) && agentDomain.test(domain)
}

/** Google checks this permission on a service account before it attaches the account to a workload. */
const attaching = 'iam.serviceAccounts.actAs'

/** Returns the account that a check of permissions allows to attach. */
export const attachedAccount = ({ permission, resource }: JsonObject): string | undefined =>
  permission === attaching ? partAfter(toText(resource), 'serviceAccounts') : undefined

/** Whether an entry of a service without operations of its own can attach service accounts to a workload. */
export function attachesAccounts({ operation }: JsonObject, payload: JsonObject): boolean {
  // A long-running operation has a second entry at its end.
  const { first, last } = objectAt(operation)
  if ((last === true && first !== true) || toText(payload.resourceName) === undefined) return false
  return !isServiceAgent(toText(objectAt(payload.authenticationInfo).principalEmail))
}

/**
 * Reads the attachment of a service account to a machine, a function, a build or another workload. The
 * workload obtains tokens of the account from the metadata server, without a key and without a record.
 */
export const readAttachment: DeriveStep = actStep(['owner_add'], (draft) => {
  const payload = payloadOf(draft)
  const workload = toText(payload.resourceName)
  if (workload === undefined || !attachesAccounts(draft.record, payload)) return
  const checked = objectsAt(payload.authorizationInfo).map(attachedAccount).find(Boolean)
  const name =
    checked ?? (/^(?:get|list)/i.test(shortMethod(draft.document.event.action)) ? undefined : namedInRequest(payload))
  if (name === undefined) return
  const app: App = isDigits(name) ? { kind: 'service_account', id: name } : serviceAccountApp(name)
  writeAct(draft, 'owner_add', { app, owner: { name: workload } }, `${workload} ${attaching}`)
})
