// The help desk resets a developer for a caller; a second secret on the dunning mailer reads mail and sends false invoices.
import { attackCampaign } from '../campaign.ts'
import { azureManagement, firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { resetPassword, withoutGraph } from '../microsoft-reset.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A second secret on the dunning mailer reads the mail of the managers and sends false invoices',
  sources: [
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa23-320a',
    'https://redcanary.com/blog/threat-detection/entra-id-service-principals/',
    'https://learn.microsoft.com/en-us/security/operations/incident-response-playbook-compromised-malicious-app',
  ],
  facts: [
    'A caller persuades the help desk to reset the password of an employee with rights on applications.',
    'The intruder signs in to the portal from another country and adds a secret to an application that exists already.',
    'The application has permissions for all mailboxes, so that no consent is necessary.',
    'The service principal signs in with the new secret from an address of a hosting provider.',
    'The application reads mailboxes that it never read before.',
    'False invoices leave from the mailbox of a manager, and the secret is removed at the end.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'marlowfreight', {
      feeds: 'both',
      from: '2026-02-02',
      days: 70,
      after: 14,
      records: 560,
      people: 18,
    })
    const { developer, graph } = tenant
    const [old, usual, added] = ['2025', '2026', 'mail-sync'].map((name) => ({ id: random.uuid(), name }))
    if (!old || !usual || !added) throw new RangeError('three keys')
    const dunning = makeApp(random, 'Dunning Mailer', tenant.id, {
      ip: '203.0.113.44',
      keyId: usual.id,
      agent: 'dunning/3.2 (.NET 8)',
    })
    // The daily work of the application, and the yearly change of its secret.
    const accounts = person(6)
    const first = start - 70 * day
    const changed = first + 22 * day + 9 * hour
    const signs = (from: number, days: number, count: number, keyId: string): readonly string[] =>
      routine(log, from, days, count, (at) => appSignIn(log, at, { app: dunning, resource: graph, keyId }))
    const early = signs(first, 22, 60, old.id)
    credential(log, changed, developer, dunning, [old], [old, usual])
    credential(log, changed + 6 * day, developer, dunning, [old, usual], [usual])
    const later = signs(first + 23 * day, 60, 150, usual.id)
    const own = { owner: accounts, client: dunning, appOnly: dunning, ip: dunning.ip }
    const reads = routine(log, first, 83, 140, (at) => mailRead(log, at, own, random.integer(1, 4)))
    const reminders = routine(log, first, 83, 110, (at) => mailSend(log, at, own, 'Payment reminder'))

    const called = start + day + 16 * hour + 41 * minute
    const reset = resetPassword(log, called, developer)
    const ip = '192.0.2.77'
    const portal = { person: developer, client: firstParty.azurePortal, resource: azureManagement, ip }
    userSignIn(log, called + 7 * minute, portal)
    userSignIn(log, called + 11 * minute, { ...portal, resource: graph, interactive: false })
    const secret = credential(log, called + 19 * minute, developer, dunning, [usual], [usual, added])

    const sessions: string[] = []
    const sign = (at: number, from: string): string => {
      const tokenId = token(log)
      sessions.push(appSignIn(log, at, { app: dunning, resource: graph, ip: from, keyId: added.id, tokenId }))
      return tokenId
    }
    sign(called + 3 * hour, ip)
    const victims = [3, 5, 8, 9, 11, 14, 16].map(person)
    const stolen = [2, 3, 4, 5].flatMap((night) => {
      const at = start + night * day + 21 * hour + random.integer(0, 70) * minute
      const from = night < 4 ? ip : '192.0.2.83'
      const tokenId = sign(at, from)
      return repeat(random, at + minute, 21, 100_000, (then, i) => {
        const owner = victims[i % victims.length] ?? accounts
        const access = { owner, client: dunning, appOnly: dunning, ip: from, tokenId }
        return mailRead(log, then, access, random.integer(20, 90), i % 2 === 0 ? '\\Inbox' : '\\Sent Items')
      })
    })
    const sending = start + 7 * day + 6 * hour + 12 * minute
    const tokenId = sign(sending - 2 * minute, '192.0.2.83')
    const manager = { owner: person(5), client: dunning, appOnly: dunning, ip: '192.0.2.83', tokenId }
    const sent = repeat(random, sending, 6, 4 * minute, (at, i) =>
      mailSend(log, at, manager, `Re: freight invoice ${4470 + i}, new bank details`),
    )
    credential(log, start + 9 * day + 19 * hour, developer, dunning, [usual, added], [usual])

    const usualWork = [early, later, reads, reminders].flatMap((list) => list.slice(0, 8))
    const kept = withoutGraph(log.records(), [...quiet, ...usualWork])
    return {
      records: kept.records,
      firstHostile: reset,
      dataLeft: stolen,
      required: [
        { act: 'a second secret minutes after a reset and a foreign sign-in', ids: [secret], minimum: 'medium' },
        { act: 'the new secret signs in from a strange network', ids: sessions, minimum: 'medium' },
        { act: 'the application reads seven mailboxes that it never read', ids: stolen, minimum: 'high' },
        { act: 'the application sends from the mailbox of a manager', ids: sent, minimum: 'medium' },
      ],
      quiet: kept.ids,
    }
  },
})
