// A monitoring robot keeps a session of a test account open, to measure whether the portal answers.
import { benignWork } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { only } from '../microsoft-only.ts'
import { scene } from '../microsoft-scene.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A monitoring robot keeps the session of a test account, and moves to the second data room',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/concept-noninteractive-sign-ins',
    'https://grafana.com/docs/grafana-cloud/testing/synthetic-monitoring/',
  ],
  resembles:
    'A script client signs in to OfficeHome every half hour, day and night, in one session, as a stolen one does.',
  accounts: 1,
  days: 12,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'granary-logistics', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 64,
      after: 14,
      people: 20,
      records: 1100,
    })
    const [robot] = staff(log, 'probe', 1)
    if (robot === undefined) throw new RangeError('no robot')
    const ids: string[] = []
    // The robot runs all the time: five weeks of it are known, the last twelve days are the work.
    for (let d = -35; d < 12; d += 1) {
      const session = random.uuid()
      const moved = d >= 5
      const visit = {
        person: robot,
        client: firstParty.officeHome,
        resource: tenant.graph,
        session,
        ip: moved ? '203.0.113.72' : '198.51.100.72',
        agent: moved ? 'axios/1.12.2' : 'axios/1.7.9',
      }
      const midnight = start + d * day
      const day1 = [
        userSignIn(log, midnight + 4 * minute, { ...visit, singleFactor: true }),
        ...Array.from({ length: 46 }, (_, i) =>
          userSignIn(log, midnight + (i + 1) * 30 * minute + random.integer(0, 8_000), {
            ...visit,
            interactive: false,
            incoming: 'refreshToken',
            singleFactor: true,
          }),
        ),
      ]
      // The portal was slow once; the robot tried again with an expired token.
      if (d === 3)
        day1.push(
          userSignIn(log, midnight + 23 * hour + 40 * minute, {
            ...visit,
            interactive: false,
            error: 70043,
            reason:
              'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.',
          }),
        )
      if (d >= 0) ids.push(...day1)
    }
    return only(log.records(), ids, ['SignInLogs', 'NonInteractiveUserSignInLogs'])
  },
})
