// Finds the applications or the accounts of the records by a part of an ID or a name.
import { concernedApp, type EcsDocument } from '../../../mappings/fields/document.ts'
import { folded } from '../../../mappings/kernel/folded.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { deletedName, namesNobody } from '../../entity-store/subject.ts'
import { appIds } from './view.ts'

/** The common suffix of all Google client IDs: a part of this suffix alone identifies no client. */
const sharedEnd = '.apps.googleusercontent.com'
const hasPart = (id: string, part: string): boolean =>
  (sharedEnd.includes(part) && id.endsWith(sharedEnd) ? id.slice(0, -sharedEnd.length) : id).includes(part)

interface Named {
  /** In lower case. */
  readonly ids: Set<string>
  readonly names: Set<string>
}

export interface Found {
  /** The last known name with the ID, or the ID alone. */
  readonly name: string
  readonly ids: ReadonlySet<string>
}

/** Grows with the number of applications or accounts, as the entity store does. */
export class Names {
  /** Each ID in lower case, with the other IDs in the same records. */
  readonly #near = new Map<string, Set<string>>()
  /** Names with the first ID of their record, in the order in which they appear. */
  readonly #names = new Map<string, readonly [id: string, name: string]>()

  /** Adds the facts of one record about one application or account: all its IDs, in lower case, and its names. */
  add(ids: readonly string[], names: readonly (string | undefined)[]): void {
    const [first] = ids
    if (first === undefined) return
    for (const id of ids) {
      const near = lookedUp(this.#near, id, () => new Set())
      for (const other of ids) if (other !== id) near.add(other)
    }
    for (const name of names) if (name !== undefined && name !== '') this.#names.set(`${first}\0${name}`, [first, name])
  }

  all(): string[] {
    return [...this.#near.keys(), ...[...this.#names.values()].map(([, name]) => name)]
  }

  /** Joins IDs of the same record. An ID with several addresses joins no others, because several people share it. */
  #joined(): ReadonlyMap<string, Named> {
    const joined = new Map<string, Named>()
    const shared = new Set([...this.#near.keys()].filter((id) => this.#isShared(id)))
    for (const start of this.#near.keys()) {
      if (joined.has(start)) continue
      const one = { ids: new Set([start]), names: new Set<string>() }
      for (const id of one.ids) {
        joined.set(id, one)
        if (shared.has(id)) continue
        for (const other of this.#near.get(id) ?? []) if (!shared.has(other)) one.ids.add(other)
      }
    }
    for (const [id, name] of this.#names.values()) joined.get(id)?.names.add(name)
    return joined
  }

  #isShared(id: string): boolean {
    if (id.includes('@')) return false
    const [first, ...others] = [...(this.#near.get(id) ?? [])].filter((near) => near.includes('@'))
    return first !== undefined && others.some((other) => this.#near.get(first)?.has(other) !== true)
  }

  /** The addresses of an ID, and their other IDs. A renamed account has several addresses; an address maps only to itself. */
  #addressesOf(id: string, joined: ReadonlyMap<string, Named>): string[] {
    const near = id.includes('@') ? [] : [...(this.#near.get(id) ?? [])]
    return near.filter((each) => each.includes('@')).flatMap((each) => [...(joined.get(each)?.ids ?? [])])
  }

  /** Finds applications or accounts by ID, else by name, else by a part of either. Several results are ambiguous. */
  find(text: string): Found[] {
    const wanted = folded(text.trim())
    const joined = this.#joined()
    const byId = joined.get(wanted)
    if (byId !== undefined)
      return [toFound({ ...byId, ids: new Set([...byId.ids, ...this.#addressesOf(wanted, joined)]) })]
    const apps = [...new Set(joined.values())]
    const namesOf = ({ names }: Named) => [...names].map(folded)
    const byName = apps.filter((app) => namesOf(app).includes(wanted))
    const isPart = (app: Named) =>
      [...app.ids].some((id) => hasPart(id, wanted)) || namesOf(app).some((name) => name.includes(wanted))
    const found = byName.length > 0 ? byName : apps.filter(isPart)
    return found.map(toFound).sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}

export function addApp(names: Names, document: EcsDocument): void {
  const { name, first_party_name: official } = concernedApp(document) ?? {}
  names.add(appIds(document), [official, name])
}

/** Adds the accounts of a document: a Microsoft Graph record contains only the ID, others also the address. */
export function addAccounts(names: Names, { user, oauth }: EcsDocument): void {
  for (const { id, email, name } of [
    user ?? {},
    user?.target ?? {},
    { ...oauth?.account, email: oauth?.account?.name },
  ]) {
    const address = email === undefined ? undefined : folded(email)
    const known = [address?.replace(deletedName, ''), address, id?.toLowerCase()]
    const ids = known.filter((each) => each !== undefined && !namesNobody(each)) as string[]
    names.add(ids, [name])
  }
}

function toFound({ ids, names }: Named): Found {
  const [id] = ids
  const name = [...names].at(-1)
  return { name: name === undefined || ids.has(name.toLowerCase()) ? (name ?? String(id)) : `${name} (${id})`, ids }
}
