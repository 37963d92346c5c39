// Documents of Elastic's google_workspace streams without the original: back to the activity they were made of, one event
// each. Fields get the names of the parameters back that our own mapping gives them.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { adminParameters } from '../../mappings/lib/derive/google/admin-parameters.ts'
import { driveParameters } from '../../mappings/lib/derive/google/drive-parameters.ts'
import { groupsParameters } from '../../mappings/lib/derive/google/groups-parameters.ts'
import { loginParameters } from '../../mappings/lib/derive/google/login-parameters.ts'
import type { ParameterTable } from '../../mappings/lib/derive/google/parameters.ts'
import { samlParameters } from '../../mappings/lib/derive/google/saml-parameters.ts'
import { tokenParameters } from '../../mappings/lib/derive/google/token-parameters.ts'
import { userAccountsParameters } from '../../mappings/lib/derive/google/user-accounts-parameters.ts'
import { parametersOf } from './google.ts'
import { at, compact, textAt } from './members.ts'
import type { Place, Walk } from './walk.ts'

const tables: Readonly<Record<string, ParameterTable>> = {
  admin: adminParameters,
  drive: driveParameters,
  groups: groupsParameters,
  login: loginParameters,
  saml: samlParameters,
  token: tokenParameters,
  user_accounts: userAccountsParameters,
}

/** Parameter by the place of its field. Of several for one place it is the one that is called like it, else the first. */
function namesByPlace(table: ParameterTable): Map<string, string> {
  const names = new Map<string, string>()
  for (const [name, parameter] of Object.entries(table)) {
    const to = typeof parameter === 'string' ? parameter : 'to' in parameter ? parameter.to : undefined
    if (to === undefined) continue
    if (!names.has(to) || name.toLowerCase() === to.replaceAll('.', '_')) names.set(to, name)
  }
  return names
}

const names = new Map(Object.entries(tables).map(([application, table]) => [application, namesByPlace(table)]))

/** The values below a block by the names of their parameters; a field of no parameter keeps its own, dots as underscores. */
function valuesIn(
  block: JsonObject,
  known: ReadonlyMap<string, string>,
  prefix = '',
  out: JsonObject = {},
  depth = 0,
): JsonObject {
  for (const [member, value] of Object.entries(block)) {
    const path = prefix === '' ? member : `${prefix}.${member}`
    const name = known.get(path)
    if (name === undefined && isObject(value) && depth < 16) valuesIn(value, known, path, out, depth + 1)
    else if (member !== '__proto__') out[name ?? path.replaceAll('.', '_')] = value
  }
  return out
}

function parametersIn(part: JsonObject, application: string): Json[] {
  const known = names.get(application) ?? new Map<string, string>()
  // What the mapping did not know stands in a flattened sibling under the names that the vendor gave it.
  const others = part[`${application}_other`]
  const block = part[application]
  return parametersOf({ ...(isObject(block) ? valuesIn(block, known) : {}), ...(isObject(others) ? others : {}) })
}

/** Members of `google_workspace` that are the envelope of the activity, not parameters of its application. */
export function takeElasticActivity(document: JsonObject, part: JsonObject, place: Place, walk: Walk): void {
  // An agent that has not parsed yet keeps the activity itself here.
  if (isObject(part.id) && part.events !== undefined) {
    walk.value(part, place)
    return
  }
  const dataset = textAt(document, 'event.dataset') ?? textAt(document, 'data_stream.dataset')
  const application = textAt(document, 'event.provider') ?? dataset?.split('.')[1]
  const name = at(part, 'event.name') ?? at(document, 'event.action')
  if (application === undefined || name === undefined) {
    walk.fail(place.otherwise, 'no application or event name in the document', document, place)
    return
  }
  const event: JsonObject = { name, parameters: parametersIn(part, application) }
  const type = at(part, 'event.type')
  if (type !== undefined) event.type = type
  const record: JsonObject = {
    kind: 'admin#reports#activity',
    id: compact({
      time: at(document, '@timestamp'),
      uniqueQualifier: at(document, 'event.id'),
      applicationName: application,
      customerId: at(document, 'organization.id'),
    }),
    actor: compact({
      email: at(document, 'source.user.email') ?? at(document, 'user.email'),
      profileId: at(document, 'source.user.id') ?? at(document, 'user.id'),
      callerType: at(part, 'actor.type'),
      key: at(part, 'actor.key'),
    }),
    ...compact({ ipAddress: at(document, 'source.ip'), ownerDomain: at(part, 'organization.domain'), etag: part.etag }),
    ...network(document),
    events: [event],
  }
  walk.emit('G', record, place)
}

function network(document: JsonObject): JsonObject {
  const number = at(document, 'source.as.number')
  const info = compact({
    ipAsn: typeof number === 'number' ? [number] : undefined,
    regionCode: at(document, 'source.geo.country_iso_code'),
    subdivisionCode: at(document, 'source.geo.region_iso_code'),
  })
  return Object.keys(info).length > 0 ? { networkInfo: info } : {}
}
