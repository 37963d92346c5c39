import { attackCampaign } from '../campaign.ts'
import { azureManagement, firstParty, oldDirectory } from '../microsoft-clients.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { only } from '../microsoft-only.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'A stolen refresh token of Teams becomes tokens of five other family clients, sign-in logs only',
  sources: [
    'https://ssendid.com/posts/FOCIPartTwo-ExploitationDefense',
    'https://newton-paul.pages.dev/hunts/hunt-2025-044',
    'https://github.com/secureworks/family-of-client-ids-research',
  ],
  facts: [
    'A group of Microsoft clients is one family: the refresh token of one gets access tokens of every other.',
    'The exchange needs no new sign-in and no second factor, and it leaves non-interactive sign-ins only.',
    'All tokens of the family keep the session of the first sign-in.',
    'An intruder hops from Teams to Office, OneDrive, Outlook Mobile and Azure CLI, and asks for Azure management.',
    'Here the hops are hours apart, over four days, while the victim keeps working in the same session.',
  ],
  build: (random) => {
    const stage = scene(random, 'tidewell', { feeds: 'entra', from: '2025-09-01', days: 66, records: 720 })
    const { log, tenant, start } = stage
    const victim = stage.person(6)
    const session = random.uuid()
    const own = (at: number): string =>
      userSignIn(log, at, {
        person: victim,
        client: firstParty.teams,
        resource: random.pick([tenant.graph, tenant.exchange]),
        ip: victim.ip,
        interactive: false,
        incoming: 'refreshToken',
        session,
      })
    const ordinary = routine(log, start - 50 * day, 50, 70, own)
    routine(log, start, 7, 10, own)
    // A developer uses Azure CLI every week; that is no hop.
    const cli = routine(log, start - 64 * day, 63, 24, (at) =>
      userSignIn(log, at, {
        person: tenant.developer,
        client: firstParty.azureCli,
        resource: azureManagement,
        ip: tenant.developer.ip,
        agent: 'python-requests/2.31.0',
        interactive: false,
        incoming: 'refreshToken',
      }),
    )
    const hop = (
      after: number,
      client: (typeof firstParty)[keyof typeof firstParty],
      resource = oldDirectory,
    ): string =>
      userSignIn(log, start + after, {
        person: victim,
        client,
        resource,
        ip: '192.0.2.133',
        agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36',
        interactive: false,
        incoming: 'refreshToken',
        session,
      })
    const firstHostile = hop(8 * hour, firstParty.teams, tenant.graph)
    const hops = [
      hop(11 * hour + 12 * minute, firstParty.office, tenant.exchange),
      hop(20 * hour, firstParty.oneDriveSync, tenant.sharepoint),
      hop(day + 9 * hour, firstParty.outlookMobile, tenant.exchange),
      hop(2 * day + 7 * hour, firstParty.azureCli, oldDirectory),
      hop(2 * day + 7 * hour + 9 * minute, firstParty.azureCli, azureManagement),
      hop(3 * day + 15 * hour, firstParty.office, tenant.graph),
    ]
    const kept = only(
      log.records(),
      [...stage.quiet, ...ordinary, ...cli],
      ['SignInLogs', 'NonInteractiveUserSignInLogs'],
    )
    return {
      records: kept.records,
      firstHostile,
      dataLeft: [],
      required: [
        {
          act: 'the session of the victim continues in a hosting network with clients that the victim never used',
          ids: [firstHostile, ...hops],
          minimum: 'medium',
        },
      ],
      quiet: kept.ids,
    }
  },
})
