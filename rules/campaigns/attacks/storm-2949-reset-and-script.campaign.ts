// A talked-through password reset, then a Python script that lists the directory and takes files through Graph.
import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { account, audit } from '../microsoft-entra.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute, type Person } from '../microsoft-tenant.ts'

const script = 'python-requests/2.32.3'
const lists = ['users', 'groups', 'applications', 'servicePrincipals', 'directoryRoles', 'devices']

export default attackCampaign({
  title: 'Self-service password reset by telephone, directory listing by script, files through Graph',
  sources: [
    'https://nhimg.org/storm-2949-how-a-phone-call-turned-one-cloud-identity-into-a-full-azure-breach',
    'https://news.cloudpandas.com/post/storm-2949-cloud-breach-entra-id-to-azure-attack',
    'https://blog.gridinsoft.com/storm-2949-sspr-azure-data-theft/',
  ],
  facts: [
    'Storm-2949 starts the self-service password reset, and calls the employee to get the prompts approved.',
    'It resets the password, removes the authentication methods, and registers its own Authenticator.',
    'A Python script asks Graph for all users, groups, applications and service principals.',
    'It repeats the reset for further users, among them IT staff and senior leaders.',
    'It downloads files of OneDrive and SharePoint, among them documents about VPN and remote access.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'oakmere', {
      feeds: 'entra',
      from: '2026-02-16',
      days: 84,
      records: 380,
    })
    const attackerIp = '192.0.2.77'
    const takeOver = (at: number, victim: Person): { readonly reset: string; readonly tokenId: string } => {
      const write = (
        later: number,
        activity: string,
        type: string,
        reason: string,
        service = 'Authentication Methods',
      ) =>
        audit(log, at + later, {
          activity,
          category: 'UserManagement',
          by: victim,
          ip: attackerIp,
          type,
          service,
          reason,
          targets: [account(victim)],
        })
      const done = 'Successfully completed reset.'
      const reset = write(0, 'Reset password (self-service)', 'Update', done, 'Self-service Password Management')
      write(4 * minute, 'User deleted security info', 'Delete', 'User deleted Mobile Phone SMS')
      write(5 * minute, 'User deleted security info', 'Delete', 'User deleted Authenticator App')
      write(7 * minute, 'User registered security info', 'Add', 'User registered Authenticator App with Notification')
      const tokenId = token(log)
      userSignIn(log, at + 9 * minute, {
        person: victim,
        client: firstParty.azurePortal,
        resource: tenant.graph,
        ip: attackerIp,
      })
      userSignIn(log, at + 20 * minute, {
        person: victim,
        client: firstParty.azureCli,
        resource: tenant.graph,
        ip: attackerIp,
        tokenId,
      })
      return { reset, tokenId }
    }
    const first = start + 13 * hour
    const engineer = tenant.developer
    const hold = takeOver(first, engineer)
    const ask = (at: number, victim: Person, tokenId: string, uri: string, size: number) =>
      graphCall(log, at, {
        client: firstParty.azureCli,
        person: victim,
        ip: attackerIp,
        uri,
        size,
        permissions:
          'Application.ReadWrite.All AuditLog.Read.All Directory.AccessAsUser.All Group.ReadWrite.All User.ReadWrite.All',
        agent: script,
        tokenId,
      })
    const listed = repeat(random, first + 25 * minute, 48, 4_000, (at, i) => {
      const name = lists[Math.floor(i / 8)] ?? 'users'
      return ask(at, engineer, hold.tokenId, `/${name}?$top=999&$skiptoken=${random.uuid().slice(0, 8)}`, 610_000)
    })
    // Two days later a senior leader; the files go through the Office client.
    const chief = person(5)
    const second = start + 2 * day + 10 * hour
    takeOver(second, chief)
    const files = token(log)
    userSignIn(log, second + 30 * minute, {
      person: chief,
      client: firstParty.office,
      resource: tenant.graph,
      ip: attackerIp,
      interactive: false,
      tokenId: files,
      incoming: 'refreshToken',
    })
    const take = (at: number, uri: string, size: number) =>
      graphCall(log, at, {
        client: firstParty.office,
        person: chief,
        ip: attackerIp,
        uri,
        size,
        permissions: 'Files.ReadWrite.All Sites.ReadWrite.All User.Read',
        agent: script,
        tokenId: files,
      })
    take(second + 32 * minute, "/me/drive/root/search(q='vpn')", 22_000)
    take(second + 33 * minute, "/me/drive/root/search(q='remote access')", 19_000)
    const left = repeat(random, second + 35 * minute, 90, 9_000, (at) =>
      take(at, `/drives/b!${random.uuid().slice(0, 14)}/items/01${random.uuid().slice(0, 18)}/content`, 740_000),
    )
    return {
      records: log.records(),
      firstHostile: hold.reset,
      dataLeft: left,
      required: [
        { act: 'A script lists the whole directory from a hosting network', ids: listed, minimum: 'medium' },
        { act: 'A script downloads ninety files of a senior leader', ids: left, minimum: 'high' },
      ],
      quiet,
    }
  },
})
