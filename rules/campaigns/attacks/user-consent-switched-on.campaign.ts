import { attackCampaign } from '../campaign.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { authorizationPolicy, consentPolicies, consentSetting } from '../microsoft-policies.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const attacker = '192.0.2.19'

export default attackCampaign({
  title: 'A stolen administrator opens user consent to everything, collects consents one a day, and closes it again',
  sources: [
    'https://maester.dev/docs/next/tests/EIDSCA.AP08',
    'https://hub.prowler.com/check/entra_policy_user_consent_for_verified_apps',
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-app-consent',
  ],
  facts: [
    'One setting of the authorization policy names what people may grant by themselves; the value that ends in legacy is everything without an administrator.',
    'With that value people grant applications of strangers access to mail and files, and the grants survive a change of the password.',
    'The application is new in the tenant, comes from another tenant and wants mail and long-lived access.',
    'The setting returns to the former value after a week, so a review of settings shows nothing.',
  ],
  build: (random) => {
    const stage = scene(random, 'elmgate', {
      feeds: 'entra',
      from: '2026-03-02',
      days: 70,
      after: 12,
      records: 520,
      entra: 'polled',
    })
    const { log, tenant, start } = stage
    const app = makeApp(random, 'Minutes Reader', random.uuid(), { ip: '192.0.2.20' })
    // The administrator invites guests and changes other members of the same policy now and then.
    const ordinary = routine(log, start - 70 * day, 68, 5, (at) =>
      authorizationPolicy(log, at, tenant.admin, [
        { name: 'AllowInvitesFrom', now: '["adminsAndGuestInviters"]', before: '["adminsGuestInvitersAndAllMembers"]' },
      ]),
    )
    const entry = userSignIn(log, start + 5 * hour, {
      person: tenant.admin,
      client: { name: 'Azure Portal', appId: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c' },
      resource: tenant.graph,
      ip: attacker,
    })
    const opened = authorizationPolicy(
      log,
      start + 5 * hour + 6 * minute,
      tenant.admin,
      [
        consentSetting([consentPolicies.low], [consentPolicies.all]),
        { name: 'AllowUserConsentForRiskyApps', now: '[true]', before: '[false]' },
      ],
      attacker,
    )
    const consents: string[] = []
    for (const [i, n] of [4, 7, 8, 11].entries()) {
      const person = stage.person(n)
      const at = start + (i + 1) * day + (8 + i) * hour
      userSignIn(log, at - 20_000, {
        person,
        client: app,
        resource: tenant.graph,
        ip: person.ip,
        ownerTenant: app.ownerTenant,
      })
      consents.push(
        ...auditConsent(
          log,
          at,
          person,
          { client: app, resource: tenant.graph, scopes: 'openid offline_access Mail.Read Files.Read', user: person },
          false,
          i === 0,
        ),
      )
      userSignIn(log, at + 3 * hour, {
        person,
        client: app,
        resource: tenant.graph,
        ip: app.ip,
        agent: app.agent,
        interactive: false,
        incoming: 'refreshToken',
        ownerTenant: app.ownerTenant,
      })
    }
    authorizationPolicy(
      log,
      start + 7 * day + 4 * hour,
      tenant.admin,
      [consentSetting([consentPolicies.all], [consentPolicies.low])],
      attacker,
    )
    return {
      records: log.records(),
      firstHostile: entry,
      dataLeft: [],
      required: [
        { act: 'people may consent to everything, also to risky applications', ids: [opened], minimum: 'high' },
        { act: 'consents to mail and files for an unknown application', ids: consents, minimum: 'medium' },
      ],
      quiet: [...stage.quiet, ...ordinary],
    }
  },
})
