import { attackCampaign } from '../campaign.ts'
import { firstParty, globalAdministrator } from '../microsoft-clients.ts'
import { account, audit } from '../microsoft-entra.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { legacySignIn } from '../microsoft-legacy.ts'
import { principalRole } from '../microsoft-policies.ts'
import { polled } from '../microsoft-restored.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'After a password spray on mail, an administrator account makes the application of a security vendor a ruler',
  sources: ['https://learn.microsoft.com/en-us/answers/a/12563355'],
  facts: [
    'From 2 to 25 September 2025 a privileged account met thousands of failed sign-ins by SMTP with error 50053.',
    'On 26 September the account gave the role Global Administrator to the service principal of a security vendor.',
    'The role was permanent and was not activated in Privileged Identity Management.',
    'From 30 September to 2 October passwords were reset and mailboxes were tried by Exchange ActiveSync.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'straits-lighting', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-02-02',
      days: 63,
      after: 34,
      people: 16,
      records: 760,
    })
    // The application has served the house for months.
    const shield = makeApp(random, 'Corvane Mail Shield', random.uuid(), { ip: '203.0.113.44' })
    const service = routine(log, start - 63 * day, 90, 120, (at) =>
      appSignIn(log, at, { app: shield, resource: tenant.graph }),
    )
    const { admin } = tenant
    const tries: string[] = []
    for (let i = 0; i < 290; i += 1)
      tries.push(
        legacySignIn(log, start + Math.floor((i * 23 * day) / 290) + random.integer(0, 100) * minute, {
          person: admin,
          ip: `192.0.2.${random.integer(20, 190)}`,
          protocol: 'Authenticated SMTP',
          error: 50053,
          reason: 'The account is locked because of too many sign-in attempts.',
        }),
      )
    const night = start + 24 * day + 17 * hour
    const inside = legacySignIn(log, night, { person: admin, ip: '192.0.2.66', protocol: 'Authenticated SMTP' })
    const portal = userSignIn(log, night + 12 * minute, {
      person: admin,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: '192.0.2.66',
      singleFactor: true,
    })
    const role = principalRole(log, night + 20 * minute, { ...admin, ip: '192.0.2.66' }, globalAdministrator, shield)
    const resets = [4, 9].map((number, i) =>
      audit(log, start + (28 + i) * day + 3 * hour, {
        activity: 'Reset user password',
        category: 'UserManagement',
        by: shield,
        targets: [account(person(number))],
      }),
    )
    legacySignIn(log, start + 29 * day + 4 * hour, {
      person: person(9),
      ip: '192.0.2.71',
      protocol: 'Other clients',
      error: 53003,
      reason: 'Access has been blocked by Conditional Access policies.',
    })
    const kept = polled(log.records(), [...quiet, ...service.slice(0, 6)])
    return {
      records: kept.records,
      firstHostile: tries[0] ?? '',
      dataLeft: [],
      required: [
        { act: 'The spray of one account by SMTP ends with a sign-in', ids: [inside, portal], minimum: 'low' },
        { act: 'The service principal of a vendor becomes Global Administrator', ids: [role], minimum: 'high' },
        { act: 'The service principal resets passwords of people', ids: resets, minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
