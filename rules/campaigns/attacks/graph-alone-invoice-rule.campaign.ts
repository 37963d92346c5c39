// Graph activity alone: a new client searches a mailbox, makes a rule, reads in a burst, sends and deletes.
import { attackCampaign } from '../campaign.ts'
import { token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A new client makes an inbox rule, reads invoices in a burst, sends mail and deletes it; Graph activity alone',
  sources: [
    'https://practical365.com/investigating-mailbox-breaches-with-the-graph-activity-log',
    'https://www.cicada-ir.ai/blog/investigating-m365-bec-oauth-abuse',
  ],
  facts: [
    'Clients ask the accounts department about new bank details in a message that is not among the sent items.',
    'The attacker sends from the real mailbox and deletes the traces.',
    'The Graph activity log shows the creation of inbox rules, the search and the reading of messages, and the deletions.',
    'The log has the id of the client and the scopes of the token, but no content and no name of the client.',
  ],
  build: (random) => {
    const { log, start, quiet, person } = scene(random, 'ostrandsupply', {
      feeds: 'entra',
      from: '2026-01-12',
      days: 66,
      after: 8,
      records: 700,
      people: 16,
    })
    const known = makeApp(random, 'Mailbox Client', random.uuid())
    const readers = [3, 5, 6, 8, 10].map(person)
    const usual = routine(log, start - 66 * day, 72, 260, (at) => {
      const reader = random.pick(readers)
      return graphCall(log, at, {
        client: known,
        person: reader,
        ip: reader.ip,
        uri: random.pick([
          '/me/messages?$top=25',
          '/me/mailFolders/inbox/messages/delta',
          '/me/mailFolders/inbox/messageRules',
        ]),
        permissions: 'Mail.ReadWrite Mail.Send MailboxSettings.Read User.Read',
        agent: 'Mailbox/7.4 (iPhone; iOS 19.1)',
        size: random.integer(4_000, 60_000),
      })
    })

    const victim = person(7)
    const client = makeApp(random, 'unnamed', random.uuid())
    const tokenId = token(log)
    const call = (at: number, method: string, uri: string, status: number, size: number): string =>
      graphCall(log, at, {
        client,
        person: victim,
        ip: '192.0.2.113',
        uri,
        method,
        status,
        size,
        permissions: 'Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite User.Read',
        agent: 'node-fetch/1.0 (+https://github.com/bitinn/node-fetch)',
        tokenId,
      })
    const message = (): string => `/me/messages/AAMkAD${random.uuid().replaceAll('-', '')}`

    const at = start + 2 * day + 16 * hour + 51 * minute
    const first = call(at, 'GET', '/me', 200, 820)
    const searches = ['invoice', 'IBAN', 'wire'].map((word, i) =>
      call(at + (i + 1) * 70_000, 'GET', `/me/messages?$search="${word}"&$top=100`, 200, 310_000),
    )
    const rule = call(at + 6 * minute, 'POST', '/me/mailFolders/inbox/messageRules', 201, 1_400)
    const burst = repeat(random, at + 8 * minute, 118, 7_000, (then, i) =>
      call(then, 'GET', i % 4 === 3 ? `${message()}/attachments` : message(), 200, random.integer(12_000, 900_000)),
    )
    const sendDay = at + 3 * day - 4 * hour
    const sent = [0, 4, 9].map((later) => call(sendDay + later * minute, 'POST', '/me/sendMail', 202, 0))
    const deleted = [1, 5, 10].map((later) => call(sendDay + later * minute, 'DELETE', message(), 204, 0))

    const kept = only(log.records(), [...quiet, ...usual.slice(0, 20)], ['MicrosoftGraphActivityLogs'])
    return {
      records: kept.records,
      firstHostile: first,
      dataLeft: [...searches, ...burst],
      required: [
        { act: 'a client without history makes an inbox rule', ids: [rule], minimum: 'medium' },
        { act: 'searches and a burst of reading', ids: [...searches, ...burst], minimum: 'medium' },
        { act: 'the client sends mail and deletes it', ids: [...sent, ...deleted], minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
