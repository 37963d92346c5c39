import { attackCampaign } from '../campaign.ts'
import { deviceRegistration, firstParty } from '../microsoft-clients.ts'
import { joinDevice } from '../microsoft-devices.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { mailRead } from '../microsoft-mail.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { hour, minute } from '../microsoft-tenant.ts'
import { cmdlet } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'EvilTokens: device code phishing as a service, a device joined for a lasting token, a hiding rule',
  sources: [
    'https://www.microsoft.com/en-us/security/blog/2026/04/06/ai-enabled-device-code-phishing-campaign-april-2026/',
    'https://labs.cloudsecurityalliance.org/research/csa-research-note-oauth-device-code-phishing-m365-20260325-c',
  ],
  facts: [
    'The victim types a code, made when the lure is opened, on the real page of the vendor and passes MFA.',
    'Short-lived nodes of a hosting platform run Node.js and redeem the code from an address the victim never used.',
    'Within minutes the intruder joins a device to get a primary refresh token that lasts.',
    'Calls of Microsoft Graph map the organization before mail is taken.',
    'Inbox rules made with the token hide what comes in about payments; mail of finance people leaves through the API.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'harrowgate', {
      feeds: 'both',
      from: '2026-02-09',
      days: 65,
      records: 260,
    })
    const victim = person(7)
    const node = '2001:db8:7a11:40::1c'
    const agent = 'node'
    const at = start + 9 * hour + 12 * minute
    const common = { person: victim, client: firstParty.broker, resource: deviceRegistration, protocol: 'deviceCode' }
    const prompt = userSignIn(log, at, {
      ...common,
      ip: victim.ip,
      error: 50199,
      reason: 'For security reasons, user confirmation is required for this request.',
    })
    const entered = userSignIn(log, at + 41_000, { ...common, ip: victim.ip })
    const redeemed = userSignIn(log, at + 46_000, {
      ...common,
      ip: node,
      agent,
      interactive: false,
      incoming: 'refreshToken',
    })
    const device = { id: random.uuid(), name: 'DESKTOP-R7K2LQ', system: 'Windows', kind: 'AzureAd' as const }
    const joined = joinDevice(log, at + 7 * minute, victim, device, node)
    const session = random.uuid()
    const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
    ;[tenant.graph, tenant.exchange].forEach((resource, i) => {
      userSignIn(log, at + (12 + i) * minute, {
        person: victim,
        client: firstParty.office,
        resource,
        ip: node,
        agent,
        interactive: false,
        incoming: 'primaryRefreshToken',
        session,
        device: device.id,
        ...(i === 0 ? { tokenId } : {}),
      })
    })
    const permissions =
      'Directory.Read.All Files.ReadWrite.All Mail.ReadWrite MailboxSettings.ReadWrite User.ReadBasic.All'
    const call = (moment: number, uri: string, method = 'GET', status = 200, size = 14_000) =>
      graphCall(log, moment, {
        client: firstParty.office,
        person: victim,
        ip: node,
        uri,
        method,
        status,
        size,
        permissions,
        agent,
        tokenId,
      })
    ;['/me', '/me/manager', '/me/memberOf', '/users?$top=999', '/organization'].forEach((uri, i) => {
      call(at + 14 * minute + i * 3000, uri)
    })
    const pages = repeat(random, at + 20 * minute, 14, 40_000, (moment, i) =>
      call(moment, `/me/mailFolders/inbox/messages?$top=50&$skip=${i * 50}`, 'GET', 200, 410_000),
    )
    const access = { owner: victim, client: firstParty.office, ip: node, tokenId }
    const read = repeat(random, at + 20 * minute, 14, 40_000, (moment) =>
      mailRead(log, moment, access, random.integer(30, 50)),
    )
    const rule = call(at + 2 * hour, '/me/mailFolders/inbox/messageRules', 'POST', 201, 900)
    const hidden = cmdlet(log, at + 2 * hour + 2000, {
      by: victim,
      operation: 'New-InboxRule',
      objectId: `${tenant.cloudDomain}/${victim.upn}\\..`,
      ip: `[${node}]`,
      clientAppId: firstParty.office.appId,
      parameters: {
        Name: '..',
        SubjectOrBodyContainsWords: 'invoice;payment;wire;phish',
        MoveToFolder: 'RSS Feeds',
        MarkAsRead: 'True',
        StopProcessingRules: 'True',
      },
    })
    return {
      records: log.records(),
      firstHostile: prompt,
      dataLeft: [...pages, ...read],
      required: [
        {
          act: 'A device code is redeemed from an unknown address',
          ids: [prompt, entered, redeemed],
          minimum: 'medium',
        },
        { act: 'A device joins right after the device code', ids: joined, minimum: 'medium' },
        { act: 'An inbox rule hides mail about payments', ids: [rule, hidden], minimum: 'medium' },
        { act: 'Mail leaves page by page', ids: [...pages, ...read], minimum: 'medium' },
      ],
      quiet,
    }
  },
})
