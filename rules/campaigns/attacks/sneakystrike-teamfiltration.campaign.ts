import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { mailRead } from '../microsoft-mail.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const oldTeams =
  'Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Teams/1.3.00.30866 Chrome/80.0.3987.165 Electron/8.5.1 Safari/537.36'

const teamsService = { name: 'Microsoft Teams Services', appId: 'cc15fd57-2c6c-4117-a88c-83b1d56b4bbe' }

export default attackCampaign({
  title: 'UNK_SneakyStrike: passwords sprayed with ROPC through the Teams client, then the family of clients is used',
  sources: [
    'https://www.proofpoint.com/us/blog/threat-insight/attackers-unleash-teamfiltration-account-takeover-campaign',
    'https://detection.fyi/elastic/detection-rules/integrations/azure/discovery_teamfiltration_user_agents_detected',
  ],
  facts: [
    'A public penetration test tool tries common passwords in bursts from rented cloud servers of changing regions.',
    'The tool names an outdated Teams client and asks for tokens with the public client id of Teams.',
    'A refresh token of one client of the vendor is exchanged for tokens of others of the same family.',
    'Chats, mail and files are taken with these tokens.',
    'Files in OneDrive are replaced by look-alikes so that the victim opens malware later.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'quillmoor', {
      feeds: 'both',
      from: '2026-03-02',
      days: 60,
      records: 260,
      people: 18,
    })
    const servers = ['192.0.2.14', '192.0.2.52', '192.0.2.118', '192.0.2.203']
    const attempt = (at: number, i: number, error: number, ip: string) =>
      userSignIn(log, at, {
        person: person(i),
        client: firstParty.teams,
        resource: teamsService,
        ip,
        agent: oldTeams,
        protocol: 'ropc',
        singleFactor: true,
        ...(error === 0 ? {} : { error }),
        ...(error === 50053 ? { reason: 'The account is locked.' } : {}),
      })
    const burst = (from: number, skip: number) =>
      tenant.people.flatMap((_, i) =>
        i === skip ? [] : [attempt(from + i * 22_000, i, i % 7 === 6 ? 50053 : 50126, servers[i % 4] ?? '192.0.2.14')],
      )
    const one = start + 22 * hour
    const two = start + 2 * day + 21 * hour
    const sprayed = [...burst(one, -1), ...burst(two, 9)]
    const victim = person(9)
    const guessed = attempt(two + 9 * 22_000, 9, 0, '192.0.2.52')
    const session = random.uuid()
    const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
    const ip = '192.0.2.203'
    const exchanged = (
      [
        [firstParty.office, tenant.graph],
        [firstParty.oneDriveSync, tenant.sharepoint],
        [firstParty.outlookMobile, tenant.exchange],
      ] as const
    ).map(([client, resource], i) =>
      userSignIn(log, two + (20 + i) * minute, {
        person: victim,
        client,
        resource,
        ip,
        agent: oldTeams,
        interactive: false,
        incoming: 'refreshToken',
        singleFactor: true,
        session,
        ...(i === 0 ? { tokenId } : {}),
      }),
    )
    const call = (at: number, uri: string, size: number) =>
      graphCall(log, at, {
        client: firstParty.office,
        person: victim,
        ip,
        uri,
        size,
        permissions: 'Chat.ReadWrite Directory.Read.All Files.ReadWrite.All Mail.ReadWrite User.ReadBasic.All',
        agent: oldTeams,
        tokenId,
      })
    call(two + 24 * minute, '/users?$top=999', 88_000)
    call(two + 25 * minute, '/me/chats?$top=50', 61_000)
    const chats = repeat(random, two + 26 * minute, 18, 9_000, (at) =>
      call(at, `/chats/19%3a${random.uuid()}_${random.uuid()}%40unq.gbl.spaces/messages?$top=50`, 96_000),
    )
    const mail = repeat(random, two + 35 * minute, 8, 60_000, (at) =>
      mailRead(log, at, { owner: victim, client: firstParty.outlookMobile, ip }, random.integer(25, 60)),
    )
    const files = repeat(random, two + 50 * minute, 48, 7_000, (at, i) =>
      file(log, at, {
        person: victim,
        client: firstParty.oneDriveSync,
        ip,
        agent: oldTeams,
        file: `${['tender', 'salaries', 'contract', 'layout'][i % 4]}-${2000 + i}.${i % 3 ? 'docx' : 'xlsx'}`,
        operation: 'FileDownloaded',
        site: 'personal',
      }),
    )
    file(log, two + 3 * hour, {
      person: victim,
      client: firstParty.oneDriveSync,
      ip,
      agent: oldTeams,
      file: 'contract-2002.xlsm',
      operation: 'FileUploaded',
      site: 'personal',
    })
    const firstHostile = sprayed[0]
    if (firstHostile === undefined) throw new RangeError('nobody to try')
    return {
      records: log.records(),
      firstHostile,
      dataLeft: [...chats, ...mail, ...files],
      required: [
        { act: 'Passwords are tried for everybody with ROPC', ids: sprayed, minimum: 'medium' },
        {
          act: 'A password fits; the session continues from rented servers',
          ids: [guessed, ...exchanged],
          minimum: 'medium',
        },
        { act: 'Chats, mail and files are taken in one hour', ids: [...chats, ...mail, ...files], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
