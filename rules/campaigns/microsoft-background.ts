// Quiet days of an invented tenant before and around an attack.
import { type Feeds, plans, signIn } from './microsoft-acts.ts'
import type { Act } from './microsoft-entra-acts.ts'
import { auditConsent } from './microsoft-entra-consent.ts'
import { userSignIn } from './microsoft-entra-signin.ts'
import { consent } from './microsoft-oauth.ts'
import { signInAudit } from './microsoft-signin.ts'
import { type App, day, hour, type Log, makeApp, minute, type Person } from './microsoft-tenant.ts'

export interface Background {
  readonly feeds: Feeds
  readonly from: number
  readonly days: number
  readonly records: number
}

const shops = ['Boardly Whiteboard', 'Callmate Scheduler', 'Penfold Grammar', 'Trackwise Tasks', 'Slidehub', 'Formbird']

const draw = (log: Log, plan: readonly (readonly [number, Act])[]): Act => {
  let left = log.random.number() * plan.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, act] of plan) {
    left -= weight
    if (left < 0) return act
  }
  return signIn
}

/** A moment of a working day, `from` is the start of a day. */
export const working = (log: Log, from: number, days: number): number => {
  for (;;) {
    const start = from + log.random.integer(0, days - 1) * day
    const weekday = new Date(start).getUTCDay()
    if (weekday === 0 || weekday === 6) continue
    return start + 7 * hour + log.random.integer(0, 10 * 60 - 1) * minute + log.random.integer(0, 59_999)
  }
}

/** Somebody signs in to a web service that wants only the name: consent without access to content. */
const ordinaryConsent = (
  log: Log,
  at: number,
  person: Person,
  app: App,
  feeds: Feeds,
  isNew: boolean,
): readonly string[] => {
  const scopes = 'openid profile email User.Read'
  if (feeds !== 'audit')
    userSignIn(log, at - 4000, {
      person,
      client: app,
      resource: log.tenant.graph,
      ip: person.ip,
      ownerTenant: app.ownerTenant,
    })
  else signInAudit(log, at - 4000, { person, client: app, resource: log.tenant.graph, ip: person.ip })
  return feeds === 'entra'
    ? auditConsent(log, at, person, { client: app, resource: log.tenant.graph, scopes, user: person }, false, isNew)
    : consent(log, at, { by: person, app, resource: log.tenant.graph, scopes, isNew })
}

/** Writes the background. Returns about 40 ids after the first three weeks that must stay quiet. */
export const background = (log: Log, wanted: Background, services = true): readonly string[] => {
  const { random, tenant } = log
  const routine: [number, string][] = []
  for (let i = 0; i < wanted.records; i += 1) {
    const at = working(log, wanted.from, wanted.days)
    routine.push([at, draw(log, plans[wanted.feeds])(log, at, random.pick(tenant.people))])
  }
  const used = services ? shops.slice(0, 3).map((name) => makeApp(random, name, random.uuid())) : []
  used.forEach((app, i) => {
    const start = working(log, wanted.from + i * 5 * day, 10)
    ordinaryConsent(log, start, random.pick(tenant.people), app, wanted.feeds, true)
    const later = working(log, wanted.from + (25 + i) * day, Math.max(7, wanted.days - 35))
    for (const id of ordinaryConsent(log, later, random.pick(tenant.people), app, wanted.feeds, false))
      routine.push([later, id])
  })
  const late = routine.filter(([at]) => at > wanted.from + 21 * day).sort(([a], [b]) => a - b)
  const step = Math.max(1, Math.floor(late.length / 40))
  return late
    .filter((_, i) => i % step === 0)
    .slice(0, 50)
    .map(([, id]) => id)
}
