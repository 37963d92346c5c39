// Google's Reports API: the activities of each application.
// https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list
import { dayMs } from '../../../mappings/kernel/durations.ts'
import { googleList, googlePages } from '../answers.ts'
import { type LogSource, NotAvailable, type Window } from '../log-source.ts'
import { recordTexts } from '../record-texts.ts'
import { type VendorClient, VendorRefusal } from '../vendor-client.ts'

/** Sorted by value for the rules: an interrupted run has the most valuable applications. */
export const reportApplications = [
  ...['token', 'access_evaluation', 'admin', 'login', 'user_accounts', 'saml', 'context_aware_access', 'drive'],
  ...['takeout', 'rules', 'gcp', 'groups_enterprise', 'gemini_in_workspace_apps', 'vault', 'chrome', 'mobile', 'chat'],
  ...['groups', 'calendar', 'meet', 'keep', 'data_studio', 'access_transparency'],
] as const
export type ReportApplication = (typeof reportApplications)[number]

/**
 * Every edition has these logs, so a refusal is a missing privilege.
 * https://docs.cloud.google.com/logging/docs/audit/gsuite-audit-logging
 */
const inEveryEdition: ReadonlySet<ReportApplication> = new Set(['token', 'admin', 'login', 'user_accounts', 'saml'])

const retentionMs = 180 * dayMs
/** These arrive up to three days late; the others within a day. */
const slow: ReadonlySet<string> = new Set(['saml', 'login'])
const pageSize = 1000

export const activities = googleList('items')

export function reportPage(
  base: string,
  application: string,
  { from, to }: Window,
  customer: string,
  top = pageSize,
): string {
  const query = new URLSearchParams({
    startTime: new Date(from).toISOString(),
    endTime: new Date(to).toISOString(),
    maxResults: String(top),
    ...(customer !== 'my_customer' && { customerId: customer }),
  })
  return `${base}/admin/reports/v1/activity/users/all/applications/${application}?${query}`
}

/** The Reports API of one customer, whose edition decides which applications answer. */
export interface ReportsApi {
  readonly client: VendorClient
  readonly customer: string
  /** True once an application has answered: a refusal of another application then concerns only that application. */
  answers: boolean
}

export function reportSource(api: ReportsApi, application: ReportApplication): LogSource {
  return {
    id: `google-${application.replaceAll('_', '-')}`,
    vendor: 'google',
    retentionMs,
    refusesOlder: true,
    windowMs: dayMs,
    overlapMs: slow.has(application) ? 3 * dayMs : dayMs,
    clock: api.client,
    collect: async (window, out) => {
      try {
        // Pages come newest first, so a window is complete with its last page only. A token is valid for its window alone.
        const first = reportPage(api.client.base, application, window, api.customer)
        for await (const { text } of googlePages(api.client, activities, first)) await out.write(recordTexts(text))
        api.answers = true
      } catch (error) {
        if (!inEveryEdition.has(application) && isOfApplication(error) && (await answersOthers(api, window)))
          throw new NotAvailable(
            `Google denied access to this log: the edition does not have it, or the administrator lacks the privilege to read it: ${error.reason}`,
            error,
          )
        throw error
      }
    },
  }
}

/** Checks whether the API answers at all, with an application that every edition includes. */
async function answersOthers(api: ReportsApi, window: Window): Promise<boolean> {
  if (!api.answers) {
    const url = reportPage(api.client.base, reportApplications[0], window, api.customer, 1)
    await api.client.json({ url, read: activities })
    api.answers = true
  }
  return true
}

/** The codes of a refusal that names no other cause, such as a disabled API or a missing scope. */
const withoutCause: ReadonlySet<string> = new Set(['forbidden', 'status 403'])

/** Returns true if a refusal concerns only the application. A refused time range is a fault, perhaps of the clock. */
function isOfApplication(error: unknown): error is VendorRefusal {
  if (!(error instanceof VendorRefusal)) return false
  const { code, vendorCode, reason } = error
  return (
    (code === 'vendor_permission' && withoutCause.has(vendorCode)) ||
    (code === 'vendor_refused' && !/time|date|token/i.test(reason))
  )
}
