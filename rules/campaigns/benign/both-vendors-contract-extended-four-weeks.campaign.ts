// A signature service is removed from both vendors, comes back for four weeks in the evening, and goes for good.
import { benignWork } from '../campaign.ts'
import { background as googleDays } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, dailyDelegation, delegatedApp } from '../google-cloud-trust.ts'
import { delegation } from '../google-console.ts'
import { merged } from '../google-crowd.ts'
import { DAY, HOUR, ids, MINUTE, network, time } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { background as microsoftDays } from '../microsoft-background.ts'
import { audit, principal } from '../microsoft-entra.ts'
import { auditAppRole } from '../microsoft-entra-apps.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { switchPrincipal } from '../microsoft-federated.ts'
import { graphCall } from '../microsoft-graph.ts'
import { Log, makeApp, makeTenant } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The contract with a signature service ends, returns for four weeks with both vendors, and ends again',
  sources: [
    'https://support.google.com/a/answer/162106',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/disable-user-sign-in-portal',
  ],
  resembles:
    'A removed client returns in the evening with its old rights and one more, and touches all mailboxes at once.',
  accounts: 24,
  days: 105,
  allowed: 'medium',
  build(random) {
    const tenant = makeTenant(random, 'osierbank', 24)
    const log = new Log(random, tenant)
    const org = orgOf(random, tenant)
    const first = time('2025-07-14T00:00:00Z')
    const google = googleDays(org, { until: first + 105 * DAY, days: 105, records: 800 })
    microsoftDays(log, { feeds: 'entra', from: first, days: 104, records: 450 })

    const account: ServiceAccount = {
      project: 'inkwell-sign-eu',
      name: 'customer-eu',
      number: `10${random.digits(19)}`,
    }
    const scopes = ['gmail.settings.basic', 'gmail.settings.sharing', 'admin.directory.user.readonly']
    const client = delegatedApp(account, 'Inkwell Signatures', scopes)
    const vendor = network('203.0.113.52', 64534, 'IE')
    const methods = ['gmail.users.settings.sendAs.list', 'gmail.users.settings.sendAs.patch']
    const twin = makeApp(random, 'Inkwell Signatures for Outlook', random.uuid(), {
      ip: vendor.ip,
      agent: 'inkwell-worker/5.1',
    })
    const shared = { people: org.people, app: client, account, from: vendor, methods }
    const acts: string[] = []
    const outlook = (at: number, place: number) => {
      const tokenId = token(log)
      acts.push(
        appSignIn(log, at, { app: twin, resource: tenant.graph, tokenId }),
        graphCall(log, at + 2000, {
          client: twin,
          ip: vendor.ip,
          uri: `/users/${tenant.people[place % 24]?.oid ?? ''}/mailboxSettings`,
          method: 'PATCH',
          permissions: 'MailboxSettings.ReadWrite User.Read.All',
          agent: twin.agent,
          tokenId,
        }),
      )
    }
    const nights = (from: number, count: number) => {
      for (let day = 0; day < count; day += 1) outlook(from + day * DAY + 4 * HOUR + random.integer(0, 900) * 1000, day)
    }
    const { admin } = tenant
    const ended = first + 62 * DAY + 15 * HOUR
    const again = first + 68 * DAY + 19 * HOUR + 20 * MINUTE
    const over = first + 97 * DAY + 14 * HOUR
    const before = dailyDelegation(org, { ...shared, first: first + DAY + 4 * HOUR, days: 60 })
    nights(first + DAY, 60)
    acts.push(switchPrincipal(log, ended + 10 * MINUTE, admin, twin, false))

    // Personnel needs the service until the new one is ready: the administrator puts it back from home.
    const home = org.admin.home
    const console = [
      delegation(org, { at: ended, who: org.admin, app: client, removed: true }),
      delegation(org, { at: again, who: org.admin, app: client, from: home }),
      delegation(org, { at: over, who: org.admin, app: client, removed: true }),
    ]
    acts.push(
      switchPrincipal(log, again + 6 * MINUTE, admin, twin, true),
      auditAppRole(log, again + 9 * MINUTE, admin, twin, tenant.graph, {
        id: '6931bccd-447a-43d1-b442-00a195474933',
        value: 'MailboxSettings.ReadWrite',
        title: 'Read and write all user mailbox settings',
      }),
    )
    const caughtUp = org.people.flatMap((who, place) => {
      outlook(again + 20 * MINUTE + place * 9000, place)
      return actsAs(org, { ...shared, who, at: again + 15 * MINUTE + place * 25_000 })
    })
    const after = dailyDelegation(org, { ...shared, first: first + 69 * DAY + 4 * HOUR, days: 28 })
    nights(first + 69 * DAY, 28)
    acts.push(
      switchPrincipal(log, over + 5 * MINUTE, admin, twin, false),
      audit(log, over + 12 * MINUTE, {
        activity: 'Remove service principal',
        category: 'ApplicationManagement',
        by: admin,
        type: 'Delete',
        targets: [principal(twin, [{ name: 'TargetId.ServicePrincipalNames', now: JSON.stringify(twin.appId) }], true)],
        details: { 'User-Agent': admin.agent, AppId: twin.appId },
      }),
    )
    return {
      records: merged(google.records, before, console, caughtUp, after, log.records()),
      ids: [...ids(before, console, caughtUp, after), ...acts],
    }
  },
})
