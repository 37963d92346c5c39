// The applications or the accounts of the records by their IDs and names, so that a person can name one by a part of either.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { appIds } from './view.ts'

interface Named {
  /** In small letters. */
  readonly ids: Set<string>
  readonly names: Set<string>
}

/** An application or an account in the records. */
export interface Found {
  /** Its last known name with its ID, or the ID alone. */
  readonly name: string
  readonly ids: ReadonlySet<string>
}

/** Grows with the number of applications or accounts, as the entity store does. */
export class Names {
  readonly #byId = new Map<string, Named>()

  /** Adds the facts of one record about one of them: all its IDs, in lower case, and its names. */
  add(ids: readonly string[], names: readonly (string | undefined)[]): void {
    if (ids.length === 0) return
    const known = this.#joined(ids)
    for (const name of names) if (name !== undefined && name !== '') known.names.add(name)
  }

  /** One record names the IDs of one together. */
  #joined(ids: readonly string[]): Named {
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

  /** Those that a text names: by ID, else by name, else by a part of either. More than one is ambiguous. */
  find(text: string): Found[] {
    const wanted = text.trim().toLowerCase()
    const byId = this.#byId.get(wanted)
    if (byId !== undefined) return [toFound(byId)]
    const apps = [...new Set(this.#byId.values())]
    const namesOf = ({ names }: Named) => [...names].map((name) => name.toLowerCase())
    const byName = apps.filter((app) => namesOf(app).includes(wanted))
    const found =
      byName.length > 0
        ? byName
        : apps.filter((app) => [...app.ids, ...namesOf(app)].some((each) => each.includes(wanted)))
    return found.map(toFound).sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}

/** Adds the application of a document. */
export function addApp(names: Names, document: EcsDocument): void {
  const { name, first_party_name: official } = document.oauth?.app ?? {}
  names.add(appIds(document), [official, name])
}

/** Adds the accounts of a document: a record of Microsoft Graph has the ID alone, another one has the address, too. */
export function addAccounts(names: Names, { user, oauth }: EcsDocument): void {
  for (const { id, email, name } of [
    user ?? {},
    user?.target ?? {},
    { ...oauth?.account, email: oauth?.account?.name },
  ]) {
    const ids = [email, id].flatMap((each) => (each === undefined ? [] : [each.toLowerCase()]))
    names.add(ids, [name])
  }
}

function toFound({ ids, names }: Named): Found {
  const [id] = ids
  const name = [...names].at(-1)
  return { name: name === undefined ? String(id) : `${name} (${id})`, ids }
}
