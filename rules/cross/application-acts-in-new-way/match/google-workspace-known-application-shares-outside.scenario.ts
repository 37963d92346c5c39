import { scenario } from '../../../lib/scenario.ts'

export const byApplication = {
  '198.51.100.23': '203.0.113.140',
  '"name": "target_user",':
    '"name": "originating_app_id",\n          "value": "417730926581"\n        },\n        {\n          "name": "target_user",',
}

export default scenario({
  title: 'An application that downloaded files for weeks shares a file with a stranger',
  steps: [
    { sample: 'google-workspace/drive-download-by-app', at: 'P0D', repeat: { every: 'P2D', times: 10 } },
    { sample: 'google-workspace/drive-shared-outside', at: 'P21D', replace: byApplication },
  ],
})
