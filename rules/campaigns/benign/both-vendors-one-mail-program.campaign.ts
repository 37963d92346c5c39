// Two companies became one: fourteen people have a mailbox at each vendor, and open both with the mail program that they know.
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
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { authorize } from '../google-events.ts'
import { samlSignIn } from '../google-grants.ts'
import { person as colleague, ids, network } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'Fourteen people with a mailbox at each vendor open both in the mail program that they know',
  sources: [
    'https://macmyths.com/how-to-add-gmail-account-to-new-outlook-app-on-windows-11',
    'https://support.google.com/mail/answer/6078445',
    'https://support.google.com/a/answer/6328616',
  ],
  resembles:
    'Consents for whole mailboxes within two weeks, calls from the cloud of the other vendor, and two resets that one of the programs survives.',
  accounts: 14,
  days: 34,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'alderbank', {
      feeds: 'both',
      from: '2026-01-05',
      days: 84,
      after: 34,
      people: 20,
    })
    const org = orgOf(random, tenant)
    const days = background(org, { until: start + 34 * day, days: 118, records: 600 })
    const gmail = gmailProgram(random)
    const outlook = outlookProgram(random)
    const cloud = network('203.0.113.188', 8075, 'NL', 'NL-NH')
    const ids365: string[] = []

    // Seven people come from the company with Google, and put the Exchange mailbox into Gmail on the telephone.
    for (let i = 0; i < 7; i += 1) {
      const who = person(3 + i)
      const first = start + (1 + Math.floor(i / 2) * 3) * day + (9 + i) * hour
      const mobile = `203.0.113.${210 + (i % 3)}`
      const ip = i % 2 === 0 ? mobile : who.ip
      ids365.push(
        phoneSignIn(log, first, { person: who, client: gmail, ip }),
        ...consent(log, first + minute, {
          by: who,
          app: gmail,
          resource: tenant.exchange,
          scopes: gmailScopes,
          isNew: i === 0,
        }),
        ...repeat(random, first + 2 * minute, 30, 15 * hour, (at, n) =>
          phoneSync(
            log,
            at,
            { owner: who, client: gmail, ip: n % 3 === 0 ? mobile : who.ip },
            n % 4 === 0 ? '\\Sent Items' : '\\Inbox',
          ),
        ),
        ...repeat(random, first + 2 * day, 4, 2 * day, (at) =>
          phoneSend(log, at, { owner: who, client: gmail, ip: who.ip }, 'Re: new names of our departments'),
        ),
      )
    }

    // The others come from the company with Exchange, and put the Gmail mailbox into Outlook.
    const others = [10, 11, 12, 13, 14, 15, 16].map((i) => colleague(org, i))
    const google = others.flatMap((who, index) => {
      const first = start + (2 + Math.floor(index / 2) * 3) * day + (8 + index) * hour
      const from = index % 3 === 1 ? org.office : who.home
      return [
        samlSignIn(org, { at: first - 2 * minute, who, from }),
        authorize(org, { at: first, who, app: outlook, from }),
        ...Array.from({ length: 70 }, (_, n) =>
          cloudFetch(org, first + minute + n * 7 * hour + random.integer(0, 1800) * 1000, who, outlook, cloud),
        ),
      ]
    })
    // Two people forget a password after the holidays; the help desk helps.
    const resets = [5, 12].map((i, index) => ({ who: person(i), at: start + (16 + index) * day + 8 * hour }))
    for (const { who, at } of resets) ids365.push(...resetAndRevoke(log, at, tenant.helpdesk, who))
    // One of them uses the telephone, and signs in again there; the grant at Google goes on by itself.
    const again = { person: person(5), client: gmail, ip: person(5).ip }
    ids365.push(
      phoneRefused(log, start + 16 * day + 8 * hour + 5 * minute, again),
      phoneSignIn(log, start + 16 * day + 8 * hour + 12 * minute, again),
    )

    return { records: merged(log.records(), days.records, google), ids: [...ids365, ...ids(google)] }
  },
})
