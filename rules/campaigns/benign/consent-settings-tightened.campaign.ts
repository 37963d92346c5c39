import { benignWork } from '../campaign.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { authorizationPolicy, consentPolicies, consentSetting } from '../microsoft-policies.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'An administrator narrows what people may consent to, and then approves two known applications for everyone',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent',
    'https://maester.dev/docs/next/tests/EIDSCA.AP08',
  ],
  resembles:
    'The authorization policy changes three times in a week, then two applications get consent for the whole tenant. Each change takes rights away: from everything to verified publishers with low permissions, and risky applications stay forbidden. The administrator works from the office.',
  accounts: 1,
  days: 9,
  allowed: 'low',
  build: (random) => {
    const stage = scene(random, 'osterfeld', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 77,
      after: 10,
      records: 420,
      entra: 'polled',
    })
    const { log, tenant, start } = stage
    const { admin } = tenant
    const at = (days: number, hours: number): number => start + days * day + hours * hour
    const policies = [
      authorizationPolicy(log, at(0, 9), admin, [
        { name: 'AllowUserConsentForRiskyApps', now: '[false]', before: '[true]' },
      ]),
      authorizationPolicy(log, at(1, 10), admin, [consentSetting([consentPolicies.all], [consentPolicies.low])]),
      authorizationPolicy(log, at(4, 10), admin, [
        { name: 'DefaultUserRolePermissions.AllowedToCreateApps', now: '[false]', before: '[true]' },
      ]),
    ]
    const grants = ['Callmate Scheduler', 'Boardly Whiteboard'].flatMap((name, i) =>
      auditConsent(
        log,
        at(7 + i, 11) + 20 * minute,
        admin,
        {
          client: makeApp(random, name, random.uuid()),
          resource: tenant.graph,
          scopes: 'openid profile email User.Read',
        },
        true,
      ),
    )
    return { records: log.records(), ids: [...policies, ...grants] }
  },
})
