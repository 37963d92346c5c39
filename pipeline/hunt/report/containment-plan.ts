// The plan that contains an application with alerts: commands, their effects, and steps without a command.
import { type Vendor, vendorOf } from '../../../mappings/entities/key.ts'
import { containApp, containClient } from '../../review/containment/contain.ts'
import type { Containment } from '../../review/containment/containment.ts'
import type { Device } from '../../review/containment/microsoft.ts'
import type { AlertedApp } from './alerted-apps.ts'
import { capped, limits } from './limits.ts'
import type { ContainmentPlan, FurtherSteps } from './model.ts'
import type { AccountTally } from './tallies.ts'

/** Returns the vendor of an application; empty if it is unknown. */
export function vendorsOf({ app, group }: AlertedApp): Vendor[] {
  if (app !== undefined) return [app.vendor]
  const dataset = [...group.rules.values()][0]?.alerts.first[0]?.events[0]?.dataset
  return dataset === undefined ? [] : [vendorOf(dataset)]
}

/** The entity store keeps no use of the vendors' own applications, so their accounts come from the alerts. */
function namesOf({ app, key }: AlertedApp, accounts: readonly AccountTally[]): string[] {
  const alerting = accounts.filter(({ apps }) => apps.has(key))
  return [...new Set([...(app?.actedFor ?? []), ...alerting.map(({ name }) => name)])]
}

/** The devices that the accounts of an application registered. */
export function devicesOf(
  alerted: AlertedApp,
  accounts: readonly AccountTally[],
  devices: readonly Device[],
): readonly Device[] {
  const names = namesOf(alerted, accounts)
  return devices.filter(({ account }) => names.includes(account.toLowerCase()))
}

export function containmentOf(
  alerted: AlertedApp,
  accounts: readonly AccountTally[],
  devices: readonly Device[],
  theft: string | undefined,
): Containment {
  const { app } = alerted
  const names = namesOf(alerted, accounts)
  const registered = devicesOf(alerted, accounts, devices)
  if (app !== undefined && !app.firstParty) {
    const containment = containApp(app, registered)
    return {
      ...containment,
      breaks: [
        ...containment.breaks,
        ...(theft === undefined
          ? []
          : ['If the tokens were stolen from the application vendor, no account needs a new password.']),
      ],
    }
  }
  const vendor = vendorsOf(alerted)[0] ?? 'microsoft'
  return containClient({ vendor, tenant: alerted.group.app?.tenant ?? '', names, devices: registered })
}

export function planOf({ breaks, steps, gaps }: Containment, response: readonly FurtherSteps[]): ContainmentPlan {
  const seen = new Set<string>()
  const causes = response.flatMap(({ cause, steps: all }) => {
    const added = all.filter((step) => !seen.has(step) && seen.add(step))
    return added.length === 0 ? [] : [{ cause, steps: added }]
  })
  return {
    breaks,
    steps: capped(steps, limits.steps),
    gaps: capped(gaps, limits.messages),
    response: capped(causes, limits.steps),
  }
}
