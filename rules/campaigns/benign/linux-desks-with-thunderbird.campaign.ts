// A research group moves to Linux: the administrator approves Thunderbird, and eighteen people fetch their mailboxes with IMAP.
import { benignWork } from '../campaign.ts'
import { imapRead, imapToken, thunderbird } from '../microsoft-imap.ts'
import { directory, userTarget } from '../microsoft-layouts.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const folders = ['\\Inbox', '\\Sent Items', '\\Archive', '\\Inbox\\Instruments']

export default benignWork({
  title: 'Eighteen researchers move to Linux and fetch their whole mailboxes with Thunderbird',
  sources: [
    'https://office365itpros.com/2022/07/14/imap4-clients-to-exchange-online/',
    'https://eightwone.com/tag/oauth/',
  ],
  resembles:
    'A consent for everybody to read and send mail, then whole mailboxes leave with IMAP, some from homes; the program of two people works on after a new password.',
  accounts: 19,
  days: 13,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'fernlab', {
      feeds: 'audit',
      from: '2025-01-06',
      days: 77,
      after: 18,
      people: 24,
    })
    const client = thunderbird(log)
    const ids = [
      ...consent(log, start + 9 * hour, {
        by: tenant.admin,
        app: client,
        resource: tenant.exchange,
        scopes: 'IMAP.AccessAsUser.All POP.AccessAsUser.All SMTP.Send offline_access',
        admin: true,
        everyone: true,
      }),
    ]
    const days = [0, 1, 1, 2, 3, 4, 7, 8, 9]
    for (let i = 0; i < 18; i += 1) {
      const owner = person(i + 4)
      const home = i % 3 === 1 ? `203.0.113.${160 + i}` : owner.ip
      const begin = start + (days[i % 9] ?? 0) * day + (i < 9 ? 11 : 14) * hour + random.integer(0, 50) * minute
      ids.push(
        imapToken(log, begin, owner, client, owner.ip),
        imapToken(log, begin + 3000, owner, client, owner.ip, true),
        ...repeat(random, begin + minute, random.integer(8, 26), 70_000, (at, n) =>
          imapRead(log, at, { owner, client, ip: owner.ip }, random.integer(15, 60), folders[n % 4] ?? '\\Inbox'),
        ),
        ...repeat(random, begin + 20 * hour, 6, 9 * hour, (at) =>
          imapRead(log, at, { owner, client, ip: home }, random.integer(1, 6)),
        ),
        imapToken(log, begin + 26 * hour, owner, client, home, true),
      )
      // Two passwords come to their end in these weeks.
      if (i === 4 || i === 9) {
        const changed = begin + 2 * day + hour
        ids.push(
          directory(log, changed, {
            operation: 'Change user password.',
            by: owner,
            target: userTarget(owner),
            objectId: owner.upn,
            category: 'User',
            details: { 'User-Agent': owner.agent },
            changes: [],
          }),
          imapToken(log, changed + 3 * minute, owner, client, owner.ip),
          ...repeat(random, changed + 10 * minute, 5, 5 * hour, (at) =>
            imapRead(log, at, { owner, client, ip: owner.ip }, random.integer(1, 6)),
          ),
        )
      }
    }
    return { records: log.records(), ids }
  },
})
