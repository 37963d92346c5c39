// A proxied session is carried to a telephone of the thief by the code of an authentication transfer, and Outlook Mobile stays.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { mailRead, mailSend, mailSync } from '../microsoft-mail.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { transferredSignIn } from '../microsoft-sync.ts'
import { day, hour, type Log, minute, type Person } from '../microsoft-tenant.ts'

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'
const android =
  'Mozilla/5.0 (Linux; Android 15; SM-A556B) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Version/4.0 Chrome/143.0.0.0 Mobile Safari/537.36 PKeyAuth/1.0'

const phoneMail = (log: Log, owner: Person, ip: string, system: 'iOS' | 'Android') => ({
  owner,
  client: firstParty.outlookMobile,
  ip,
  info: `Client=OutlookService;Outlook-${system}/2.0;`,
  api: log.tenant.exchange.appId,
})

export default attackCampaign({
  title:
    'A proxied session is carried to a telephone of the thief with an authentication transfer, and its Outlook stays',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-authentication-flows',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-block-authentication-flows',
    'https://www.microsoft.com/en-us/security/blog/2022/07/12/from-cookie-theft-to-bec-attackers-use-aitm-phishing-sites-as-entry-point-to-further-financial-fraud/',
  ],
  facts: [
    'Authentication transfer carries a signed-in state from a computer to a telephone by a code on the screen, without a password or a second factor.',
    'The sign-in record names the method of transfer, and later tokens of that session remain marked.',
    'A thief with a stolen browser session can show this code and scan it with another telephone.',
    'Outlook Mobile then keeps its own refresh token, reads the mailbox and sends an invoice.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'brackenfels', {
      feeds: 'both',
      from: '2025-10-06',
      days: 84,
      after: 16,
      people: 18,
    })
    const from = start - 84 * day
    const mobile = networks.mobileUtrecht
    const outlook = { client: firstParty.outlookMobile, resource: tenant.exchange }

    // Colleagues carry Outlook to new telephones: the code at the office, the telephone at the office or in the mobile network.
    const carried = [4, 6, 7, 10, 11, 13, 15].flatMap((who, i) => {
      const owner = person(who)
      const at = from + (23 + i * 8) * day + 9 * hour + i * 21 * minute
      const session = random.uuid()
      const shared = { ...outlook, person: owner, agent: i % 3 === 0 ? android : iphone, session }
      const first =
        i % 2 === 0
          ? transferredSignIn(log, at, 'authenticationTransfer', { ...shared, ip: owner.ip })
          : placed(log, at, mobile, (side) =>
              transferredSignIn(side, at, 'authenticationTransfer', { ...shared, ip: '77.60.118.7' }),
            )
      mailSync(log, at + 2 * minute, phoneMail(log, owner, owner.ip, i % 3 === 0 ? 'Android' : 'iOS'))
      return [first]
    })

    // The victim has read mail on an iPhone for a long time.
    const victim = person(8)
    const iphoneRead = (at: number) =>
      mailRead(log, at, phoneMail(log, victim, '77.60.118.44', 'iOS'), random.integer(1, 5))
    const own = routine(log, from, 84, 52, iphoneRead)
    routine(log, start, 14, 9, iphoneRead)
    routine(log, from, 98, 25, (at) =>
      placed(log, at, mobile, (side) =>
        userSignIn(side, at, { ...outlook, person: victim, ip: '77.60.118.44', agent: iphone, interactive: false }),
      ),
    )

    // A proxy gets the session at noon; the code is scanned within the hour.
    const noon = start + 11 * hour + 38 * minute
    const session = random.uuid()
    const proxied = placed(log, noon, networks.hostingFrankfurt, (side) =>
      userSignIn(side, noon, {
        person: victim,
        client: firstParty.officeHome,
        resource: tenant.graph,
        ip: '193.32.248.17',
        session,
      }),
    )
    const thief = '86.120.14.208'
    const phone = { ...outlook, person: victim, ip: thief, agent: android, session }
    const renew = (at: number, interactive: boolean) =>
      placed(log, at, networks.hostingBucharest, (side) =>
        transferredSignIn(side, at, 'authenticationTransfer', {
          ...phone,
          interactive,
          incoming: interactive ? 'none' : 'refreshToken',
        }),
      )
    const scanned = renew(noon + 44 * minute, true)
    const renewed = Array.from({ length: 11 }, (_, i) =>
      renew(start + (1 + i) * day + (6 + (i % 4) * 3) * hour + random.integer(0, 59) * minute, false),
    )
    const mail = phoneMail(log, victim, thief, 'Android')
    const synced = ['\\Inbox', '\\Sent Items', '\\Archive'].map((path, i) =>
      mailSync(log, noon + (47 + i * 2) * minute, mail, path),
    )
    // A few messages a day, then one answer with another account number, and silence.
    const reads = repeat(random, start + day + 7 * hour, 26, 10 * hour, (at, i) =>
      mailRead(log, at, mail, random.integer(1, 6), i % 5 === 0 ? '\\Sent Items' : '\\Inbox'),
    )
    mailSend(log, start + 9 * day + 8 * hour + 12 * minute, mail, 'Re: final account, lot 4')

    return {
      records: log.records(),
      firstHostile: proxied,
      dataLeft: [...synced, ...reads],
      required: [
        {
          act: 'Outlook Mobile receives a session by authentication transfer in a foreign network, after a computer at a hosting provider',
          ids: [scanned, ...renewed],
          minimum: 'medium',
        },
        {
          act: 'Outlook on an unknown Android telephone copies three folders and reads on from the foreign network',
          ids: [...synced, ...reads],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...carried, ...own],
    }
  },
})
