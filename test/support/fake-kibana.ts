// An in-process HTTP server that answers as Kibana's API documentation describes
// (https://www.elastic.co/docs/api/doc/kibana), for the calls that a deployment makes.
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { FakeSavedObjects, refuseAsServer } from './fake-saved-objects.ts'
import { type Answer, closeServer, listen, send } from './local-server.ts'

type Stored = Record<string, unknown>

export interface FakeKibana {
  readonly url: string
  readonly rules: Map<string, Stored>
  readonly lists: Map<string, Stored>
  readonly items: Map<string, Stored>
  readonly savedObjects: FakeSavedObjects
  /** Version of the stack; undefined for a Kibana that does not report it. */
  version: string | undefined
  /** Timeline templates by the id of the template. */
  readonly timelines: Map<string, Stored>
  /** `METHOD path` of every request, without the query. */
  readonly requests: string[]
  /** Called first: returns a response to a request, or undefined. `space` is the space in the path, if there is one. */
  intercept: ((method: string, path: string, body: Stored, space?: string) => Answer | undefined) | undefined
  beforeAnswer: ((method: string, path: string) => Promise<void>) | undefined
  close(): Promise<void>
}

/** Starts a server that also serves paths below `/s/<space>`. It requires `kbn-xsrf` and, if given, an API key. */
export async function startFakeKibana(apiKey?: string): Promise<FakeKibana> {
  const rules = new Map<string, Stored>()
  const lists = new Map<string, Stored>()
  const items = new Map<string, Stored>()
  const requests: string[] = []
  const savedObjects = new FakeSavedObjects()
  const timelines = new Map<string, Stored>()
  const fake: Omit<FakeKibana, 'url' | 'close'> = {
    rules,
    lists,
    items,
    savedObjects,
    timelines,
    requests,
    version: '9.4.3',
    intercept: undefined,
    beforeAnswer: undefined,
  }

  const server = createServer(async (request, response) => {
    const body = await readBody(request)
    const url = new URL(request.url ?? '/', 'http://localhost')
    const path = url.pathname.replace(/^\/s\/[^/]+/, '')
    const method = request.method ?? ''
    requests.push(`${method} ${path}`)
    await fake.beforeAnswer?.(method, path)
    const space = /^\/s\/([^/]+)/.exec(url.pathname)?.[1]
    const asked = { method, path, query: url.searchParams, body, ...(space !== undefined && { space }) }
    send(response, decide(fake, request, asked, apiKey))
  })
  return Object.assign(fake, {
    url: `http://127.0.0.1:${await listen(server)}`,
    close: () => closeServer(server),
  })
}

interface Asked {
  readonly method: string
  /** Without the space. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Stored
  readonly space?: string
}

export const refuse = (status: number, message: string): Answer => ({
  status,
  body: { status_code: status, message },
})

const noRule = (id: string) => `rule_id: "${id}" not found`
const noList = (id: string) => `exception list list_id: "${id}" does not exist`
const noItem = (id: string) => `exception list item item_id: "${id}" does not exist`

/** Responds with the result of `change` for the stored object with an ID. */
function onStored(
  stored: ReadonlyMap<string, Stored>,
  id: unknown,
  missing: (id: string) => string,
  change: (held: Stored, id: string) => Stored,
): Answer {
  const held = stored.get(String(id))
  return held === undefined ? refuse(404, missing(String(id))) : { status: 200, body: change(held, String(id)) }
}

function removed(stored: Map<string, Stored>, held: Stored, id: string): Stored {
  stored.delete(id)
  return held
}

function decide(
  fake: Omit<FakeKibana, 'url' | 'close'>,
  request: IncomingMessage,
  { method, path, query, body, space }: Asked,
  apiKey: string | undefined,
): Answer {
  if (apiKey !== undefined && request.headers.authorization !== `ApiKey ${apiKey}`)
    return refuseAsServer(401, 'Unauthorized', 'unable to authenticate')
  if (method !== 'GET' && request.headers['kbn-xsrf'] === undefined)
    return refuseAsServer(400, 'Bad Request', 'Request must contain a kbn-xsrf header.')
  const forced = fake.intercept?.(method, path, body, space)
  if (forced !== undefined) return forced
  const saved = fake.savedObjects.answer(method, path, body)
  if (saved !== undefined) return saved
  switch (`${method} ${path}`) {
    case 'GET /api/status':
      return {
        status: 200,
        body: { status: {}, ...(fake.version !== undefined && { version: { number: fake.version } }) },
      }
    case 'GET /api/timeline': {
      const held = fake.timelines.get(String(query.get('template_timeline_id')))
      return held === undefined ? refuse(404, 'not found') : { status: 200, body: held }
    }
    case 'POST /api/timeline':
    case 'PATCH /api/timeline': {
      const id = String(body.templateTimelineId)
      const held = { ...(body.timeline as Stored), savedObjectId: `saved-${id}`, version: 'WzEsMV0=' }
      fake.timelines.set(id, held)
      return { status: 200, body: held }
    }
    case 'DELETE /api/timeline': {
      const ids = body.savedObjectIds as unknown[]
      for (const [id, held] of fake.timelines) if (ids.includes(held.savedObjectId)) fake.timelines.delete(id)
      return { status: 200, body: {} }
    }
    case 'GET /api/detection_engine/rules/_find':
      return { status: 200, body: page([...fake.rules.values()], query) }
    case 'POST /api/detection_engine/rules':
      if (fake.rules.has(String(body.rule_id))) return refuse(409, `rule_id: "${body.rule_id}" already exists`)
      return { status: 200, body: storeRule(fake.rules, body) }
    case 'PUT /api/detection_engine/rules':
      return onStored(fake.rules, body.rule_id, noRule, ({ id }) => storeRule(fake.rules, { ...body, id }))
    case 'PATCH /api/detection_engine/rules':
      return onStored(fake.rules, body.rule_id, noRule, (held) => storeRule(fake.rules, { ...held, ...body }))
    case 'DELETE /api/detection_engine/rules':
      return onStored(fake.rules, query.get('rule_id'), noRule, (held, id) => removed(fake.rules, held, id))
    case 'DELETE /api/exception_lists':
      return onStored(fake.lists, query.get('list_id'), noList, (held, id) => {
        for (const [key, item] of fake.items) if (item.list_id === id) fake.items.delete(key)
        return removed(fake.lists, held, id)
      })
    case 'GET /api/exception_lists':
      return onStored(fake.lists, query.get('list_id'), noList, (held) => held)
    case 'POST /api/exception_lists': {
      if (fake.lists.has(String(body.list_id)))
        return refuse(409, `exception list id: "${body.list_id}" already exists`)
      const list = { ...body, id: `saved-${body.list_id}`, immutable: false, os_types: [], version: 1 }
      fake.lists.set(String(body.list_id), list)
      return { status: 200, body: list }
    }
    case 'GET /api/exception_lists/items/_find': {
      const found = [...fake.items.values()].filter(({ list_id }) => list_id === query.get('list_id'))
      return { status: 200, body: page(found, query) }
    }
    case 'POST /api/exception_lists/items':
      if (!fake.lists.has(String(body.list_id)))
        return refuse(404, `exception list id: "${body.list_id}" does not exist`)
      if (fake.items.has(String(body.item_id)))
        return refuse(409, `exception list item id: "${body.item_id}" already exists`)
      return { status: 200, body: storeItem(fake.items, body) }
    case 'PUT /api/exception_lists/items': {
      const held = fake.items.get(String(body.item_id))
      if (held === undefined) return refuse(404, noItem(String(body.item_id)))
      const named = new Set(commentsOf(body).map(({ id }) => id))
      if (commentsOf(held).some(({ id }) => !named.has(id)))
        return refuse(403, 'Comments cannot be deleted, only new comments may be added')
      return { status: 200, body: storeItem(fake.items, { ...body, list_id: held.list_id }) }
    }
    case 'DELETE /api/exception_lists/items':
      return onStored(fake.items, query.get('item_id'), noItem, (held, id) => removed(fake.items, held, id))
    default:
      return refuseAsServer(404, 'Not Found', 'Not Found')
  }
}

/** Stores a rule. As in Kibana, adds members, and marks each required field that ECS defines. */
function storeRule(rules: Map<string, Stored>, body: Stored): Stored {
  const held = rules.get(String(body.rule_id))
  const fields = Array.isArray(body.required_fields) ? (body.required_fields as Stored[]) : []
  const rule = {
    immutable: false,
    output_index: '',
    related_integrations: [],
    severity_mapping: [],
    risk_score_mapping: [],
    created_by: 'consentry',
    ...body,
    id: body.id ?? `saved-${body.rule_id}`,
    updated_by: 'consentry',
    required_fields: fields.map((field) => ({ ...field, ecs: !String(field.name).startsWith('oauth.') })),
    revision: held === undefined ? 0 : Number(held.revision) + 1,
    rule_source: { type: 'internal' },
  }
  rules.set(String(body.rule_id), rule)
  return rule
}

function storeItem(items: Map<string, Stored>, body: Stored): Stored {
  const item = { comments: [], os_types: [], ...body, id: `saved-${body.item_id}` }
  items.set(String(body.item_id), item)
  return item
}

function commentsOf({ comments }: Stored): Stored[] {
  return Array.isArray(comments) ? (comments as Stored[]) : []
}

function page(all: readonly Stored[], query: URLSearchParams): Stored {
  const size = Number(query.get('per_page') ?? 20)
  const number = Number(query.get('page') ?? 1)
  return {
    data: all.slice((number - 1) * size, number * size),
    page: number,
    perPage: size,
    per_page: size,
    total: all.length,
  }
}

async function readBody(request: IncomingMessage): Promise<Stored> {
  const body = await text(request)
  if (body === '') return {}
  // For a multipart request, keeps the text of the file.
  if (request.headers['content-type']?.startsWith('multipart/') === true) return { file: body }
  return JSON.parse(body) as Stored
}
