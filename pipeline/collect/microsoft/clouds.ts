// The addresses of Microsoft's clouds.
// Graph and tokens: https://learn.microsoft.com/graph/deployments
// Management Activity API: https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-reference
import { table } from '../../../mappings/kernel/table.ts'

export interface Cloud {
  readonly login: string
  readonly graph: string
  /** Absent if no address is documented: the cloud has no Management Activity API, or the user must set its address. */
  readonly management?: string
}

const global: Cloud = {
  login: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  management: 'https://manage.office.com',
}

export const clouds: Readonly<Record<string, Cloud>> = table({
  global,
  gcc: { ...global, management: 'https://manage-gcc.office.com' },
  'gcc-high': {
    login: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    management: 'https://manage.office365.us',
  },
  dod: {
    login: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    management: 'https://manage.protection.apps.mil',
  },
  china: { login: 'https://login.chinacloudapi.cn', graph: 'https://microsoftgraph.chinacloudapi.cn' },
})
