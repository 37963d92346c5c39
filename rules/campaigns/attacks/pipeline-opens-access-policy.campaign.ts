import { attackCampaign } from '../campaign.ts'
import { accessPolicy } from '../microsoft-authentication.ts'
import { firstParty } from '../microsoft-clients.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'With the secret of a policy pipeline somebody leaves one group out of the rule for the second factor',
  sources: [
    'https://hybridbrothers.com/suspicious-conditional-access-modifications',
    'https://attack.mitre.org/techniques/T1556/009/',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/troubleshoot-policy-changes-audit-log',
  ],
  facts: [
    'An adversary changes conditional access to keep access, and to avoid the second factor.',
    'A policy that stays enabled with one more excluded group is a small change.',
    'An application with Policy.ReadWrite.ConditionalAccess can do it without a person.',
    'Days later an account of the group signs in with a password alone.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'oakmere-logistics', {
      feeds: 'entra',
      from: '2026-05-04',
      days: 70,
      after: 16,
      people: 19,
      records: 760,
    })
    const pipeline = makeApp(random, 'entra-policy-deploy', tenant.id, { ip: '203.0.113.21' })
    const runs = routine(log, start - 70 * day, 70, 64, (at) =>
      appSignIn(log, at, { app: pipeline, resource: tenant.graph }),
    )
    // Real work: the same application turns policies on in the months before.
    const groups = Array.from({ length: 3 }, () => random.uuid())
    let policy = { id: random.uuid(), name: 'CA101 - Require MFA for all users', excludeGroups: [groups[0] ?? ''] }
    const other = { id: random.uuid(), name: 'CA205 - Block legacy authentication' }
    const deploy = start - 40 * day + 9 * hour
    appSignIn(log, deploy - minute, { app: pipeline, resource: tenant.graph })
    const ordinary = accessPolicy(
      log,
      deploy,
      pipeline,
      { ...other, state: 'enabledForReportingButNotEnforced' },
      { ...other, state: 'enabled' },
      deploy - 20 * day,
    )
    const night = start + 3 * day + 23 * hour + 41 * minute
    const entry = appSignIn(log, night, { app: pipeline, resource: tenant.graph, ip: '192.0.2.77' })
    const opened = { ...policy, excludeGroups: [...policy.excludeGroups, groups[1] ?? ''] }
    const change = accessPolicy(log, night + 3 * minute, pipeline, policy, opened, deploy)
    policy = opened
    const later = [6, 7, 10].map((d) =>
      userSignIn(log, start + d * day + 2 * hour + random.integer(0, 50) * minute, {
        person: person(12),
        client: firstParty.officeHome,
        resource: tenant.sharepoint,
        ip: '192.0.2.79',
        singleFactor: true,
      }),
    )
    const kept = only(
      log.records(),
      [...quiet, ...runs.slice(0, 5), ordinary],
      ['AuditLogs', 'SignInLogs', 'ServicePrincipalSignInLogs'],
    )
    return {
      records: kept.records,
      firstHostile: entry,
      dataLeft: [],
      required: [
        {
          act: 'The pipeline signs in from a foreign network and opens the rule for the second factor',
          ids: [entry, change],
          minimum: 'medium',
        },
        {
          act: 'The rule for the second factor of all people gets a new exception from an application',
          ids: [change, ...later],
          minimum: 'low',
        },
      ],
      quiet: kept.ids,
    }
  },
})
