// The requests that an API key allows: the actions that Elasticsearch checks, and the actions that each privilege
// grants: https://www.elastic.co/docs/reference/elasticsearch/security-privileges, and the classes IndexPrivilege and
// ClusterPrivilegeResolver of Elasticsearch. A data stream's privileges apply to its backing indices:
// https://www.elastic.co/docs/deploy-manage/users-roles/cluster-or-deployment-auth/granting-privileges-for-data-streams-aliases
import { splitActions } from './bulk-actions.ts'
import type { RecordedRequest } from './http-proxy.ts'

export interface Role {
  readonly cluster?: readonly string[]
  readonly indices?: readonly { readonly names: readonly string[]; readonly privileges: readonly string[] }[]
}

/** One thing that Elasticsearch checks: an action, on an index unless it concerns the cluster. */
export interface Check {
  readonly action: string
  readonly index?: string
}

const grants: Readonly<Record<string, readonly string[]>> = {
  // on the cluster
  monitor: ['cluster:monitor/*', 'cluster:admin/component_template/get', 'indices:admin/index_template/get'],
  manage_index_templates: ['cluster:admin/component_template/*', 'indices:admin/index_template/*'],
  // on indices
  read: ['indices:data/read/*'],
  create_doc: ['indices:data/write/index:op_type/create'],
  index: ['indices:data/write/index:op_type/*', 'indices:data/write/update'],
  delete: ['indices:data/write/delete'],
  create_index: ['indices:admin/create', 'indices:admin/auto_create'],
  auto_configure: ['indices:admin/auto_create', 'indices:admin/mapping/auto_put'],
  delete_index: ['indices:admin/delete'],
  view_index_metadata: [
    'indices:admin/get',
    'indices:admin/mappings/get',
    'indices:admin/data_stream/get',
    'indices:monitor/settings/get',
  ],
  maintenance: ['indices:admin/refresh'],
  manage: ['indices:admin/*', 'indices:monitor/*'],
}

/** Actions of requests with an index in the path, by method and last part of the path. */
const actionsOnIndices: Readonly<Record<string, string>> = {
  'GET ': 'indices:admin/get',
  'PUT ': 'indices:admin/create',
  'DELETE ': 'indices:admin/delete',
  'GET _mapping': 'indices:admin/mappings/get',
  'PUT _mapping': 'indices:admin/mapping/put',
  'GET _settings': 'indices:monitor/settings/get',
  'POST _search': 'indices:data/read/search',
  'POST _count': 'indices:data/read/search',
  'POST _pit': 'indices:data/read/open_point_in_time',
  'POST _refresh': 'indices:admin/refresh',
  'POST _rollover': 'indices:admin/rollover',
}

const actionsOnCluster: Readonly<Record<string, string>> = {
  'GET ': 'cluster:monitor/main',
  'GET _cluster': 'cluster:monitor/health',
  'GET _component_template': 'cluster:admin/component_template/get',
  'PUT _component_template': 'cluster:admin/component_template/put',
  'GET _index_template': 'indices:admin/index_template/get',
  'PUT _index_template': 'indices:admin/index_template/put',
}

/** Unchecked requests: the index was checked when the point in time was opened; every key may query its privileges. */
const unchecked = new Set(['POST _search', 'DELETE _pit', 'POST _security'])

function* checksOfBulk(body: string, requiresStream: boolean): Generator<Check> {
  for (const { operation, target } of splitActions(body)) {
    const index = String(target._index)
    const action = operation === 'delete' || operation === 'update' ? operation : `index:op_type/${operation}`
    yield { action: `indices:data/write/${action}`, index }
    // The first document creates the stream.
    if (requiresStream) yield { action: 'indices:admin/auto_create', index }
  }
}

/** Everything that Elasticsearch checks for a request. Throws for a request that this table does not contain. */
export function checksOf({ method, path, body }: RecordedRequest): Check[] {
  const { pathname, searchParams } = new URL(path, 'http://elasticsearch')
  const [first = '', second = ''] = decodeURIComponent(pathname).slice(1).split('/')
  if (first === '_bulk') return [...checksOfBulk(body, searchParams.has('require_data_stream'))]
  if (first === '_mget') {
    const { docs } = JSON.parse(body) as { docs: { _index: string }[] }
    return docs.map(({ _index }) => ({ action: 'indices:data/read/mget', index: _index }))
  }
  if (first === '_data_stream') return [{ action: 'indices:admin/data_stream/get', index: second }]
  if (unchecked.has(`${method} ${first}`)) return []
  const isCluster = first === '' || first.startsWith('_')
  const action = isCluster ? actionsOnCluster[`${method} ${first}`] : actionsOnIndices[`${method} ${second}`]
  if (action === undefined) throw new Error(`no privilege is known for ${method} ${path}`)
  if (isCluster) return [{ action }]
  // A name after a minus sign excludes the name from the names before it.
  const names = first.split(',').filter((name) => !name.startsWith('-'))
  return names.map((index) => ({ action, index }))
}

function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${parts.join('.*')}$`).test(text)
}

const streamOf = (index: string) => index.replace(/^\.ds-(.*)-\d{4}\.\d{2}\.\d{2}-\d{6}$/, '$1')

export function isAllowed(roles: readonly Role[], { action, index }: Check): boolean {
  const grantsIt = (privilege: string) => {
    const granted = grants[privilege]
    if (granted === undefined) throw new Error(`no actions are known for the privilege ${privilege}`)
    return granted.some((pattern) => matches(pattern, action))
  }
  return roles.some(({ cluster = [], indices = [] }) =>
    index === undefined
      ? cluster.some(grantsIt)
      : indices.some(
          ({ names, privileges }) => names.some((name) => matches(name, streamOf(index))) && privileges.some(grantsIt),
        ),
  )
}

/** Yields each role without one privilege or name: the remaining role, and a description of the removed part. */
export function* without(role: Role): Generator<{ readonly gone: string; readonly left: Role }> {
  const { cluster = [], indices = [] } = role
  for (const gone of cluster) yield { gone, left: { ...role, cluster: cluster.filter((each) => each !== gone) } }
  for (const [at, { names, privileges }] of indices.entries()) {
    const replaced = (entry: { names?: readonly string[]; privileges?: readonly string[] }) => ({
      ...role,
      indices: indices.with(at, { names, privileges, ...entry }),
    })
    for (const gone of privileges)
      yield { gone: `${gone} on ${names}`, left: replaced({ privileges: privileges.filter((each) => each !== gone) }) }
    for (const gone of names) yield { gone, left: replaced({ names: names.filter((each) => each !== gone) }) }
  }
}
