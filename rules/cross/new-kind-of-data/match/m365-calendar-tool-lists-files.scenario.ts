import { scenario } from '../../../lib/scenario.ts'
import { connectorReadsMail } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'A tool that worked with calendars for three months downloads a file',
  steps: [
    { ...connectorReadsMail, at: 'P10D' },
    { sample: 'm365/service-principal-added', at: 'PT14M' },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1H',
      repeat: { every: 'P10D', times: 9 },
      replace: { '/v1.0/me/messages?$top=1000': '/v1.0/me/events?$top=1000' },
    },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P95D',
      replace: { '"FileDownloaded"': '"FileDownloadedFromBrowser"' },
    },
  ],
})
