// What the tools that list a directory make of its objects.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { type Form, json, type Native, without } from './form.ts'

const isGraph = ({ kind }: Native): boolean => kind === 'I'
const isGoogle =
  (kind: string) =>
  ({ kind: native, record }: Native): boolean =>
    native === 'D' && record.kind === kind

/** A page of objects of one directory, with its owner and the time of the list. */
function page(around: JsonObject, name: string, ...said: readonly string[]) {
  return (natives: readonly Native[]) => {
    const [first] = natives
    const members = said.map((member) => [member, first?.record[member] ?? null])
    const list = natives.map(({ record }) => without(record, ...said))
    return json({ ...around, [name]: list, ...Object.fromEntries(members) })
  }
}

const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Objects of the SDK have capitals, and apart from them what the SDK's class does not know. */
function printed(value: Json): Json {
  if (Array.isArray(value)) return value.map(printed)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [upperFirst(name), printed(member as Json)]))
}

function printedObject({ record }: Native): JsonObject {
  const { createdDateTime, ...known } = record
  return {
    ...(printed(known) as JsonObject),
    AdditionalProperties: createdDateTime === undefined ? {} : { createdDateTime },
  }
}

export const inventoryForms: readonly Form[] = [
  {
    name: 'graph-directory-page',
    title: 'Microsoft Graph `servicePrincipals`, `oauth2PermissionGrants`, `users` …, a page; output of `az rest`',
    extension: 'json',
    carries: isGraph,
    wrap: page(
      { '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#servicePrincipals' },
      'value',
      'tenantId',
      'snapshotTime',
    ),
  },
  {
    name: 'graph-powershell',
    title: 'Microsoft Graph PowerShell, `Get-Mg… | ConvertTo-Json`',
    extension: 'json',
    carries: isGraph,
    wrap: (natives) => json(natives.map(printedObject)),
  },
  {
    name: 'directory-api-tokens',
    title: 'Directory API `tokens.list`, a page',
    extension: 'json',
    carries: isGoogle('admin#directory#token'),
    wrap: page({ kind: 'admin#directory#tokenList', etag: '"x"' }, 'items', 'customerId', 'snapshotTime'),
  },
  {
    name: 'directory-api-users',
    title: 'Directory API `users.list`, a page',
    extension: 'json',
    carries: isGoogle('admin#directory#user'),
    wrap: page({ kind: 'admin#directory#users', etag: '"x"' }, 'users', 'customerId', 'snapshotTime'),
  },
]
