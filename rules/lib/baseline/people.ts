// The people and applications of a tenant, with every ID by which the records of the vendors identify them.
import { type AppIds, appIds, type PersonIds, personIds } from '../scenario/identity.ts'
import { whole } from './chance.ts'
import type { Tenant } from './routine.ts'

export interface Person extends PersonIds {
  readonly address: string
  readonly department: string
  /** The IP address from which the person works. */
  readonly ip: string
}

export interface App extends AppIds {
  readonly name: string
  readonly ip: string
}

const firstNames =
  'ada bela cora dora edda femke gita hanno ida jana kim lars milo nele otis pia quinn rosa sven thea'.split(' ')
const lastNames = 'abel birk cordes dahl ekman frost grau holm iversen junker'.split(' ')

/** Returns all people of a tenant, in the order of the departments. */
export function peopleOf({ id, departments, domain }: Tenant): Person[] {
  const places = Object.entries(departments).flatMap(([name, size]) => Array.from({ length: size }, () => name))
  return places.map((department, i) => {
    const first = firstNames[i % firstNames.length]
    const last = lastNames[Math.floor(i / firstNames.length) % lastNames.length]
    const round = Math.floor(i / (firstNames.length * lastNames.length))
    const address = `${first}.${last}${round === 0 ? '' : round + 1}@${domain}`
    const seed = [id, address]
    return {
      address,
      department,
      ...personIds(...seed),
      ip: `198.51.100.${100 + whole(100, ...seed, 'ip')}`,
    }
  })
}

const firstWords =
  'Amber Birch Cedar Delta Ember Fjord Garnet Heron Indigo Juniper Kestrel Linden Maple Nimbus Olive Pebble Quartz Raven Sorrel Tundra'.split(
    ' ',
  )
const lastWords =
  'Atlas Board Canvas Desk Easel Folio Gauge Harvest Index Journal Kanban Ledger Memo Notebook Outline Planner Quiz Roster Survey Tracker'.split(
    ' ',
  )

const kinds = 'Cloud Desk Hub Online Pro Studio Team Works'.split(' ')

/** Returns an application that hardly anybody has used before, with one of some thousand names. */
export function newApp(tenant: Tenant, ...names: readonly string[]): App {
  const first = firstWords[whole(firstWords.length, ...names, 'first')]
  const last = lastWords[whole(lastWords.length, ...names, 'last')]
  const kind = kinds[whole(kinds.length, ...names, 'kind')]
  return toApp(tenant, `${first} ${last} ${kind}`)
}

export function toApp(tenant: Tenant, name: string): App {
  const known = tenant.apps[name] ?? {}
  const seed = [tenant.id, 'app', name]
  const ids = appIds(...seed)
  const { microsoft = ids.microsoft, google = ids.google } = known
  return {
    name,
    ...ids,
    microsoft,
    google,
    project: /^\d+/.exec(google)?.[0] ?? ids.project,
    ip: known.address ?? `2001:db8:${(0x1000 + whole(0x1000, ...seed, 'ip')).toString(16)}::10`,
  }
}
