import { scenario } from '../../../lib/scenario.ts'
import opened from './mailbox-opened-from-a-new-network.scenario.ts'

export default scenario({
  ...opened,
  title: 'An administrator opens a mailbox from a new network, and the record does not name the client',
  steps: opened.steps.with(-1, {
    sample: 'm365/mailbox-permission-added',
    at: 'P16DT1H',
    personas: { 'tomas.lindqvist': 'mara.voss' },
    replace: { '[2001:db8:51::40]:52720': '203.0.113.90' },
  }),
})
