// The applications of the records by their IDs and names, so that a person can name one by a part of either.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { appIds } from './view.ts'

interface NamedApp {
  /** In small letters. */
  readonly ids: Set<string>
  readonly names: Set<string>
}

/** An application in the records. */
export interface FoundApp {
  /** Its last known name with its ID, or the ID alone. */
  readonly name: string
  readonly ids: ReadonlySet<string>
}

/** Grows with the number of applications, as the entity store does. */
export class AppNames {
  readonly #byId = new Map<string, NamedApp>()

  see(document: EcsDocument): void {
    const ids = appIds(document)
    const [id] = ids
    if (id === undefined) return
    const app = this.#joined(ids)
    const { name, first_party_name: official } = document.oauth?.app ?? {}
    for (const each of [official, name]) if (each !== undefined && each !== '') app.names.add(each)
  }

  /** One record of an application names its IDs together. */
  #joined(ids: readonly string[]): NamedApp {
    const known = [...new Set(ids.flatMap((id) => this.#byId.get(id) ?? []))]
    const [app = { ids: new Set<string>(), names: new Set<string>() }, ...others] = known
    for (const other of others) {
      for (const id of other.ids) {
        app.ids.add(id)
        this.#byId.set(id, app)
      }
      for (const name of other.names) app.names.add(name)
    }
    for (const id of ids) {
      app.ids.add(id)
      this.#byId.set(id, app)
    }
    return app
  }

  /** The applications that a text names: by ID, else by name, else by a part of either. More than one is ambiguous. */
  find(text: string): FoundApp[] {
    const wanted = text.trim().toLowerCase()
    const byId = this.#byId.get(wanted)
    if (byId !== undefined) return [toFound(byId)]
    const apps = [...new Set(this.#byId.values())]
    const namesOf = ({ names }: NamedApp) => [...names].map((name) => name.toLowerCase())
    const byName = apps.filter((app) => namesOf(app).includes(wanted))
    const found =
      byName.length > 0
        ? byName
        : apps.filter((app) => [...app.ids, ...namesOf(app)].some((each) => each.includes(wanted)))
    return found.map(toFound).sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}

function toFound({ ids, names }: NamedApp): FoundApp {
  const [id] = ids
  const name = [...names].at(-1)
  return { name: name === undefined ? String(id) : `${name} (${id})`, ids }
}
