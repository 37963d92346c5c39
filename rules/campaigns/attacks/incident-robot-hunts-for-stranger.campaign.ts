// The leaked secret of a security application: a stranger hunts in the telemetry of the company and closes incidents.
import { attackCampaign } from '../campaign.ts'
import { changeIncident, type Host, hunt, incidents, makeRobot, robotSignIn } from '../microsoft-hunting.ts'
import { tableRows } from '../microsoft-log-analytics.ts'
import { networks } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title:
    'With the leaked secret of the incident robot a stranger hunts in the telemetry and closes the incidents about it',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/security-security-runhuntingquery?view=graph-rest-1.0',
    'https://learn.microsoft.com/en-us/graph/api/security-incident-update?view=graph-rest-1.0',
    'https://www.cisa.gov/news-events/alerts/2025/05/22/advisory-update-cyber-threat-activity-targeting-commvaults-saas-cloud-application-metallic',
  ],
  facts: [
    'Secrets of applications that leak from a vendor or a pipeline let strangers sign in as the application (2025).',
    'The hunting query of Microsoft Graph answers from mail, sign-in, device and command-line tables of thirty days.',
    'An application with the write permission on incidents can resolve them and change their verdict.',
    'The company keeps Entra and Graph logs in Log Analytics alone.',
  ],
  build: (random) => {
    const { log, start, quiet } = scene(random, 'quarrybank', {
      feeds: 'entra',
      from: '2025-11-03',
      days: 110,
      after: 21,
      records: 380,
    })
    const from = start - 110 * day
    const house: Host = {
      ip: '198.51.100.77',
      agent: 'IncidentRobot/3.4 (aiohttp/3.11)',
      network: networks.vendorDublin,
    }
    const robot = makeRobot(log, 'Incident Robot', house)
    // The robot looks at incidents on each working day, hunts a little, and changes an incident now and then.
    const work = (at: number) => {
      const round = robotSignIn(log, at, robot, house)
      const last = incidents(log, at + 2000, robot, house, round)
      if (random.number() < 0.35) hunt(log, at + 9000, robot, house, round, random.integer(800, 22_000))
      return random.number() < 0.3 ? changeIncident(log, at + 30_000, robot, house, round) : last
    }
    const usual = routine(log, from, 110, 94, work)
    routine(log, start, 20, 16, work)

    // The stranger has the secret and asks slowly: one to four questions in an evening, with long pauses.
    const rented: Host = { ip: '65.21.140.66', agent: 'Go-http-client/2.0', network: networks.hostingHelsinki }
    const evenings = [0, 1, 3, 4, 8, 9, 13, 16].map((offset, i) => {
      const at = start + offset * day + 21 * hour + random.integer(0, 100) * minute
      const round = robotSignIn(log, at, robot, rented)
      const hunts = repeat(random, at + 20_000, 2 + (i % 4), 9 * minute, (next) =>
        hunt(log, next, robot, rented, round, random.integer(600_000, 9_000_000)),
      )
      const looked = i % 2 === 1 ? [incidents(log, at + 5000, robot, rented, round)] : []
      const closed =
        i > 3
          ? repeat(random, at + 45 * minute, i === 7 ? 3 : 1, 30_000, (next) =>
              changeIncident(log, next, robot, rented, round),
            )
          : []
      return { signIn: round.signIn, hunts, looked, closed }
    })
    const [first] = evenings
    const hunts = evenings.flatMap((evening) => evening.hunts)

    return {
      records: tableRows(log, log.records()),
      firstHostile: first?.signIn ?? '',
      dataLeft: [...hunts, ...evenings.flatMap((evening) => evening.looked)],
      required: [
        {
          act: 'The secret of the incident robot is used at a hosting provider where the robot never was',
          ids: evenings.map((evening) => evening.signIn),
          minimum: 'medium',
        },
        { act: 'Hunting queries with answers of megabytes from there', ids: hunts, minimum: 'medium' },
        {
          act: 'Incidents are changed from there',
          ids: evenings.flatMap((evening) => evening.closed),
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...usual],
    }
  },
})
