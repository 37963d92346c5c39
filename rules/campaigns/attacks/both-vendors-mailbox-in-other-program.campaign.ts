// A stolen session of the single sign-on puts both mailboxes of a person into the mail program of the respective other vendor.
import {
  cloudFetch,
  gmailProgram,
  gmailScopes,
  outlookProgram,
  phoneRefused,
  phoneSend,
  phoneSignIn,
  phoneSync,
  resetAndRevoke,
} from '../both-mail-programs.ts'
import { attackCampaign } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { authorize } from '../google-events.ts'
import { samlSignIn } from '../google-grants.ts'
import { person as colleague, idOf, ids, network, timeOf } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A stolen session puts both mailboxes of a person into the mail program of the other vendor, past the reset',
  sources: [
    'https://www.huntress.com/blog/legitimate-apps-as-traitorware-for-persistent-microsoft-365-compromise',
    'https://www.microsoft.com/en-us/security/blog/2022/07/12/from-cookie-theft-to-bec-attackers-use-aitm-phishing-sites-as-entry-point-to-further-financial-fraud/',
    'https://support.google.com/a/answer/6328616',
    'https://macmyths.com/how-to-add-gmail-account-to-new-outlook-app-on-windows-11',
  ],
  facts: [
    'Thieves of accounts add honest mail programs to a stolen account, so that they keep a copy of the mailbox.',
    'A stolen session cookie of the identity provider opens all services behind the single sign-on without a second factor.',
    'Outlook fetches mailboxes of Gmail through the cloud of Microsoft with a grant for all mail.',
    'Google ends tokens for mail when the password at Google changes; a new password at the identity provider is no such change.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'fellmere', {
      feeds: 'both',
      from: '2025-10-06',
      days: 98,
      after: 30,
      people: 16,
    })
    const org = orgOf(random, tenant)
    const days = background(org, { until: start + 30 * day, days: 126, records: 520 })

    // Four colleagues use these programs with the other mailbox for months.
    const gmail = gmailProgram(random)
    const outlook = outlookProgram(random)
    const cloud = network('203.0.113.188', 8075, 'NL', 'NL-NH')
    const known = [4, 7].map((i) => person(i))
    const phones = known.flatMap((one, index) => {
      const first = start - (80 - index * 6) * day + 11 * hour
      return [
        ...consent(log, first, {
          by: one,
          app: gmail,
          resource: tenant.exchange,
          scopes: gmailScopes,
          isNew: index === 0,
        }),
        ...repeat(random, first + minute, 40, 2 * day, (at) =>
          phoneSync(log, at, { owner: one, client: gmail, ip: one.ip }),
        ),
      ]
    })
    const desks = [8, 11].map((i) => colleague(org, i))
    const grants = desks.map((who, index) =>
      authorize(org, { at: start - (74 - index * 11) * day + 9 * hour, who, app: outlook, from: who.home }),
    )
    const fetches = steadyUse(org, outlook, {
      until: start + 30 * day,
      days: 90,
      count: 260,
      people: desks,
      from: cloud,
      methods: ['gmail.users.history.list', 'gmail.users.messages.list', 'gmail.users.messages.get'],
    })

    const victim = person(9)
    const twin = colleague(org, 9)
    const ip = '192.0.2.77'
    const away = network(ip, 64511, 'MD', 'MD-CU')
    const begin = start + 2 * day + 15 * hour + 41 * minute
    const session = random.uuid()
    const signed = userSignIn(log, begin, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip,
      session,
    })
    const google = samlSignIn(org, { at: begin + 6 * minute, who: twin, from: away })
    const grant = authorize(org, { at: begin + 9 * minute, who: twin, app: outlook, from: away })
    const asked = phoneSignIn(log, begin + 14 * minute, { person: victim, client: gmail, ip, session })
    const agreed = consent(log, begin + 15 * minute, {
      by: victim,
      app: gmail,
      resource: tenant.exchange,
      scopes: gmailScopes,
      isNew: false,
    })
    const access = { owner: victim, client: gmail, ip }
    const folders = ['\\Inbox', '\\Sent Items', '\\Contracts', '\\Suppliers']
    const copied = repeat(random, begin + 16 * minute, 34, 3 * hour, (at, i) =>
      phoneSync(log, at, access, folders[i % folders.length]),
    )
    const sent = [4, 5].map((n) =>
      phoneSend(log, start + n * day + 8 * hour + n * 7 * minute, access, 'Re: new account for our invoices'),
    )
    const reset = start + 8 * day + 10 * hour
    resetAndRevoke(log, reset, tenant.helpdesk, victim)
    repeat(random, reset + 20 * minute, 5, 40 * minute, (at) =>
      phoneRefused(log, at, { person: victim, client: gmail, ip }),
    )
    const fetchedAt = (from: number, count: number, pause: number) =>
      Array.from({ length: count }, (_, i) =>
        cloudFetch(org, from + i * pause + random.integer(0, 1500) * 1000, twin, outlook, cloud),
      )
    const before = fetchedAt(begin + 20 * minute, 60, 2 * hour)
    const after = fetchedAt(reset + hour, 90, 5 * hour)

    return {
      records: merged(log.records(), days.records, grants, fetches, [google, grant], before, after),
      firstHostile: signed,
      dataLeft: [...copied, ...ids(before, after)],
      required: [
        {
          act: 'A Gmail mailbox is granted to Outlook from a foreign address',
          ids: [idOf(grant)],
          minimum: 'medium',
        },
        {
          act: 'From the same address, the Exchange mailbox is granted to the program Gmail',
          ids: [asked, ...agreed],
          minimum: 'medium',
        },
        {
          act: 'The program copies folders to the foreign address, and sends mail',
          ids: [...copied, ...sent],
          minimum: 'medium',
        },
        {
          act: 'Outlook fetches the Gmail mailbox on after the help desk reset the account',
          ids: ids(after),
          minimum: 'medium',
        },
      ],
      quiet: [
        ...quiet,
        ...days.quiet,
        ...phones.slice(20, 40),
        ...ids(fetches.filter((one) => timeOf(one) < start).slice(0, 20)),
      ],
    }
  },
})
