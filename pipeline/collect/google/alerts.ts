// Google's Alert Center: warnings from Google itself.
// https://developers.google.com/workspace/admin/alertcenter/reference/rest/v1beta1/alerts/list
import { dayMs } from '../../../mappings/kernel/durations.ts'
import { googleList, googlePages } from '../answers.ts'
import { type LogSource, NotAvailable, toSecond, type Window } from '../log-source.ts'
import { recordTexts } from '../record-texts.ts'
import { type VendorClient, VendorRefusal } from '../vendor-client.ts'
import { lacksScope } from './tokens.ts'

/** Alerts can change after their creation, so a run reads the alerts of the previous week again. */
const overlapMs = 7 * dayMs
const pageSize = 1000

export function alertPage(base: string, { from, to }: Window, customer: string, top = pageSize): string {
  const query = new URLSearchParams({
    filter: `createTime >= "${toSecond(from)}" AND createTime < "${toSecond(to)}"`,
    orderBy: 'create_time asc',
    pageSize: String(top),
    // This API expects the customer ID without the leading letter.
    ...(customer !== 'my_customer' && { customerId: customer.replace(/^C/, '') }),
  })
  return `${base}/v1beta1/alerts?${query}`
}

export function alertSource(client: VendorClient, customer: string): LogSource {
  return {
    id: 'google-alert-center',
    vendor: 'google',
    // Google does not document for how long it keeps alerts.
    retentionMs: Number.POSITIVE_INFINITY,
    refusesOlder: false,
    windowMs: 30 * dayMs,
    overlapMs,
    clock: client,
    collect: async (window, out) => {
      try {
        const first = alertPage(client.base, window, customer)
        for await (const { text } of googlePages(client, googleList('alerts'), first))
          await out.write(recordTexts(text))
      } catch (error) {
        // Older delegations do not have the scope for alerts. The collection continues without alerts.
        if (error instanceof VendorRefusal && lacksScope(error))
          throw new NotAvailable(
            `requires another scope; run \`consentry collect --check\` to show the scope: ${error.message}`,
            error,
          )
        throw error
      }
    },
  }
}
