// Files of a personal OneDrive in Defender CloudAppEvents.
import type { RawRecord } from './campaign.ts'

const number = 15600

/** The rows whose site is named `personal-…` become rows of OneDrive for Business. */
export const personalFiles = (rows: readonly RawRecord[]): readonly RawRecord[] =>
  rows.map((row) => {
    const properties = (row.properties ?? {}) as RawRecord
    const raw = (properties.RawEventData ?? {}) as RawRecord
    const site = `${raw.SiteUrl ?? ''}`
    if (!site.includes('/sites/personal-')) return row
    const [host = ''] = site.replace('https://', '').split('.')
    const owner = `${raw.UserId ?? ''}`.replaceAll(/[@.]/gu, '_')
    const home = `https://${host}-my.sharepoint.com/personal/${owner}/`
    return {
      ...row,
      properties: {
        ...properties,
        Application: 'Microsoft OneDrive for Business',
        ApplicationId: number,
        ReportId: `${properties.ReportId ?? ''}`.replace(/_\d+$/u, `_${number}`),
        RawEventData: {
          ...raw,
          Workload: 'OneDrive',
          SiteUrl: home,
          SourceRelativeUrl: 'Documents',
          ObjectId: `${home}Documents/${raw.SourceFileName ?? ''}`,
        },
      },
    }
  })
