import { attackCampaign } from '../campaign.ts'
import { appRoles, firstParty } from '../microsoft-clients.ts'
import { auditAppRole, auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { polled, recycle } from '../microsoft-restored.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A hijacked application administrator restores a deleted migration application whose secret is known',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/directory-deleteditems-restore',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/restore-application',
    'https://main.palisade.email/learning/entra-id-app-registrations-persistence-2025',
  ],
  facts: [
    'A deleted registration stays in the recycle bin for 30 days and comes back with its configuration.',
    'The restored application has its old secret and its old permissions: there is no new consent and no new key.',
    'An application administrator may restore it.',
    'Whoever knows the secret signs in without a user.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'hafenlogistik-nord', {
      feeds: 'entra',
      from: '2026-03-02',
      days: 66,
      after: 21,
      people: 20,
      records: 1100,
      entra: 'polled',
    })
    const { admin, developer, graph } = tenant
    const tool = makeApp(random, 'Postfach-Umzug 2026', tenant.id, { ip: '203.0.113.31', agent: 'bulkmover/5.0' })
    const born = start - 59 * day + 8 * hour
    auditRegister(log, born, developer, tool)
    auditKeys(log, born + 4 * minute, developer, tool, [], [{ id: tool.keyId, name: 'umzug' }])
    auditAppRole(log, born + 20 * minute, admin, tool, graph, appRoles.mailRead)
    // The move takes a month; then the administrators clean up.
    const work: string[] = []
    for (let d = 0; d < 30; d += 1) {
      const at = born + hour + d * day
      if ([0, 6].includes(new Date(at).getUTCDay())) continue
      for (let i = 0; i < 3; i += 1)
        work.push(appSignIn(log, at + i * 3 * hour + random.integer(0, 50) * minute, { app: tool, resource: graph }))
    }
    const removed = start - 13 * day + 13 * hour
    recycle(log, removed, 'Delete', admin, tool)
    const spare = makeApp(random, 'Scanner Alt', tenant.id)
    recycle(log, removed + 5 * minute, 'Delete', admin, spare)
    const thief = '192.0.2.118'
    const at = start + 18 * hour + 23 * minute
    const session = userSignIn(log, at, {
      person: developer,
      client: firstParty.azurePortal,
      resource: graph,
      ip: thief,
      incoming: 'none',
    })
    const restored = recycle(log, at + 9 * minute, 'Restore', developer, tool, thief)
    const uses: string[] = []
    for (const night of [0, 1, 2, 4, 6, 9, 10, 13])
      for (let i = 0; i < 2; i += 1)
        uses.push(
          appSignIn(log, at + hour + night * day + i * 70 * minute + random.integer(0, 30) * minute, {
            app: tool,
            resource: graph,
            ip: '192.0.2.204',
          }),
        )
    const kept = polled(log.records(), [...quiet, ...work.slice(30, 36)])
    return {
      records: kept.records,
      firstHostile: session,
      dataLeft: [],
      required: [
        {
          act: 'A deleted application that may read all mail is restored from a foreign network',
          ids: restored,
          minimum: 'medium',
        },
        { act: 'The restored application signs in from a new network', ids: uses, minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
