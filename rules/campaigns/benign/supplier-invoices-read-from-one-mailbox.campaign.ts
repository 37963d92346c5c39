// Accounting lets a service read the mailbox for supplier invoices, limited to that mailbox.
import { benignWork } from '../campaign.ts'
import { exchangeShell } from '../microsoft-add-ins.ts'
import { mailRead } from '../microsoft-mail.ts'
import { appRole, newPrincipal } from '../microsoft-oauth.ts'
import { outsider } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

const readWrite = {
  id: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9',
  value: 'Mail.ReadWrite',
  title: 'Read and write mail in all mailboxes',
} as const

export default benignWork({
  title: 'An invoice service starts to read the mailbox for supplier invoices',
  sources: [
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-access-policies',
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
  ],
  resembles:
    'An administrator gives a foreign application the right to all mail, and the application reads finance mail ' +
    'day and night, most of all at the end of the month.',
  accounts: 1,
  days: 40,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'tarnwick', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 70,
      after: 40,
      records: 380,
      people: 20,
    })
    const service = makeApp(random, 'Ledgerlift Invoice Capture', random.uuid(), { ip: '203.0.113.77' })
    const mailbox = outsider(random, `invoices@${tenant.domain}`, 'Supplier Invoices', tenant.developer, '203.0.113.77')
    const { admin } = tenant
    const at = start + 9 * hour
    const limit = cmdlet(log, at + 6 * minute, {
      by: admin,
      operation: 'New-ApplicationAccessPolicy',
      objectId: '',
      ip: admin.ip,
      clientAppId: exchangeShell.appId,
      parameters: {
        AppId: service.appId,
        PolicyScopeGroupId: mailbox.upn,
        AccessRight: 'RestrictAccess',
        Description: 'Invoice capture reads the invoice mailbox only',
      },
    })
    const ids = [
      newPrincipal(log, at, admin, service),
      appRole(log, at + 2000, admin, service, tenant.graph, readWrite),
      limit,
    ]
    for (let i = 0; i < 40; i += 1) {
      const morning = start + i * day
      const date = new Date(morning)
      const weekend = [0, 6].includes(date.getUTCDay())
      const busy = date.getUTCDate() >= 28 || date.getUTCDate() <= 3
      const rounds = weekend ? 2 : busy ? 18 : 8
      for (let round = 0; round < rounds; round += 1) {
        const moment = morning + 11 * hour + round * 33 * minute + random.integer(0, 240) * 1000
        const access = { owner: mailbox, client: service, appOnly: service, ip: service.ip }
        ids.push(mailRead(log, moment, access, random.integer(1, busy ? 9 : 4)))
      }
    }
    return { records: log.records(), ids }
  },
})
