// A stolen session adds a mail program that the organization allows; no consent appears, and the program survives the new password.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { imapRead, imapToken, thunderbird } from '../microsoft-imap.ts'
import { directory, userTarget } from '../microsoft-layouts.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const folders = ['\\Inbox', '\\Sent Items', '\\Inbox\\Suppliers', '\\Archive']

export default attackCampaign({
  title: 'Stolen session of accounts payable fetches the mailbox with an allowed IMAP program, past a new password',
  sources: [
    'https://office365itpros.com/2022/07/14/imap4-clients-to-exchange-online/',
    'https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens',
    'https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts',
    'https://www.huntress.com/blog/legitimate-apps-as-traitorware-for-persistent-microsoft-365-compromise',
  ],
  facts: [
    'An administrator can approve a mail program for everybody; a later sign-in of any person leaves no consent record.',
    'Thieves of sessions add an honest mail program to the account, because its refresh token lasts for months.',
    'A refresh token that did not come from a password remains valid after the person changes the password.',
    'The mailbox audit writes the messages that IMAP fetches with the name of the protocol and the address of the client.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'oakmarsh', {
      feeds: 'audit',
      from: '2024-10-07',
      days: 98,
      after: 24,
    })
    const client = thunderbird(log)
    // Three people have used the program for years.
    const users = [person(5), person(8), person(11)]
    const works = (at: number) => {
      const owner = random.pick(users)
      return random.number() < 0.25
        ? imapToken(log, at, owner, client, owner.ip, random.number() < 0.8)
        : imapRead(log, at, { owner, client, ip: owner.ip }, random.integer(1, 9), random.pick(folders))
    }
    const usual = routine(log, start - 98 * day, 97, 130, works)
    routine(log, start, 22, 28, works)

    const victim = person(6)
    const ip = '192.0.2.91'
    const begin = start + day + 9 * hour + 24 * minute
    // The relayed login page: telephone sign-in without a password.
    const relayed = signInAudit(log, begin, {
      person: victim,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip,
      requestType: 'OAuth2:Authorize',
    })
    const added = imapToken(log, begin + 7 * minute, victim, client, ip)
    const redeemed = imapToken(log, begin + 7 * minute + 4000, victim, client, ip, true)
    const copied = repeat(random, begin + 10 * minute, 46, 2 * minute, (at, i) =>
      imapRead(
        log,
        at,
        { owner: victim, client, ip },
        random.integer(18, 60),
        folders[Math.floor(i / 12)] ?? '\\Archive',
      ),
    )
    const before = repeat(random, begin + 6 * hour, 14, 5 * hour, (at) =>
      imapRead(log, at, { owner: victim, client, ip }, random.integer(1, 5)),
    )

    // The help desk asks her to change the password; nobody revokes the sessions.
    const reset = start + 5 * day + 14 * hour
    directory(log, reset, {
      operation: 'Change user password.',
      by: victim,
      target: userTarget(victim),
      objectId: victim.upn,
      category: 'User',
      details: { 'User-Agent': victim.agent },
      changes: [],
    })
    signInAudit(log, reset + 12 * minute, {
      person: victim,
      client: firstParty.outlookWeb,
      resource: tenant.exchange,
      ip: victim.ip,
      requestType: 'Login:login',
    })
    const renewed = repeat(random, reset + hour, 12, 26 * hour, (at) => imapToken(log, at, victim, client, ip, true))
    const after = repeat(random, reset + 2 * hour, 34, 9 * hour, (at, i) =>
      imapRead(log, at, { owner: victim, client, ip }, random.integer(1, 6), i % 5 === 4 ? '\\Sent Items' : '\\Inbox'),
    )

    return {
      records: log.records(),
      firstHostile: relayed,
      dataLeft: [...copied, ...before, ...after],
      required: [
        {
          act: 'A person who never used the mail program signs in to it from a network that nobody here uses',
          ids: [added, redeemed],
          minimum: 'medium',
        },
        { act: 'More than a thousand messages leave through the program in two hours', ids: copied, minimum: 'high' },
        {
          act: 'The program gets new tokens and reads on from the same network after the change of the password',
          ids: [...renewed, ...after],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...usual.slice(0, 40)],
    }
  },
})
