// After a wave of phishing the security application pulls one letter out of a hundred mailboxes, three times in a week.
import { benignWork } from '../campaign.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { mailRead } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { staff } from '../microsoft-staff.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

const permissions = 'Mail.ReadWrite Organization.Read.All User.Read.All'

export default benignWork({
  title: 'A security application pulls the same letter out of a hundred mailboxes in three waves',
  sources: [
    'https://docs.ces.cisco.com/docs/microsoft-graph-api-access',
    'https://learn.microsoft.com/en-us/graph/api/message-move',
  ],
  resembles:
    'An application that reads some reported letters a day searches all mailboxes within half an hour, reads messages of directors, and deletes them; the last wave comes from the second site of the vendor.',
  accounts: 100,
  days: 6,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'wexcombe', {
      feeds: 'both',
      from: '2026-02-02',
      days: 77,
      after: 12,
    })
    const guard = makeApp(random, 'Postguard Response', random.uuid(), {
      ip: '203.0.113.44',
      agent: 'postguard-remediation/3.8 Go-http-client/2.0',
    })
    const secondSite = '203.0.113.45'
    const everybody = [...tenant.people, ...staff(log, 'u', 85)]
    const call = (at: number, ip: string, tokenId: string, uri: string, method = 'GET', status = 200) =>
      graphCall(log, at, { client: guard, ip, uri, method, status, permissions, agent: guard.agent, tokenId })
    const reads = (at: number, owner: Person, ip: string, tokenId: string) =>
      mailRead(log, at, { owner, client: guard, appOnly: guard, ip, tokenId }, 1)

    // On a normal day it looks at the letters that people report.
    routine(log, start - 77 * day, 77, 130, (at) => {
      const who = random.pick(everybody)
      const tokenId = token(log)
      appSignIn(log, at - 2000, { app: guard, resource: tenant.graph, tokenId })
      reads(at + 1000, who, guard.ip, tokenId)
      return call(at, guard.ip, tokenId, `/users/${who.oid}/messages/AAMk${random.digits(12)}?$expand=attachments`)
    })

    const ids: string[] = []
    const wave = (begin: number, ip: string, share: number) => {
      const tokenId = token(log)
      ids.push(appSignIn(log, begin, { app: guard, resource: tenant.graph, ip, tokenId }))
      ids.push(call(begin + 2000, ip, tokenId, '/users?$select=id,mail&$top=999'))
      const letter = `%3C${random.uuid()}@parcel-notice.example%3E`
      everybody.forEach((who, i) => {
        const at = begin + 10_000 + i * 14_000
        ids.push(call(at, ip, tokenId, `/users/${who.oid}/messages?$filter=internetMessageId eq '${letter}'`))
        if (random.number() > share) return
        ids.push(reads(at + 800, who, ip, tokenId))
        const message = `/users/${who.oid}/messages/AAMk${random.digits(12)}`
        ids.push(
          i % 2 === 0
            ? call(at + 1500, ip, tokenId, `${message}/move`, 'POST', 201)
            : call(at + 1500, ip, tokenId, message, 'DELETE', 204),
        )
      })
    }
    wave(start + 10 * hour + 12 * minute, guard.ip, 0.8)
    wave(start + day + 16 * hour + 40 * minute, guard.ip, 0.5)
    wave(start + 5 * day + 6 * hour + 5 * minute, secondSite, 0.3)
    return { records: log.records(), ids }
  },
})
