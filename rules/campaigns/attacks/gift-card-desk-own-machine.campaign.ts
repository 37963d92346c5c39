import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { joinDevice } from '../microsoft-devices.ts'
import { account, audit } from '../microsoft-entra.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A phished clerk: an own telephone, an own virtual machine in the tenant, and a search for gift cards',
  sources: [
    'https://expel.com/resource/roundtable-scattered-spider-atlas-lion-threat',
    'https://cyberscoop.com/moroccan-cybercrime-group-impersonates-nonprofits-and-abuses-cloud-services-to-rake-in-gift-card-cash/',
  ],
  facts: [
    'Atlas Lion (Storm-0539) phishes employees of retailers with text messages and takes over the session.',
    'It registers its own telephone for later second factors.',
    'It starts a virtual machine at a cloud provider and joins the machine to the tenant of the victim.',
    'Added by the author: the name of the machine follows the names of the company.',
    'It then reads documents about the issue of gift cards in SharePoint.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'maple-outfitters', {
      feeds: 'entra',
      from: '2026-05-04',
      days: 45,
      after: 14,
      people: 26,
      records: 1000,
    })
    const clerk = person(11)
    // New laptops of the company come with names of the same form.
    const laptops = routine(log, start - 45 * day, 45, 5, (at) => {
      const who = person(random.integer(3, 25))
      const name = `MO-LT-${random.digits(4)}`
      return joinDevice(log, at, who, { id: random.uuid(), name, system: 'Windows', kind: 'AzureAd' }, who.ip)[0] ?? ''
    })
    const phone = '192.0.2.88'
    const evening = start + 17 * hour + 25 * minute
    const phished = userSignIn(log, evening, {
      person: clerk,
      client: firstParty.officeHome,
      resource: tenant.graph,
      ip: phone,
    })
    const registered = audit(log, evening + 4 * minute, {
      activity: 'User registered security info',
      category: 'UserManagement',
      by: clerk,
      ip: phone,
      type: 'Add',
      service: 'Authentication Methods',
      reason: 'User registered Authenticator App with Notification and Code',
      targets: [account(clerk)],
      details: { 'User-Agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Mobile/15E148' },
    })
    // The machine runs at a provider: another network than that of the telephone.
    const cloud = '2001:db8:a2::44'
    const device = { id: random.uuid(), name: 'MO-LT-4471', system: 'Windows', kind: 'AzureAd' } as const
    const joined = joinDevice(log, evening + 21 * hour, clerk, device, cloud)
    const used: string[] = []
    for (let d = 1; d < 9; d += 2)
      used.push(
        userSignIn(log, evening + d * day + 22 * hour, {
          person: clerk,
          client: firstParty.office,
          resource: tenant.sharepoint,
          ip: cloud,
          device: device.id,
          interactive: false,
          incoming: 'primaryRefreshToken',
        }),
      )
    const drive = `b!${random.uuid().replaceAll('-', '')}`
    const read: string[] = []
    for (let i = 0; i < 14; i += 1) {
      const at = evening + (1 + 2 * Math.floor(i / 4)) * day + 22 * hour + (i % 4) * 11 * minute + 5 * minute
      read.push(
        graphCall(log, at, {
          client: firstParty.office,
          person: clerk,
          ip: cloud,
          uri:
            i % 4 === 0
              ? '/search/query'
              : `/drives/${drive}/items/01${random.uuid().replaceAll('-', '').slice(0, 30).toUpperCase()}/content`,
          method: i % 4 === 0 ? 'POST' : 'GET',
          ...(i % 4 === 0 ? {} : { status: 302 }),
          permissions: 'Files.ReadWrite.All Sites.ReadWrite.All User.Read',
          agent:
            'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
          tokenId: token(log),
        }),
      )
    }
    return {
      records: log.records(),
      firstHostile: phished,
      dataLeft: read,
      required: [
        {
          act: 'After a sign-in from abroad a person gets a new telephone and joins a machine from a third network',
          ids: [registered, ...joined],
          minimum: 'medium',
        },
        {
          act: 'From the network of the new machine documents are searched and downloaded',
          ids: [...used, ...read],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...laptops],
    }
  },
})
