// A proxied session makes an app password. It sends mail with one factor after the help desk has changed the password.
import { attackCampaign } from '../campaign.ts'
import { appPassword, newPasswordByDesk, registersMethod } from '../microsoft-app-passwords.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { legacySignIn } from '../microsoft-legacy.ts'
import { networks, placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A proxied session makes an app password, which sends mail over SMTP for weeks after the password reset',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-app-passwords',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-userdevicesettings',
    'https://learn.microsoft.com/en-us/entra/identity/monitoring-health/reference-audit-activities',
  ],
  facts: [
    'An app password is made on the page of the security info, and passes the second factor.',
    'Entra records the creation of an application password for a user.',
    'A new password of the account does not end app passwords; an administrator must delete them.',
    'Authenticated SMTP still takes a password alone where the tenant allows it.',
  ],
  build: (random) => {
    const stage = scene(random, 'seldenwick', { feeds: 'entra', from: '2025-01-06', days: 98, after: 30, people: 16 })
    const { log, tenant, start, quiet, person } = stage
    const scanners = [person(12), person(13), person(14)]
    const scans = routine(log, start - 98 * day, 125, 90, (at) =>
      legacySignIn(log, at, { person: random.pick(scanners), ip: '198.51.100.20', protocol: 'Authenticated SMTP' }),
    )
    const methods = routine(log, start - 98 * day, 125, 14, (at) =>
      registersMethod(
        log,
        at,
        random.pick(tenant.people),
        random.pick(['Authenticator App with Notification and Code', 'Mobile Phone SMS'] as const),
      ),
    )

    const victim = person(8)
    const proxy = '192.0.2.201'
    const sender = '192.0.2.54'
    const begin = start + day + 9 * hour + 41 * minute
    const session = random.uuid()
    const enter = placed(log, begin, networks.hostingFrankfurt, (side) =>
      userSignIn(side, begin, {
        person: victim,
        client: firstParty.officeHome,
        resource: tenant.graph,
        ip: proxy,
        session,
      }),
    )
    const page = begin + 7 * minute
    placed(log, page, networks.hostingFrankfurt, (side) =>
      userSignIn(side, page, {
        person: victim,
        client: firstParty.mySignIns,
        resource: tenant.graph,
        ip: proxy,
        session,
        interactive: false,
      }),
    )
    const made = appPassword(log, begin + 9 * minute, victim, proxy)

    const smtp = (at: number): string =>
      placed(log, at, networks.hostingBucharest, (side) =>
        legacySignIn(side, at, { person: victim, ip: sender, protocol: 'Authenticated SMTP' }),
      )
    const early = [begin + 19 * hour, begin + 19 * hour + 3 * minute, begin + 20 * hour].map(smtp)
    newPasswordByDesk(log, begin + 2 * day + 4 * hour, tenant.helpdesk, victim)
    const late = [4, 6, 7, 11, 13, 18, 20, 25].flatMap((days) => {
      const at = begin + days * day - 5 * hour + random.integer(0, 50) * minute
      return [smtp(at), smtp(at + random.integer(1, 9) * minute)]
    })
    return {
      records: log.records(),
      firstHostile: enter,
      dataLeft: [],
      required: [
        { act: 'An app password is made from a hosting network', ids: made, minimum: 'medium' },
        {
          act: 'An account that never used SMTP signs in with one factor from another hosting network',
          ids: [...early, ...late],
          minimum: 'medium',
        },
        { act: 'The sign-ins go on after the new password and the end of all sessions', ids: late, minimum: 'medium' },
      ],
      quiet: [...quiet, ...scans, ...methods],
    }
  },
})
