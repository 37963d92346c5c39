import { scenario } from '../../../lib/scenario.ts'
import sameServer from '../match/google-workspace-client-of-the-server-that-changed-files-reads-mail.scenario.ts'

export default scenario({
  ...sameServer,
  title:
    'A new application reads mail from an address next to the one from which a product of another vendor changed a file',
  steps: sameServer.steps.with(-1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P28DT1H',
    replace: { '"203.0.113.140"': '"192.0.2.119", "networkInfo": { "ipAsn": [64566], "regionCode": "BG" }' },
    repeat: { every: 'PT20S', times: 8 },
  }),
})
