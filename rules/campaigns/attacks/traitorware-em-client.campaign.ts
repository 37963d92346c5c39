import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { mailSync } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { hour, makeApp, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'Honest mail client is added to a hijacked mailbox to keep a copy of it (traitorware)',
  sources: ['https://www.huntress.com/blog/legitimate-apps-as-traitorware-for-persistent-microsoft-365-compromise'],
  facts: [
    'A sign-in failed and soon after succeeded from the address of a proxy service.',
    'The intruder added the mail client eM Client to the account and consented to lasting mailbox access.',
    'The client synchronises whole folders, so the mailbox is copied and stays reachable after the session ends.',
    'Rules in the mailbox hide the answers of the people who are deceived.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'ostermead', {
      feeds: 'both',
      from: '2026-01-19',
      days: 65,
      records: 300,
      people: 13,
    })
    const victim = person(7)
    const proxy = '2001:db8:51:7::a4'
    const mailer = makeApp(random, 'eM Client', random.uuid(), {
      appId: 'e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd',
      ip: proxy,
      agent: 'eMClient/10.1.4828.0',
    })
    const at = start + 15 * hour
    const failed = userSignIn(log, at, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: proxy,
      error: 50126,
      singleFactor: true,
    })
    const entered = userSignIn(log, at + 3 * minute, {
      person: victim,
      client: firstParty.outlookWeb,
      resource: tenant.exchange,
      ip: proxy,
      singleFactor: true,
    })
    userSignIn(log, at + 16 * minute, {
      person: victim,
      client: mailer,
      resource: tenant.exchange,
      ip: proxy,
      error: 65001,
      reason: 'The user or administrator has not consented to use the application.',
      ownerTenant: mailer.ownerTenant,
    })
    const agreed = consent(log, at + 17 * minute, {
      by: victim,
      app: mailer,
      resource: tenant.exchange,
      scopes: 'EWS.AccessAsUser.All offline_access openid profile email',
    })
    const used = userSignIn(log, at + 17 * minute + 4000, {
      person: victim,
      client: mailer,
      resource: tenant.exchange,
      ip: proxy,
      ownerTenant: mailer.ownerTenant,
      interactive: false,
      agent: mailer.agent,
    })
    const folders = ['\\Inbox', '\\Sent Items', '\\Archive', '\\Inbox\\Invoices', '\\Deleted Items', '\\Drafts']
    const copied = repeat(random, at + 19 * minute, 12, 4 * minute, (moment, i) =>
      mailSync(
        log,
        moment,
        {
          owner: victim,
          client: mailer,
          ip: proxy,
          api: tenant.exchange.appId,
          info: 'Client=WebServices;eMClient/10.1.4828.0;',
        },
        folders[i % folders.length],
      ),
    )
    const rule = cmdlet(log, at + 2 * hour, {
      by: victim,
      operation: 'New-InboxRule',
      objectId: `EURPR09A001.PROD.OUTLOOK.COM/${tenant.cloudDomain}/${victim.oid}\\.`,
      ip: proxy,
      parameters: {
        AlwaysDeleteOutlookRulesBlob: 'False',
        Force: 'False',
        MoveToFolder: 'RSS Feeds',
        Name: '.',
        SubjectOrBodyContainsWords: 'invoice;payment;bank',
        MarkAsRead: 'True',
        StopProcessingRules: 'True',
      },
    })
    return {
      records: log.records(),
      firstHostile: failed,
      dataLeft: copied,
      required: [
        {
          act: 'consent to a mail client that is new in the tenant, from a new network',
          ids: [entered, ...agreed, used],
          minimum: 'medium',
        },
        { act: 'whole folders are copied by the new client', ids: copied, minimum: 'medium' },
        { act: 'a rule hides messages about payments', ids: [rule], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
