// A stolen administrator session adds a condition to the consent policy, so one application may always come back.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { addsCondition, readsPolicies, refusedConsent } from '../microsoft-consent-conditions.ts'
import { audit, principal } from '../microsoft-entra.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

const scopes = 'openid profile offline_access User.Read Mail.Read Files.Read.All'
const policy = 'staff-consent'

export default attackCampaign({
  title: 'Condition in the consent policy lets a removed mail archive come back without an administrator',
  sources: [
    'https://graphpermissions.merill.net/permission/Policy.ReadWrite.PermissionGrant',
    'https://www.obsidiansecurity.com/blog/consent-phishing-how-oauth-attacks-bypass-mfa-and-traditional-security-controls',
    'https://www.securitricks.com/reports/uncovering-malicious-oauth-campaigns-in-entra-id/',
  ],
  facts: [
    'Consent phishing gets long access to mail and files, and the access outlives a password reset.',
    'A session with the right to change consent policies can add the conditions of one application to a policy.',
    'Here the policy of the organization refuses the application at first.',
    'After the change in the policy, people can accept the application without an administrator.',
    'An administrator removes the application, but the condition stays; the same lure brings the application back.',
  ],
  build: (random) => {
    const stage = scene(random, 'ostrava-glass', {
      feeds: 'entra',
      from: '2026-06-01',
      days: 78,
      after: 20,
      people: 18,
    })
    const { log, tenant, start, quiet, person } = stage
    const hosting = '192.0.2.64'
    const agent = 'node-fetch/3.3.2'
    const archive = makeApp(random, 'Meridian Mail Archive', random.uuid(), { ip: hosting, agent })
    const victims = [5, 8, 11, 14].map(person)
    const refused = victims
      .slice(0, 2)
      .map((one, i) => refusedConsent(log, start + 9 * hour + i * 17 * minute, one, archive))
    // The administrator signs in through a proxy that keeps the session.
    const at = start + day + 19 * hour
    const session = {
      person: tenant.admin,
      ip: hosting,
      agent: 'PowerShell/2025.1 Microsoft.Graph',
      tokenId: token(log),
    }
    const entered = userSignIn(log, at, {
      person: tenant.admin,
      client: firstParty.graphTools,
      resource: tenant.graph,
      ip: hosting,
      tokenId: session.tokenId,
    })
    const looked = readsPolicies(log, at + 2 * minute, session, policy)
    const widened = addsCondition(log, at + 4 * minute, session, policy)

    const accepts = (app: App, one: Person, moment: number, isNew: boolean): readonly string[] => [
      userSignIn(log, moment - 6000, {
        person: one,
        client: app,
        resource: tenant.graph,
        ip: one.ip,
        ownerTenant: app.ownerTenant,
      }),
      ...auditConsent(log, moment, one, { client: app, resource: tenant.graph, scopes, user: one }, false, isNew),
    ]
    const reads = (one: Person, moment: number, count: number): readonly string[] => {
      const tokenId = token(log)
      userSignIn(log, moment, {
        person: one,
        client: archive,
        resource: tenant.graph,
        ip: hosting,
        agent,
        interactive: false,
        incoming: 'refreshToken',
        tokenId,
        ownerTenant: archive.ownerTenant,
      })
      return repeat(random, moment + 20_000, count, 5000, (when, i) =>
        graphCall(log, when, {
          client: archive,
          person: one,
          ip: hosting,
          agent,
          permissions: scopes,
          tokenId,
          size: random.integer(90_000, 400_000),
          uri: i % 5 === 4 ? '/me/drive/root/children' : `/me/messages?$top=100&$skip=${i * 100}`,
        }),
      )
    }
    const first = victims.map((one, i) => accepts(archive, one, start + 3 * day + (9 + i) * hour, i === 0))
    const mail = victims.flatMap((one, i) => reads(one, start + (3 + i) * day + 23 * hour, 40))
    audit(log, start + 9 * day + 10 * hour, {
      activity: 'Remove service principal',
      category: 'ApplicationManagement',
      by: tenant.admin,
      type: 'Delete',
      targets: [
        principal(archive, [{ name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(archive.appId) }], true),
      ],
      details: { 'User-Agent': tenant.admin.agent, AppId: archive.appId },
    })
    // Consent after the removal makes a new service principal of the same application.
    const back = { ...archive, spId: random.uuid() }
    const again = victims.slice(1, 3).map((one, i) => accepts(back, one, start + 16 * day + (10 + i) * hour, i === 0))
    const mailAgain = victims.slice(1, 3).flatMap((one, i) => reads(one, start + (16 + i) * day + 23 * hour, 30))
    return {
      records: log.records(),
      firstHostile: refused[0] ?? entered,
      dataLeft: [...mail, ...mailAgain],
      required: [
        {
          act: 'administrator session from a foreign network adds a condition to the consent policy',
          ids: [entered, ...looked, widened],
          minimum: 'medium',
        },
        {
          act: 'four people give a new application their mail and all their files',
          ids: first.flat(),
          minimum: 'medium',
        },
        { act: 'application reads mail and files in bulk from a hosting network', ids: mail, minimum: 'medium' },
        {
          act: 'removed application comes back with the same rights and reads again',
          ids: [...again.flat(), ...mailAgain],
          minimum: 'medium',
        },
      ],
      quiet,
    }
  },
})
