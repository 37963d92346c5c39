import { benignWork } from '../campaign.ts'
import { accessPolicy } from '../microsoft-authentication.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditMember } from '../microsoft-directory.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'An administrator brings a rule for compliant devices to the company in four rings',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/plan-conditional-access',
    'https://hybridbrothers.com/suspicious-conditional-access-modifications',
  ],
  resembles:
    'Rules of access are switched, exceptions come and go, and people are put into an excluded group, through a command line client.',
  accounts: 8,
  days: 24,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'tideholm-press', {
      feeds: 'entra',
      from: '2026-03-16',
      days: 63,
      after: 26,
      people: 18,
      records: 640,
    })
    const { admin } = tenant
    const rings = Array.from({ length: 4 }, () => random.uuid())
    const stuck = { id: random.uuid(), name: 'CA-Exclude-Device-Trouble' }
    let before = {
      id: random.uuid(),
      name: 'CA310 - Require compliant device',
      state: 'enabledForReportingButNotEnforced' as 'enabled' | 'enabledForReportingButNotEnforced',
      includeGroups: rings.slice(0, 1),
      excludeGroups: [stuck.id],
    }
    const ids: string[] = []
    let changed = start - 9 * day
    rings.forEach((_, ring) => {
      const at = start + ring * 7 * day + 9 * hour + random.integer(0, 90) * minute
      const now = { ...before, state: 'enabled' as const, includeGroups: rings.slice(0, ring + 1) }
      ids.push(
        userSignIn(log, at - 6 * minute, {
          person: admin,
          client: firstParty.graphTools,
          resource: tenant.graph,
          ip: admin.ip,
        }),
        graphCall(log, at - minute, {
          client: firstParty.graphTools,
          person: admin,
          ip: admin.ip,
          uri: `/identity/conditionalAccess/policies/${now.id}`,
          method: 'PATCH',
          status: 204,
          permissions: 'Application.Read.All openid Policy.Read.All Policy.ReadWrite.ConditionalAccess profile',
          agent: 'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.26100; en-US) PowerShell/7.5.3',
          wids: '62e90394-69f5-4237-9190-012177145e10',
        }),
        accessPolicy(log, at, admin, before, now, changed),
      )
      before = now
      changed = at
      // The help desk lets two people out of the rule for the day on which their devices are late.
      for (const number of [ring * 3 + 4, ring * 3 + 5])
        ids.push(auditMember(log, at + random.integer(2, 6) * hour, tenant.helpdesk, stuck, person(number)))
    })
    return { records: log.records(), ids }
  },
})
