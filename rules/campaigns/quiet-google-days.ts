// Ordinary days in a Google Workspace: logins, documents, and the applications that people have used for years.

import {
  authorize,
  type Client,
  call,
  client,
  login,
  type Member,
  member,
  type Workspace,
  workspace,
} from './quiet-google.ts'
import { document, drive } from './quiet-google-drive.ts'
import type { Lines } from './quiet-microsoft.ts'
import { minute, type Place, type ProviderName, place, type Scene } from './quiet-scene.ts'
import type { Random } from './random.ts'

export interface House {
  readonly w: Workspace
  readonly members: readonly Member[]
  /** Applications that call the API each day from their own machines, with the method they call. */
  readonly used: readonly {
    readonly client: Client
    readonly api: string
    readonly methods: readonly string[]
    readonly places: readonly Place[]
    readonly users: readonly Member[]
  }[]
  /** All logins come through a provider of identities; the scene writes them. */
  readonly saml?: boolean
  /** Sites with "sign in with Google". */
  readonly sites: readonly Client[]
  readonly hours: readonly [from: number, to: number]
}

export interface Start {
  readonly domain: string
  readonly names: readonly string[]
  readonly lines: Lines
  readonly office: ProviderName
  readonly used: readonly {
    readonly name: string
    readonly scopes: readonly string[]
    readonly api: string
    readonly methods: readonly string[]
  }[]
  readonly sites: readonly string[]
  readonly hours: readonly [from: number, to: number]
}

export const house = (random: Random, s: Start): House => {
  const members = s.names.map((name) => member(random, name, s.domain, s.lines))
  return {
    w: workspace(random, s.domain, s.office, s.lines),
    members,
    used: s.used.map((u, n) => ({
      client: client(random, u.name, u.scopes),
      api: u.api,
      methods: u.methods,
      places: Array.from({ length: 3 }, () => place(random, 'amazon', ['Ashburn', 'Virginia', 'US', 'US-VA'])),
      users: members.filter((_, i) => (i + n) % 3 !== 0),
    })),
    sites: s.sites.map((name) => client(random, name, [])),
    hours: s.hours,
  }
}

const titles = ['Minutes', 'Offer', 'Plan', 'Budget', 'Report', 'Order', 'Notes', 'Schedule', 'Checklist', 'Price list']
const kinds = ['document', 'spreadsheet', 'presentation', 'pdf']
export const title = (random: Random): string => `${random.pick(titles)} ${random.integer(1, 48)}-2026`

const mine = (scene: Scene, h: House, who: Member, date: number, where: Place): void => {
  const {
    w,
    hours: [from, to],
  } = h
  const { random } = scene
  const any = (a = from, b = to): number => scene.moment(date, a, b)
  if (!h.saml && scene.chance(0.12))
    login(scene, w, any(from, from + 2), who, where, scene.chance(0.5) ? ['password', 'google_prompt'] : ['password'])
  if (!h.saml && scene.chance(0.02))
    login(scene, w, any(from - 1, to + 3), who, who.mobile.at(date), ['password', 'google_prompt'])
  for (let i = random.integer(0, 3); i > 0; i--) {
    const paper = document(random, title(random), random.pick(kinds), random.pick(h.members).email)
    const mobile = scene.chance(0.15)
    drive(
      scene,
      w,
      any(),
      who,
      mobile ? who.mobile.at(date) : where,
      random.pick(['view', 'view', 'edit', 'create', 'download', 'rename']),
      paper,
    )
  }
  for (const u of h.used) {
    if (!u.users.includes(who)) continue
    for (let i = random.integer(0, 2); i > 0; i--)
      call(scene, w, any(), who, u.client, random.pick(u.places), u.api, random.pick(u.methods))
    if (scene.chance(0.01)) authorize(scene, w, any(), who, u.client, where)
  }
  if (scene.chance(0.05)) authorize(scene, w, any(), who, random.pick(h.sites), where)
  if (scene.chance(0.01)) {
    const time = any()
    const paper = document(random, title(random), random.pick(kinds), who.email, 'shared_internally')
    drive(scene, w, time, who, where, 'create', paper)
    drive(scene, w, time + 4 * minute, who, where, 'edit', paper)
  }
}

/** One ordinary working day of all members, some of whom are absent. */
export const ordinaryDay = (scene: Scene, h: House, date: number, atHome = 0.35, members = h.members): void => {
  for (const who of members)
    if (!scene.chance(0.12)) mine(scene, h, who, date, scene.chance(atHome) ? who.home.at(date) : h.w.office)
}
