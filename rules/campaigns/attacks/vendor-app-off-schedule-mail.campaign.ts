// A stranger holds the secret of a supplier's application: some nights, some messages, nothing changes in the tenant.
import { attackCampaign } from '../campaign.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'The secret of a supplier application reads a few messages on some nights, beside its daily schedule',
  sources: [
    'https://www.crowdstrike.com/en-us/blog/murky-panda-trusted-relationship-threat-in-cloud/',
    'https://symclub.org/en/cloud-security-risks-escalate-with-the-emergence-of-murky-panda-a-potential-hazard-to-trusted-network-connections',
  ],
  facts: [
    'MURKY PANDA took the application secret of a supplier, and signed in to the tenants of its customers as the service principal.',
    'The service principals were able to read mail, and the actor read mail.',
    'The report advises to look for applications that reach unexpected resources, such as mail.',
    'The report advises to look for sign-ins of service principals beside their regular schedule.',
    'The key belongs to the tenant of the supplier, so the customer sees no new key.',
  ],
  build: (random) => {
    const stage = scene(random, 'harbourmill', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 92,
      after: 40,
      records: 800,
      people: 20,
    })
    const { log, tenant, start, person } = stage
    const app = makeApp(random, 'Quillmark Contract Archive', random.uuid(), {
      ip: '203.0.113.44',
      agent: 'quillmark-sync/3.2',
    })
    const permissions = 'Mail.Read Sites.Read.All User.Read.All'
    const site = random.uuid()
    const daily: string[] = []
    // The real supplier: every day at four o'clock, one site.
    for (let i = -91; i < 40; i += 1) {
      const at = start + i * day + 4 * hour + random.integer(0, 6) * minute
      const signed = appSignIn(log, at, { app, resource: tenant.graph })
      const called = graphCall(log, at + 9000, {
        client: app,
        ip: app.ip,
        uri: `/sites/${site}/drive/root/delta`,
        permissions,
        agent: app.agent,
      })
      if (i > -60 && i % 6 === 0) daily.push(signed, called)
    }
    const ip = '192.0.2.61'
    const agent = 'Go-http-client/2.0'
    const signIns: string[] = []
    const read: string[] = []
    const call = (at: number, uri: string, size: number): string =>
      graphCall(log, at, { client: app, ip, uri, permissions, agent, size })
    const first = start + 2 * day + 22 * hour
    signIns.push(appSignIn(log, first, { app, resource: tenant.graph, ip }))
    const people = call(first + 20_000, '/users?$select=id,mail,jobTitle&$top=50', 14_200)
    // Three mailboxes, one a night, on about half of the nights.
    for (let i = 4; i < 38; i += random.integer(1, 3)) {
      const at = start + i * day + 22 * hour + random.integer(0, 170) * minute
      const owner = person(random.pick([3, 8, 12]))
      signIns.push(appSignIn(log, at, { app, resource: tenant.graph, ip }))
      call(at + 15_000, `/users/${owner.oid}/messages?$select=subject,from&$top=10`, 5_300)
      for (let n = random.integer(1, 3); n > 0; n -= 1)
        read.push(
          call(
            at + n * 47_000,
            `/users/${owner.oid}/messages/AAMkAD${random.uuid().replaceAll('-', '')}`,
            random.integer(9_000, 80_000),
          ),
        )
    }
    return {
      records: log.records(),
      firstHostile: signIns[0] ?? '',
      dataLeft: read,
      required: [
        {
          act: 'The supplier application signs in from a hosting network, at an hour that it never used',
          ids: [...signIns, people],
          minimum: 'medium',
        },
        {
          act: 'The application, which touched one site only, reads messages of people',
          ids: read,
          minimum: 'medium',
        },
      ],
      quiet: [...stage.quiet, ...daily],
    }
  },
})
