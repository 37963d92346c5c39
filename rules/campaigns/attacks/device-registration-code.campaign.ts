import { attackCampaign } from '../campaign.ts'
import { deviceRegistration, firstParty } from '../microsoft-clients.ts'
import { joinDevice } from '../microsoft-devices.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'Handed-over sign-in code registers a device of the intruder, which then reads mail (UTA0355)',
  sources: [
    'https://www.volexity.com/blog/2025/04/22/phishing-for-codes-russian-threat-actors-target-microsoft-365-oauth-workflows/',
  ],
  facts: [
    'In a chat about a conference the victim opens a genuine sign-in page and gives the ' +
      'code in the address to the contact.',
    'The code is for a first-party client and lets the intruder obtain a token of the Device Registration Service.',
    'The intruder joins a new device to the tenant of the victim.',
    'Later the victim approves a second factor, and the mail is downloaded through ' +
      'Microsoft Graph from the new device.',
    'No consent of an application is recorded at any time.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'loxhaven', {
      feeds: 'entra',
      from: '2026-02-09',
      days: 70,
      records: 420,
      people: 14,
    })
    const victim = person(6)
    const foreign = '192.0.2.58'
    const session = random.uuid()
    const at = start + 9 * hour + 12 * minute
    const clicked = userSignIn(log, at, {
      person: victim,
      client: firstParty.broker,
      resource: deviceRegistration,
      ip: victim.ip,
      session,
    })
    const redeemed = userSignIn(log, at + 4 * minute, {
      person: victim,
      client: firstParty.broker,
      resource: deviceRegistration,
      ip: foreign,
      session,
      interactive: false,
      agent: 'python-requests/2.32.3',
      incoming: 'refreshToken',
    })
    const device = { id: random.uuid(), name: 'DESKTOP-8S3KQ1', system: 'Windows', kind: 'AzureAd' as const }
    const joined = joinDevice(log, at + 6 * minute, victim, device, foreign)
    const tokenId = token(log)
    const later = at + day + 5 * hour
    const fromDevice = [
      userSignIn(log, later, {
        person: victim,
        client: firstParty.broker,
        resource: tenant.graph,
        ip: foreign,
        device: device.id,
        agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edge/18.26100',
      }),
      userSignIn(log, later + 2 * minute, {
        person: victim,
        client: firstParty.office,
        resource: tenant.graph,
        ip: foreign,
        device: device.id,
        interactive: false,
        incoming: 'primaryRefreshToken',
        tokenId,
        agent: 'python-requests/2.32.3',
      }),
    ]
    const read = repeat(random, later + 3 * minute, 40, 20_000, (moment, i) =>
      graphCall(log, moment, {
        client: firstParty.office,
        person: victim,
        ip: foreign,
        agent: 'python-requests/2.32.3',
        tokenId,
        permissions: 'Files.ReadWrite.All Mail.ReadWrite People.Read User.Read',
        size: random.integer(200_000, 800_000),
        uri: i === 0 ? '/me/mailFolders?$top=100' : `/me/messages?$top=200&$skip=${i * 200}`,
      }),
    )
    return {
      records: log.records(),
      firstHostile: clicked,
      dataLeft: read.slice(1),
      required: [
        {
          act: 'a token of the Device Registration Service is fetched from another network than the sign-in',
          ids: [clicked, redeemed],
          minimum: 'medium',
        },
        { act: 'a device is joined from that network', ids: joined, minimum: 'medium' },
        {
          act: 'the new device reads the mailbox in bulk through Graph',
          ids: [...fromDevice, ...read],
          minimum: 'medium',
        },
      ],
      quiet,
    }
  },
})
