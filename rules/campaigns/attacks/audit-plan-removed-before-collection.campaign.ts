import { attackCampaign } from '../campaign.ts'
import { registersMethod } from '../microsoft-app-passwords.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { auditPlan, changeLicence } from '../microsoft-licences.ts'
import { replyAddresses } from '../microsoft-policies.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const days = 90

export default attackCampaign({
  title:
    'Unused account enrols a second factor, and the audit plan goes before an old application collects mail (APT29)',
  sources: [
    'https://cloud.google.com/blog/topics/threat-intelligence/apt29-continues-targeting-microsoft',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa24-057a',
  ],
  facts: [
    'Passwords were guessed for accounts that nobody had ever used.',
    'The intruders enrolled their own second factor for one of them, because the first sign-in asks for it.',
    'An account of a Global Administrator added a certificate to an old application.',
    'The certificate had the name of the application, and the application got one more harmless address.',
    'The intruders removed the plan of Purview Audit from the licences of their targets.',
    'The application then collected the mail of the targets.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'oakmarsh', {
      feeds: 'both',
      from: '2026-02-02',
      days,
      people: 18,
    })
    const { admin, mailBridge, graph } = tenant
    const bridgeReads = (at: number) =>
      graphCall(log, at, {
        client: mailBridge,
        ip: mailBridge.ip,
        uri: `/users/${person(6).oid}/messages`,
        permissions: 'Mail.Read',
        agent: mailBridge.agent,
        size: 6_200,
      })
    routine(log, start - days * day, days, 60, bridgeReads)
    const unused = outsider(random, `intern.summer@${tenant.domain}`, 'Summer Intern', person(4), '192.0.2.41')
    const tried = [0, 1, 2, 3].map((i) =>
      userSignIn(log, start + 2 * hour + i * 50 * minute, {
        person: i === 3 ? unused : person(9 + i),
        client: firstParty.officeHome,
        resource: graph,
        ip: `192.0.2.${40 + i * 17}`,
        error: 50126,
        singleFactor: true,
      }),
    )
    const opened = start + 9 * hour
    const enters = userSignIn(log, opened, {
      person: unused,
      client: firstParty.officeHome,
      resource: graph,
      ip: unused.ip,
      singleFactor: true,
    })
    const enrols = registersMethod(log, opened + 4 * minute, unused, 'Authenticator App with Notification and Code')

    const ip = '192.0.2.118'
    const work = start + 5 * day + 21 * hour
    userSignIn(log, work, { person: admin, client: firstParty.azurePortal, resource: graph, ip })
    const old = { id: mailBridge.keyId, name: 'bridge-2025' }
    const copy = { id: random.uuid(), name: `CN=${mailBridge.name}`, type: 'AsymmetricX509Cert' as const }
    const certificate = auditKeys(log, work + 9 * minute, admin, mailBridge, [old], [old, copy], {
      onPrincipal: true,
      ip,
    })
    const url = mailBridge.reply
    replyAddresses(
      log,
      work + 15 * minute,
      admin,
      mailBridge,
      { before: [url], now: [url, 'https://help.ticket-mail-bridge.example/'] },
      { ip },
    )
    const targets = [3, 5, 8, 10, 13].map(person)
    const full = { sku: 'SPE_E5' as const }
    const unaudited = targets.map((target, i) =>
      changeLicence(log, work + (30 + i * 3) * minute, admin, target, [full], [{ ...full, off: [auditPlan] }], ip),
    )
    const far = {
      app: mailBridge,
      resource: graph,
      ip: '192.0.2.160',
      keyId: copy.id,
      kind: 'clientAssertion' as const,
    }
    const used = repeat(random, work + 2 * hour, 3, 9 * hour, (at) => appSignIn(log, at, far))
    const read = repeat(random, work + 2 * hour + 5 * minute, 40, 35 * minute, (at, i) =>
      graphCall(log, at, {
        client: mailBridge,
        ip: far.ip,
        uri: `/users/${targets[i % 5]?.oid}/mailFolders/inbox/messages?$top=100&$skip=${Math.floor(i / 5) * 100}`,
        permissions: 'Mail.Read',
        agent: 'python-requests/2.32.3',
        size: 610_000,
      }),
    )
    return {
      records: log.records(),
      firstHostile: tried[0] ?? enters,
      dataLeft: read,
      required: [
        {
          act: 'an account without earlier use enrols a second factor from abroad after guessed passwords',
          ids: [enters, enrols],
          minimum: 'medium',
        },
        { act: 'an old application gets a certificate from a strange address', ids: [certificate], minimum: 'medium' },
        { act: 'the audit plan is removed from five mailboxes', ids: unaudited, minimum: 'medium' },
        {
          act: 'the old application comes with the new key from abroad and collects five mailboxes',
          ids: [...used, ...read],
          minimum: 'high',
        },
      ],
      quiet,
    }
  },
})
