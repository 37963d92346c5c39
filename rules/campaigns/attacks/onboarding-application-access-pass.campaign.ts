import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { account, audit } from '../microsoft-entra.ts'
import { appSignIn, token, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

export default attackCampaign({
  title: 'The secret of an onboarding application makes a Temporary Access Pass for an administrator',
  sources: [
    'https://docs.forestall.io/fsprotect/edges/azure/az_privileged_auth_admin',
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-privileged-accounts',
  ],
  facts: [
    'A holder of UserAuthenticationMethod.ReadWrite.All may create a Temporary Access Pass for other people.',
    'A pass made for an administrator is enough to sign in as him, past his other methods.',
    'With the pass the attacker registers a method of his own for the account.',
    'The record of the pass is "Admin registered security info"; the reason names the temporary access pass.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'quarrybank', {
      feeds: 'entra',
      from: '2026-02-02',
      days: 85,
      records: 430,
      people: 17,
    })
    const desk = makeApp(random, 'Welcome Desk', tenant.id, { ip: '203.0.113.66', agent: 'welcome-desk/3.0' })
    const permissions = 'User.Read.All UserAuthenticationMethod.ReadWrite.All'
    const calls = (
      at: number,
      ip: string,
      uri: string,
      method: string,
      status: number,
      tokenId: string,
      agent: string,
    ) => graphCall(log, at, { client: desk, ip, uri, method, status, permissions, agent, tokenId })
    const pass = (at: number, by: App, whom: Person) =>
      audit(log, at, {
        activity: 'Admin registered security info',
        category: 'UserManagement',
        by,
        type: 'Create',
        service: 'Authentication Methods',
        reason: 'Admin registered temporary access pass method for user',
        targets: [account(whom)],
      })
    // Every few days somebody new gets a pass on the first day.
    const usual = routine(log, start - 85 * day, 85, 14, (at) => {
      const whom = person(random.integer(5, 16))
      const tokenId = token(log)
      appSignIn(log, at - 3000, { app: desk, resource: tenant.graph, tokenId })
      const uri = `/users/${whom.oid}/authentication/temporaryAccessPassMethods`
      calls(at - 900, desk.ip, uri, 'POST', 201, tokenId, desk.agent)
      return pass(at, desk, whom)
    })
    const foreign = '192.0.2.63'
    const at = start + 21 * hour
    const tokenId = token(log)
    const entered = appSignIn(log, at, { app: desk, resource: tenant.graph, ip: foreign, tokenId })
    const looked = repeat(random, at + 5000, 8, 9000, (moment, i) =>
      calls(
        moment,
        foreign,
        i === 0
          ? '/users?$top=999&$select=id,userPrincipalName,jobTitle'
          : `/users/${person(i).oid}/authentication/methods`,
        'GET',
        200,
        tokenId,
        'curl/8.9.1',
      ),
    )
    const { admin } = tenant
    const uri = `/users/${admin.oid}/authentication/temporaryAccessPassMethods`
    const posted = calls(at + 4 * minute, foreign, uri, 'POST', 201, tokenId, 'curl/8.9.1')
    const passed = pass(at + 4 * minute + 700, desk, admin)
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:135.0) Gecko/20100101 Firefox/135.0'
    const signedIn = [
      userSignIn(log, at + 9 * minute, {
        person: admin,
        client: firstParty.mySignIns,
        resource: tenant.graph,
        ip: foreign,
        agent,
      }),
      userSignIn(log, at + 19 * minute, {
        person: admin,
        client: firstParty.azurePortal,
        resource: tenant.graph,
        ip: foreign,
        agent,
      }),
    ]
    const registered = audit(log, at + 14 * minute, {
      activity: 'User registered security info',
      category: 'UserManagement',
      by: admin,
      ip: foreign,
      type: 'Create',
      service: 'Authentication Methods',
      reason: 'User registered Authenticator App with Notification and Code',
      targets: [account(admin)],
      details: { 'User-Agent': agent },
    })
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: [],
      required: [
        {
          act: 'the onboarding application works from a network that it never used',
          ids: [entered, ...looked],
          minimum: 'medium',
        },
        {
          act: 'an application makes a Temporary Access Pass for a global administrator',
          ids: [posted, passed],
          minimum: 'medium',
        },
        {
          act: 'the administrator signs in from that network and registers a new method',
          ids: [...signedIn, registered],
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...usual.slice(0, 5)],
    }
  },
})
