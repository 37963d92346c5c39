// Records of the Alert Center.
import type { RawRecord } from './campaign.ts'
import { type Org, type Person, text } from './google-layouts.ts'

/** Google tells that the export of the whole organization was started. */
export const takeoutAlert = (org: Org, at: number, who: Person): RawRecord => {
  const customerId = org.customerId.slice(1)
  const alertId = org.random.uuid()
  const createTime = new Date(at + 90_000).toISOString()
  const etag = `${text(org.random, 10)}=`
  return {
    customerId,
    alertId,
    createTime,
    startTime: new Date(at).toISOString(),
    endTime: new Date(at).toISOString(),
    type: 'Customer takeout initiated',
    source: 'Domain wide takeout',
    data: {
      '@type': 'type.googleapis.com/google.apps.alertcenter.type.DomainWideTakeoutInitiated',
      email: who.email,
      takeoutRequestId: org.random.uuid(),
    },
    securityInvestigationToolLink: `admin.google.com/ac/ac/alert?id=${alertId}`,
    metadata: { customerId, alertId, status: 'NOT_STARTED', severity: 'HIGH', updateTime: createTime, etag },
    updateTime: createTime,
    etag,
  }
}
