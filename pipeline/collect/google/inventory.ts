// The accounts of a Google customer, and the applications that each of them granted access.
// https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/list
// https://developers.google.com/workspace/admin/directory/reference/rest/v1/tokens/list
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { inParallel } from '../../clients/in-parallel.ts'
import { googleList, googlePages, objectsIn } from '../answers.ts'
import { type LogSource, presentState, toSecond } from '../log-source.ts'
import { isGone, type VendorClient } from '../vendor-client.ts'

const askedAtOnce = 8
const pageSize = 500

export const userList = objectsIn(googleList('users'), 'id')
export const tokenList = objectsIn(googleList('items'))

export const usersPage = (base: string, customer: string, top = pageSize): string =>
  `${base}/admin/directory/v1/users?${new URLSearchParams({ customer, maxResults: String(top) })}`

export const tokensOf = (base: string, user: string): string =>
  `${base}/admin/directory/v1/users/${encodeURIComponent(user)}/tokens`

/** `users` and `tokens` use the same address, but each needs a different scope. */
export function googleInventory(users: VendorClient, tokens: VendorClient, customer: string): LogSource {
  return {
    id: 'google-inventory',
    vendor: 'google',
    ...presentState,
    collect: async ({ to }, out) => {
      const snapshotTime = toSecond(to)
      for await (const { value: listed } of googlePages(users, userList, usersPage(users.base, customer))) {
        if (listed.length > 0)
          await out.write([JSON.stringify({ kind: 'admin#directory#users', snapshotTime, users: listed })])
        await inParallel(listed, askedAtOnce, async ({ id, customerId }) => {
          const items = await tokensOfUser(tokens, String(id))
          if (items.length === 0) return
          const of = typeof customerId === 'string' ? { customerId } : {}
          await out.write([JSON.stringify({ kind: 'admin#directory#tokenList', snapshotTime, ...of, items })])
        })
      }
    },
  }
}

async function tokensOfUser(client: VendorClient, id: string): Promise<readonly JsonObject[]> {
  try {
    return (await client.json({ url: tokensOf(client.base, id), read: tokenList })).value
  } catch (error) {
    if (isGone(error)) return []
    throw error
  }
}
