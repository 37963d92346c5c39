// The quiet days of a small organization before and around the story of a campaign.
import type { RawRecord } from './campaign.ts'
import { admin, authorize, file, revoke, signIn, use, userAccounts } from './google-events.ts'
import {
  type App,
  app,
  DAY,
  HOUR,
  idOf,
  MINUTE,
  type Network,
  network,
  type Org,
  type Person,
  person,
  timeline,
  timeOf,
} from './google-layouts.ts'

export interface Background {
  readonly records: readonly RawRecord[]
  /** Records of ordinary work that deserve no alert. */
  readonly quiet: readonly string[]
}

interface Options {
  /** The last moment of the background. */
  readonly until: number
  readonly days: number
  readonly records: number
}

const titles = [
  'Weekly plan',
  'Budget notes',
  'Price list',
  'Interview guide',
  'Release checklist',
  'Travel form',
  'Retrospective',
  'Customer call notes',
  'Vendor comparison',
  'Holiday calendar',
  'Logo drafts',
  'Training slides',
]

/** A moment of a working day between 8 and 18 o'clock, on one of the `days` days before `until`. */
export const workMoment = (org: Org, until: number, days: number): number => {
  for (;;) {
    const midnight = Math.floor((until - org.random.integer(1, days) * DAY) / DAY) * DAY
    const weekday = new Date(midnight).getUTCDay()
    if (weekday !== 0 && weekday !== 6) return midnight + 7 * HOUR + org.random.integer(0, 10 * 60 * 60) * 1000
  }
}

const smallApps = (org: Org): App[] => [
  app(org.random, 'Slack', ['openid', 'email', 'profile']),
  app(org.random, 'Zoom', ['openid', 'userinfo.email', 'calendar.events']),
  app(org.random, 'Asana', ['openid', 'userinfo.email', 'userinfo.profile', 'drive.file']),
  app(org.random, 'Figma', ['openid', 'userinfo.email', 'userinfo.profile']),
  app(org.random, 'DocuSign', ['openid', 'userinfo.email', 'drive.file']),
  app(org.random, 'Grammarly', ['openid', 'email', 'profile'], 'NATIVE_CHROME_EXTENSION'),
  app(org.random, 'Trello', ['openid', 'userinfo.email', 'userinfo.profile']),
]

const signInOf = (org: Org, at: number, who: Person): RawRecord[] => {
  const from = org.random.integer(1, 3) === 1 ? who.home : org.office
  const failed = org.random.integer(1, 14) === 1
  return [
    ...(failed ? [signIn(org, { at: at - MINUTE, who, from, failure: 'login_failure_invalid_password' })] : []),
    signIn(org, { at, who, from }),
  ]
}

const fileOf = (org: Org, at: number, who: Person): RawRecord => {
  const name = org.random.pick(['view', 'view', 'view', 'edit', 'edit', 'create', 'download', 'rename'])
  const kind = org.random.pick(['document', 'spreadsheet', 'presentation', 'pdf'])
  const owner = name === 'create' ? who : org.random.pick(org.people)
  return file(org, { at, who, name, kind, owner, title: org.random.pick(titles) })
}

const adminOf = (org: Org, at: number): RawRecord => {
  const who = org.admin
  const target = org.random.pick(org.people.slice(1)).email
  const group = `${org.random.pick(['sales', 'finance', 'all', 'press'])}@${org.domain}`
  return org.random.pick([
    () =>
      admin(org, {
        at,
        who,
        type: 'GROUP_SETTINGS',
        name: 'ADD_GROUP_MEMBER',
        values: { GROUP_EMAIL: group, USER_EMAIL: target },
      }),
    () =>
      admin(org, {
        at,
        who,
        type: 'USER_SETTINGS',
        name: 'CHANGE_LAST_NAME',
        values: { USER_EMAIL: target, OLD_VALUE: 'Smith', NEW_VALUE: 'Smith-Jones' },
      }),
    () =>
      admin(org, {
        at,
        who,
        type: 'GROUP_SETTINGS',
        name: 'REMOVE_GROUP_MEMBER',
        values: { GROUP_EMAIL: group, USER_EMAIL: target },
      }),
    () =>
      admin(org, {
        at,
        who,
        type: 'GROUP_SETTINGS',
        name: 'CHANGE_GROUP_NAME',
        values: { GROUP_EMAIL: group, OLD_VALUE: 'Press', NEW_VALUE: 'Press office' },
      }),
  ])()
}

/** Regular calls of one client from its own network, as long as the background lasts. */
export const steadyUse = (
  org: Org,
  client: App,
  parts: {
    readonly until: number
    readonly days: number
    readonly count: number
    readonly people: readonly Person[]
    readonly from: Network | null
    readonly methods: readonly string[]
    readonly impersonates?: boolean
  },
): RawRecord[] =>
  Array.from({ length: parts.count }, (_, index) =>
    use(org, {
      at: workMoment(org, parts.until, parts.days),
      who: parts.people[index % parts.people.length] ?? org.admin,
      app: client,
      from: parts.from,
      method: org.random.pick(parts.methods),
      bytes: org.random.integer(900, 14_000),
      impersonates: parts.impersonates ?? false,
    }),
  )

export const background = (org: Org, options: Options): Background => {
  const { until, days, records } = options
  const share = (part: number): number => Math.round(records * part)
  const when = (): number => workMoment(org, until, days)
  const anybody = (): Person => org.random.pick(org.people)
  const apps = smallApps(org)
  const planner = app(org.random, 'Roomwise Planner', ['openid', 'userinfo.email', 'calendar.events'])
  const planners = [1, 2, 3, 4, 5].map((index) => person(org, index))
  const signIns = Array.from({ length: share(0.36) }, () => signInOf(org, when(), anybody())).flat()
  const files = Array.from({ length: share(0.32) }, () => fileOf(org, when(), anybody()))
  const consents = Array.from({ length: share(0.07) }, () => {
    const who = anybody()
    return authorize(org, { at: when(), who, app: org.random.pick(apps) })
  })
  const first = until - days * DAY
  const plannerConsents = planners.map((who, index) =>
    authorize(org, { at: first + (8 + index) * HOUR, who, app: planner }),
  )
  const planning = steadyUse(org, planner, {
    until,
    days: days - 2,
    count: share(0.14),
    people: planners,
    from: network('192.0.2.40', 64530, 'IE'),
    methods: ['calendar.events.list', 'calendar.events.insert', 'calendar.freebusy.query'],
  })
  const management = Array.from({ length: share(0.06) }, () => adminOf(org, when()))
  const accounts = Array.from({ length: share(0.03) }, () => {
    const who = anybody()
    return userAccounts(org, { at: when(), who, from: org.office, type: '2sv_change', name: '2sv_enroll', values: {} })
  })
  const ended = Array.from({ length: 3 }, () => revoke(org, { at: when(), who: anybody(), app: org.random.pick(apps) }))
  const all = [signIns, files, consents, plannerConsents, planning, management, accounts, ended]
  // Quiet: some of every ordinary kind, after the first days.
  const settled = (list: readonly RawRecord[]): RawRecord[] => list.filter((one) => timeOf(one) > first + 5 * DAY)
  const quiet = [
    ...settled(files).slice(0, 12),
    ...settled(signIns).slice(0, 10),
    ...settled(planning).slice(0, 8),
    ...settled(consents).slice(0, 6),
    ...settled(accounts).slice(0, 2),
    ...ended.slice(0, 1),
  ]
  return { records: timeline(...all), quiet: quiet.map(idOf) }
}
