import { benignWork } from '../campaign.ts'
import { mailSync } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'

export default benignWork({
  title: 'A colleague sets up the mail program of a new phone, as half of the staff did before',
  sources: [
    'https://github.com/jpazureid/blog/blob/main/articles/azure-active-directory/control-ios-nativemailapp-by-conditionalaccess.md',
  ],
  resembles:
    'A consent to lasting access to the whole mailbox, followed by a copy of all folders from a mobile network.',
  accounts: 1,
  days: 1,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'ashcombe', {
      feeds: 'audit',
      from: '2026-02-16',
      days: 50,
      records: 240,
    })
    const { exchange } = tenant
    const app = makeApp(random, 'Apple Internet Accounts', random.uuid(), {
      appId: 'f8d98a96-0999-43f5-8af3-69971c7bb423',
    })
    const scopes = 'EAS.AccessAsUser.All EWS.AccessAsUser.All offline_access openid profile email'
    const setUp = (at: number, i: number, isNew: boolean): readonly string[] => {
      const by = person(i)
      const info = 'Client=ActiveSync;Apple-iPhone17C2/2301.355'
      return [
        signInAudit(log, at, {
          person: by,
          client: app,
          resource: exchange,
          ip: by.ip,
          agent: phone,
          error: '65001',
          reason: 'DelegationDoesNotExist',
        }),
        ...consent(log, at + 15_000, { by, app, resource: exchange, scopes, isNew }),
        signInAudit(log, at + 17_000, { person: by, client: app, resource: exchange, ip: by.ip, agent: phone }),
        ...repeat(random, at + minute, 5, 30_000, (moment, n) =>
          mailSync(
            log,
            moment,
            { owner: by, client: app, ip: `203.0.113.${140 + i}`, info, api: exchange.appId },
            ['\\Inbox', '\\Sent Items', '\\Drafts', '\\Archive', '\\Inbox\\Team'][n],
          ),
        ),
      ]
    }
    ;[0, 3, 5, 6, 8, 10, 13].forEach((i, n) => {
      setUp(start - (46 - 5 * n) * day + 11 * hour + n * 7 * minute, i, n === 0)
    })
    const ids = setUp(start + 12 * hour + 10 * minute, 9, false)
    return { records: log.records(), ids }
  },
})
