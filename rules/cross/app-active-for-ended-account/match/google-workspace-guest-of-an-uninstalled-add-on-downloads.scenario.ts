import { scenario } from '../../../lib/scenario.ts'
import { byApplication } from '../../application-acts-in-new-way/match/google-workspace-known-application-shares-outside.scenario.ts'

const byAddOn = Object.fromEntries(
  Object.entries(byApplication).map(([text, by]) => [text, by.replace('417730926581', '684401173925')]),
)
const onPageOfDrive =
  '"name": "originating_app_id",\n          "value": "691301496089"\n        },\n        {\n          "name": "doc_id",'

export default scenario({
  title: 'An add-on shares a file with a guest, who downloads it on the page of Drive after the add-on was uninstalled',
  steps: [
    { sample: 'google-workspace/drive-anonymous-view', at: 'PT1M' },
    { sample: 'google-workspace/admin-app-installed', at: 'P19D' },
    { sample: 'google-workspace/drive-shared-outside', at: 'P20D', replace: byAddOn },
    { sample: 'google-workspace/admin-app-uninstalled', at: 'P21D' },
    {
      sample: 'google-workspace/drive-anonymous-view',
      at: 'P23D',
      replace: {
        '"email": ""': '"email": "buyer@partner.example"',
        '"name": "view"': '"name": "download"',
        '"name": "doc_id",': onPageOfDrive,
      },
      repeat: { every: 'PT1H', times: 2 },
    },
  ],
})
