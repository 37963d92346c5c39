import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After weeks, an account registers its first application, with the default address of rclone',
  start: '2026-02-02T08:00:00Z',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M', personas: { 'mara.voss': 'ines.carver' } },
    { sample: 'm365/application-added', at: 'P20D' },
  ],
})
