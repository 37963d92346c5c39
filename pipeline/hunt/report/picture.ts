// The picture of an application: its grants, changes and alerts, and its use of each account and of each kind of data.
import { present } from '../../../mappings/kernel/present.ts'
import { everybody } from '../../entity-store/entity-ids.ts'
import type { Device } from '../../review/containment/microsoft.ts'
import type { ReviewedApp } from '../../review/review.ts'
import type { DataTaken, Uses } from '../evidence/data-taken.ts'
import { joinedUses, UseTimes } from '../evidence/uses.ts'
import { capped, limits } from './limits.ts'
import type { Picture, PictureLane, RuleAlerts } from './model.ts'
import type { Trail } from './trail.ts'

/** The picture of an application. Accounts with used data come first. */
export function makePicture(
  app: ReviewedApp | undefined,
  trail: Trail | undefined,
  rules: readonly RuleAlerts[],
  taken: DataTaken | undefined,
  devices: readonly Device[] = [],
): Picture {
  const lanes = capped(lanesOf(app, taken), limits.lanes)
  const recorded = [...(trail?.acts.first ?? []), ...(trail?.acts.last ?? [])].map(({ at, what, failed }) => ({
    at,
    what,
    ...(failed === true && { failed }),
  }))
  const acts = [...recorded, ...devices.slice(0, limits.steps).flatMap(actsOf)]
  const alerts = rules.flatMap(({ name, severity, alerts: shown }) =>
    shown.map(({ at }) => ({ at, severity, what: name })),
  )
  const signIns = signInsOf(trail)
  const times = [
    ...acts.map(({ at }) => at),
    ...alerts.map(({ at }) => at),
    ...lanes.shown.flatMap(({ granted, revoked, uses }) => [granted, revoked, ...uses.keys()]),
    ...signIns.flatMap(([, uses]) => [...uses.keys()]),
  ]
    .filter((at) => at !== undefined && !Number.isNaN(Date.parse(at)))
    .sort() as string[]
  const kinds = [...signIns, ...(taken?.kinds ?? [])].slice(0, limits.lanes)
  const accounts = taken?.accounts ?? 0
  return { from: times[0] ?? '', to: times.at(-1) ?? '', lanes, kinds, accounts, acts, alerts }
}

const actsOf = ({ account, at, name, removed }: Device) => [
  { at, what: `${account} registered the device ${JSON.stringify(name)}` },
  ...(removed === undefined ? [] : [{ at: removed, what: `the device ${JSON.stringify(name)} was deleted` }]),
]

/** A vendor client has no grant, so the sign-ins show its users. */
function signInsOf(trail: Trail | undefined): Picture['kinds'][number][] {
  const all = [...(trail?.signIns ?? [])]
  if (all.length > limits.signInLanes)
    return [['sign-ins of several accounts', joinedUses(all.map(([, uses]) => uses))]]
  return all.map(([account, uses]) => [account === '' ? 'sign-ins' : `sign-ins of ${account}`, uses])
}

function lanesOf(app: ReviewedApp | undefined, taken: DataTaken | undefined): PictureLane[] {
  const uses = new Map<string, Uses>()
  for (const holder of taken?.holders.shown ?? []) {
    const name = (holder.mailbox === '' ? holder.account : holder.mailbox).toLowerCase()
    uses.set(name, joinedUses([holder.uses, uses.get(name) ?? new UseTimes()]))
  }
  const grants = app?.grants ?? []
  const grantOf = new Map(grants.toReversed().map((grant) => [grant.principal.toLowerCase(), grant]))
  const holders = grants.map(({ principal }) => principal.toLowerCase()).filter((name) => !uses.has(name))
  const whole = holders.filter((name) => name === everybody)
  const names = [...whole, ...uses.keys(), ...holders.filter((name) => name !== everybody)]
  return names.map((name) => {
    const { granted, grantedBy, revoked: taken } = grantOf.get(name) ?? {}
    const ended = app?.ended !== undefined && app.ended > (granted ?? '') ? app.ended : undefined
    const revoked = [taken, ended].filter((at) => at !== undefined).sort()[0]
    return {
      name: name === everybody ? 'the whole tenant' : name === '' ? 'an unnamed account' : name,
      ...present({ granted, grantedBy, revoked }),
      uses: uses.get(name) ?? new Map<string, number>(),
    }
  })
}
