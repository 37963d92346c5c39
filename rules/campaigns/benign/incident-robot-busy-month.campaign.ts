// A busy month of the security team: more questions, many closed duplicates, a new secret, and a second worker of the robot.
import { benignWork } from '../campaign.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { changeIncident, type Host, hunt, incidents, makeRobot, robotSignIn } from '../microsoft-hunting.ts'
import { tableRows } from '../microsoft-log-analytics.ts'
import { networks } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A busy month of the incident robot: a hunt through all tables, sixty closed duplicates and a new secret',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/security-security-runhuntingquery?view=graph-rest-1.0',
    'https://learn.microsoft.com/en-us/graph/api/security-incident-update?view=graph-rest-1.0',
  ],
  resembles:
    'A security application gets a second secret, asks ten times more hunting queries with large answers, and changes many incidents in an evening.',
  accounts: 1,
  days: 24,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'elmenhaven', {
      feeds: 'entra',
      from: '2026-01-12',
      days: 90,
      after: 26,
      records: 380,
    })
    const from = start - 90 * day
    const agent = 'IncidentRobot/3.6 (aiohttp/3.12)'
    const first: Host = { ip: '198.51.100.84', agent, network: networks.vendorDublin }
    // The second worker has its place in the same data centre.
    const second: Host = { ip: '198.51.100.85', agent, network: networks.vendorDublin }
    const robot = makeRobot(log, 'Incident Robot', first)
    routine(log, from, 90, 120, (at) => {
      const round = robotSignIn(log, at, robot, first)
      if (random.number() < 0.5) hunt(log, at + 9000, robot, first, round, random.integer(800, 90_000))
      if (random.number() < 0.4) changeIncident(log, at + 30_000, robot, first, round)
      return incidents(log, at + 2000, robot, first, round)
    })

    const ids: string[] = []
    // The new secret before the old one ends; both stay for a week.
    const old = { id: robot.keyId, name: 'robot-2025' }
    const fresh = { id: random.uuid(), name: 'robot-2026' }
    const { admin } = tenant
    ids.push(
      auditKeys(log, start + 9 * hour + 20 * minute, admin, robot, [old], [old, fresh]),
      auditKeys(log, start + 7 * day + 10 * hour, admin, robot, [old, fresh], [fresh]),
    )
    const round = (at: number, i: number) => {
      const host = i % 3 === 2 ? second : first
      const held = robotSignIn(log, at, robot, host, fresh.id)
      ids.push(held.signIn, incidents(log, at + 2000, robot, host, held))
      return { host, held }
    }
    for (let i = 1; i < 24; i += 1) {
      for (let part = 0; part < 2; part += 1) {
        const at = start + i * day + (7 + part * 6) * hour + random.integer(0, 200) * minute
        const { host, held } = round(at, i * 2 + part)
        if (part === 0) ids.push(hunt(log, at + 9000, robot, host, held, random.integer(800, 90_000)))
      }
    }
    // A notice about a new weakness: four days and one late evening of questions about all devices and all mail.
    for (const [i, offset] of [8, 9, 10, 13].entries()) {
      const at = start + offset * day + (i === 1 ? 19 : 10) * hour
      const { host, held } = round(at, i)
      ids.push(
        ...repeat(random, at + minute, 18, 2 * minute, (next) =>
          hunt(log, next, robot, host, held, random.integer(40_000, 4_000_000)),
        ),
      )
    }
    // A noisy rule is corrected, and its duplicates are closed.
    const evening = start + 15 * day + 17 * hour + 40 * minute
    const { host, held } = round(evening, 0)
    ids.push(...repeat(random, evening + minute, 60, 4000, (next) => changeIncident(log, next, robot, host, held)))
    return { records: tableRows(log, log.records()), ids }
  },
})
