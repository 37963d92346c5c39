// The backup leaves Exchange Web Services before their end, and copies mail with the export interface of Graph.
import { benignWork } from '../campaign.ts'
import { appRoles } from '../microsoft-clients.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { endAppRole, exportCall, exportRoles, webServicesRead } from '../microsoft-mailbox-export.ts'
import { appRole } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title:
    'The backup leaves Exchange Web Services: two new permissions, a full copy by export, and the old permission ends',
  sources: [
    'https://learn.microsoft.com/en-us/graph/api/resources/mailbox-import-export-api-overview',
    'https://www.itelio.com/en/microsoft-message-center/MC1176266',
  ],
  resembles:
    'A known application gets permissions to export all mailboxes, and takes whole mailboxes in two nights with calls that it never made before.',
  accounts: 14,
  days: 16,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'sollingerbau', {
      feeds: 'both',
      from: '2026-02-09',
      days: 80,
      after: 18,
      people: 16,
    })
    const { backup, admin, graph, exchange } = tenant
    const from = start - 80 * day
    const owners = Array.from({ length: 14 }, (_, i) => person(1 + i))
    const round = (at: number, old: boolean) => {
      const tokenId = token(log)
      const id = appSignIn(log, at, { app: backup, resource: old ? exchange : graph, tokenId })
      return { id, tokenId }
    }

    // For years: every night some mailboxes, read with Exchange Web Services.
    const oldNight = (night: number): readonly string[] => {
      const at = night + hour + random.integer(0, 40) * minute
      const { id } = round(at, true)
      const reads = repeat(random, at + minute, 4, 5 * minute, (next) =>
        webServicesRead(log, next, backup, random.pick(owners), random.integer(8, 60)),
      )
      return [id, ...reads]
    }
    for (let i = 0; i < 80; i += 1) oldNight(from + i * day)

    const ids: string[] = []
    const morning = start + day + 9 * hour + 12 * minute
    ids.push(
      appRole(log, morning, admin, backup, graph, exportRoles.items),
      appRole(log, morning + 1500, admin, backup, graph, exportRoles.folders),
    )
    // The old way stays until the new one is proven.
    for (let i = 0; i < 10; i += 1) ids.push(...oldNight(start + i * day))
    // Two mailboxes as a test on the same day, then all of them in two nights.
    const copy = (at: number, which: readonly number[], calls: number) => {
      const { id, tokenId } = round(at, false)
      ids.push(id)
      for (const [place, i] of which.entries()) {
        const owner = person(1 + i)
        const begin = at + place * 6 * minute
        ids.push(exportCall(log, begin + 4000, backup, owner, 'list', { tokenId }))
        ids.push(
          ...repeat(random, begin + 9000, calls, 12_000, (next) =>
            exportCall(log, next, backup, owner, 'export', { tokenId }),
          ),
        )
      }
    }
    copy(morning + 2 * hour, [0, 1], 4)
    copy(start + 4 * day + 22 * hour, [0, 1, 2, 3, 4, 5, 6], 16)
    copy(start + 5 * day + 22 * hour, [7, 8, 9, 10, 11, 12, 13], 16)
    // Afterwards only the changes, each night at the usual time.
    for (let i = 6; i < 16; i += 1) {
      copy(start + i * day + hour + random.integer(0, 40) * minute, [random.integer(0, 6), random.integer(7, 13)], 2)
    }
    ids.push(endAppRole(log, start + 10 * day + 14 * hour, admin, backup, exchange, appRoles.fullAccess))
    return { records: log.records(), ids }
  },
})
