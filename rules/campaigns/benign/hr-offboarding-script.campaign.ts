import { benignWork } from '../campaign.ts'
import { account, audit } from '../microsoft-entra.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, type Person } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'The HR script closes the accounts of people who left, as on every Friday',
  sources: ['https://learn.microsoft.com/en-us/entra/identity/users/users-revoke-access'],
  resembles: 'An application without a user disables accounts, ends sessions and takes people out of groups.',
  accounts: 3,
  days: 1,
  allowed: 'low',
  build: (random) => {
    const { log, tenant, start, person } = scene(random, 'stonewell', {
      feeds: 'entra',
      from: '2026-01-26',
      days: 60,
      records: 280,
    })
    const { hrSync, graph } = tenant
    const close = (at: number, leavers: readonly number[]): readonly string[] => {
      const tokenId = token(log)
      const permissions = 'Group.ReadWrite.All User.EnableDisableAccount.All User.ReadWrite.All User.RevokeSessions.All'
      const call = {
        client: hrSync,
        ip: hrSync.ip,
        agent: hrSync.agent,
        tokenId,
        permissions,
        method: 'POST',
        status: 204,
      }
      return [
        appSignIn(log, at, { app: hrSync, resource: graph, tokenId }),
        ...leavers.flatMap((i, n) => {
          const moment = at + 5000 + n * 9000
          const left: Person = {
            ...person(i),
            upn: `leaver${random.integer(100, 999)}@${tenant.domain}`,
            oid: random.uuid(),
          }
          return [
            graphCall(log, moment, { ...call, method: 'PATCH', uri: `/users/${left.oid}` }),
            audit(log, moment + 200, {
              activity: 'Disable account',
              category: 'UserManagement',
              by: hrSync,
              targets: [
                account(
                  left,
                  [
                    { name: 'AccountEnabled', now: '[false]', before: '[true]' },
                    { name: 'Included Updated Properties', now: '"AccountEnabled"' },
                  ],
                  true,
                ),
              ],
            }),
            graphCall(log, moment + 1000, { ...call, uri: `/users/${left.oid}/revokeSignInSessions` }),
            audit(log, moment + 1200, {
              activity: 'Update StsRefreshTokenValidFrom Timestamp',
              category: 'UserManagement',
              by: hrSync,
              targets: [
                account(
                  left,
                  [
                    {
                      name: 'StsRefreshTokensValidFrom',
                      before: '["2026-01-02T08:00:00Z"]',
                      now: JSON.stringify([new Date(moment).toISOString()]),
                    },
                  ],
                  true,
                ),
              ],
            }),
            graphCall(log, moment + 2000, {
              ...call,
              method: 'DELETE',
              uri: `/groups/${random.uuid()}/members/${left.oid}/$ref`,
            }),
            audit(log, moment + 2200, {
              activity: 'Remove member from group',
              category: 'GroupManagement',
              by: hrSync,
              type: 'Unassign',
              targets: [
                account(left, [{ name: 'Group.DisplayName', now: '', before: 'All Staff' }]),
                { id: random.uuid(), displayName: 'All Staff', type: 'Group', changes: [] },
              ],
            }),
          ]
        }),
      ]
    }
    ;[56, 49, 42, 35, 28, 21, 14, 7].forEach((ago, i) => {
      close(start - ago * day + 16 * hour, [(i % 5) + 10])
    })
    const ids = close(start + 16 * hour, [5, 7, 9])
    return { records: log.records(), ids }
  },
})
