// Kibana's import, export and deletion of saved objects, as far as a deployment uses them.
import type { Answer } from './local-server.ts'

type Stored = Record<string, unknown>

/** A refusal of Kibana's HTTP server, which has another form than those of its APIs. */
export const refuseAsServer = (statusCode: number, error: string, message: string): Answer => ({
  status: statusCode,
  body: { statusCode, error, message },
})

export class FakeSavedObjects {
  readonly objects = new Map<string, Stored>()
  #clock = Date.parse('2026-05-01T00:00:00Z')

  /** Returns the response to a request, or undefined for a path of another API. */
  answer(method: string, path: string, body: Stored): Answer | undefined {
    if (method === 'POST' && path === '/api/saved_objects/_import') return this.#import(String(body.file))
    if (method === 'POST' && path === '/api/saved_objects/_export') return this.#export(body)
    const [, type, id] = /^\/api\/saved_objects\/([a-z-]+)\/([^/]+)$/.exec(path) ?? []
    if (method === 'DELETE' && type !== undefined && id !== undefined) return this.#delete(`${type}/${id}`)
    return undefined
  }

  /** Changes an object as a user does who saves it in Kibana. */
  change(key: string, attributes: Stored): void {
    const object = this.objects.get(key)
    if (object === undefined) throw new Error(`no object ${key}`)
    Object.assign(object, { updated_at: this.#now(), attributes: { ...(object.attributes as Stored), ...attributes } })
  }

  #now(): string {
    this.#clock += 1000
    return new Date(this.#clock).toISOString()
  }

  #import(form: string): Answer {
    const lines = form.split(/\r?\n/).filter((line) => line.startsWith('{'))
    const now = this.#now()
    for (const line of lines) {
      const object = JSON.parse(line) as Stored
      this.objects.set(`${object.type}/${object.id}`, { ...object, created_at: now, updated_at: now })
    }
    return { status: 200, body: { success: true, successCount: lines.length, warnings: [] } }
  }

  #export(body: Stored): Answer {
    if (Array.isArray(body.objects)) return this.#exportNamed(body.objects as Stored[])
    const { type, hasReference } = body
    const wanted = (hasReference ?? []) as Stored[]
    const chosen = [...this.objects.values()].filter((object) => {
      const references = object.references as Stored[]
      const hasAll = wanted.every((one) => references.some((held) => held.type === one.type && held.id === one.id))
      return (type as string[]).includes(String(object.type)) && hasAll
    })
    const text = chosen.map((object) => `${JSON.stringify(object)}\n`).join('')
    return { status: 200, body: text, headers: { 'content-type': 'application/ndjson' } }
  }

  /** Exports the named objects with everything that they reference, and the details of the export in the last line. */
  #exportNamed(named: readonly Stored[]): Answer {
    const keys = named.map(({ type, id }) => `${type}/${id}`)
    if (keys.some((key) => !this.objects.has(key)))
      return refuseAsServer(400, 'Bad Request', 'Error fetching objects to export')
    const missing = new Map<string, Stored>()
    const reached = new Set<string>()
    const visit = (key: string, { type, id }: Stored): void => {
      const object = this.objects.get(key)
      if (object === undefined) missing.set(key, { type, id })
      if (object === undefined || reached.has(key)) return
      reached.add(key)
      for (const reference of (object.references ?? []) as Stored[])
        visit(`${reference.type}/${reference.id}`, reference)
    }
    for (const [i, key] of keys.entries()) visit(key, named[i] as Stored)
    const lines = [...reached].map((key) => this.objects.get(key) as Stored)
    const details = {
      exportedCount: lines.length,
      missingRefCount: missing.size,
      missingReferences: [...missing.values()],
    }
    const text = [...lines, details].map((line) => `${JSON.stringify(line)}\n`).join('')
    return { status: 200, body: text, headers: { 'content-type': 'application/ndjson' } }
  }

  #delete(key: string): Answer {
    if (this.objects.delete(key)) return { status: 200, body: {} }
    return refuseAsServer(404, 'Not Found', `Saved object [${key}] not found`)
  }
}
