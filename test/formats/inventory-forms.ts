// The output of tools that list the objects of a directory.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { type Form, form, isKind, json, type Native, upperFirst, without } from './form.ts'

const isGraph = isKind('I')
const isGoogle =
  (kind: string) =>
  ({ kind: native, record }: Native): boolean =>
    native === 'D' && record.kind === kind

/** Renders a page of one directory's objects. The page, not its objects, has `said` (such as owner and list time). */
function page(around: JsonObject, name: string, ...said: readonly string[]) {
  return (natives: readonly Native[]) => {
    const [first] = natives
    const members = said.map((member) => [member, first?.record[member] ?? null])
    const list = natives.map(({ record }) => without(record, ...said))
    return json({ ...around, [name]: list, ...Object.fromEntries(members) })
  }
}

/** Capitalizes member names, as the SDK does. `AdditionalProperties` contains members that the SDK does not know. */
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

const directoryContext = { '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#servicePrincipals' }

export const inventoryForms: readonly Form[] = [
  form(
    'graph-directory-page',
    'Microsoft Graph `servicePrincipals`, `oauth2PermissionGrants`, `users` …, a page; output of `az rest`',
    isGraph,
    { extension: 'json', wrap: page(directoryContext, 'value', 'tenantId', 'snapshotTime') },
  ),
  form('graph-powershell', 'Microsoft Graph PowerShell, `Get-Mg… | ConvertTo-Json`', isGraph, {
    extension: 'json',
    wrap: (natives) => json(natives.map(printedObject)),
  }),
  form('directory-api-tokens', 'Directory API `tokens.list`, a page', isGoogle('admin#directory#token'), {
    extension: 'json',
    wrap: page({ kind: 'admin#directory#tokenList', etag: '"x"' }, 'items', 'customerId', 'snapshotTime'),
  }),
  form('directory-api-users', 'Directory API `users.list`, a page', isGoogle('admin#directory#user'), {
    extension: 'json',
    wrap: page({ kind: 'admin#directory#users', etag: '"x"' }, 'users', 'customerId', 'snapshotTime'),
  }),
]
