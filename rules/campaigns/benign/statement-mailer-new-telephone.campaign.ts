// A developer loses the telephone, then moves the statement mailer to a new host with a new secret.
import { benignWork } from '../campaign.ts'
import { azureManagement, firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { mailRead, mailSend } from '../microsoft-mail.ts'
import { networks, placed } from '../microsoft-places.ts'
import { resetPassword, withoutGraph } from '../microsoft-reset.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'A developer with a new telephone moves the statement mailer to a new host',
  sources: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-userdevicesettings',
  ],
  resembles:
    'A reset by the help desk, a sign-in from a mobile network, a second secret on an application for mail, and its first use elsewhere.',
  accounts: 18,
  days: 84,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'tilburywater', {
      feeds: 'both',
      from: '2026-02-09',
      days: 70,
      after: 14,
      records: 560,
      people: 18,
    })
    const { developer, graph } = tenant
    const usual = { id: random.uuid(), name: '2025-host-a' }
    const added = { id: random.uuid(), name: '2026-host-b' }
    const mailer = makeApp(random, 'Statement Mailer', tenant.id, {
      ip: '203.0.113.46',
      keyId: usual.id,
      agent: 'statements/5.0 (.NET 8)',
    })
    const accounts = person(6)
    const first = start - 70 * day
    const own = { owner: accounts, client: mailer, appOnly: mailer, ip: mailer.ip }
    routine(log, first, 71, 190, (at) => appSignIn(log, at, { app: mailer, resource: graph }))
    routine(log, first, 71, 130, (at) => mailRead(log, at, own, random.integer(1, 4)))
    routine(log, first, 71, 110, (at) => mailSend(log, at, own, 'Your statement'))

    const lost = start + day + 7 * hour + 35 * minute
    const work: string[] = [resetPassword(log, lost, developer)]
    const portal = { person: developer, client: firstParty.azurePortal, resource: azureManagement, ip: '203.0.113.171' }
    work.push(
      placed(log, lost + 12 * minute, networks.mobileUtrecht, (side) => userSignIn(side, lost + 12 * minute, portal)),
    )
    const atDesk = lost + 3 * hour
    work.push(
      userSignIn(log, atDesk, { ...portal, ip: developer.ip }),
      credential(log, atDesk + 9 * minute, developer, mailer, [usual], [usual, added]),
    )
    // The new host sends the statements of the month to the same mailbox as always.
    const host = '203.0.113.88'
    const moved = { ...own, ip: host }
    for (let i = 0; i < 9; i += 1) {
      const at = atDesk + hour + i * day
      work.push(
        placed(log, at, networks.vendorDublin, (side) =>
          appSignIn(side, at, { app: mailer, resource: graph, ip: host, keyId: added.id }),
        ),
        mailRead(log, at + minute, moved, random.integer(1, 6)),
        ...repeat(random, at + 2 * minute, 14, minute, (then) => mailSend(log, then, moved, 'Your statement')),
      )
    }
    work.push(credential(log, start + 10 * day + 9 * hour, developer, mailer, [usual, added], [added]))
    const kept = withoutGraph(log.records(), work)
    return { records: kept.records, ids: kept.ids }
  },
})
