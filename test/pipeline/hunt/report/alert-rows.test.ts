import { expect, it } from 'vitest'
import { looseAlerts, sessionsOf } from '../../../../pipeline/hunt/report/alert-rows.ts'
import { type AlertGroup, AlertTallies } from '../../../../pipeline/hunt/report/tallies.ts'
import type { Alert } from '../../../../rules/lib/alert.ts'

const [home, host] = ['5f1c2a34-0000-4000-8000-000000000001', '6a2d3b45-0000-4000-8000-000000000002']

function alertIn(tenant: string | undefined, hour: number): Alert {
  const at = `2026-03-11T0${hour}:00:00.000Z`
  return {
    '@timestamp': at,
    rule: { id: 'rule', name: 'Rule' },
    severity: 'high',
    reason: 'reason',
    settled: true,
    events: [{ _id: at, '@timestamp': at, dataset: 'azure.signinlogs' }],
    user: { email: 'mara@northpier.example' },
    ...(tenant !== undefined && { organization: { id: tenant } }),
  } as unknown as Alert
}

it('the sessions of an account end in each tenant of its alerts, in any order of the alerts', () => {
  const commandsOf = (...alerts: readonly Alert[]) => {
    const tallies = new AlertTallies(new Set())
    for (const alert of alerts) tallies.add(alert)
    const collector = { appsOf: () => new Map(), trailOf: () => undefined }
    const loose = looseAlerts(tallies.groups.get('') as AlertGroup, collector as never, [], new Map(), () => [])
    return sessionsOf(loose).flatMap(({ command }) => /-TenantId (\S+)/.exec(command)?.[1] ?? [])
  }
  expect(commandsOf(alertIn(home, 1), alertIn(host, 2))).toEqual([home, host])
  expect(commandsOf(alertIn(host, 1), alertIn(home, 2))).toEqual([home, host])
  // The events of the second alert have no common tenant.
  expect(commandsOf(alertIn(home, 1), alertIn(undefined, 2))).toEqual([home])
})
