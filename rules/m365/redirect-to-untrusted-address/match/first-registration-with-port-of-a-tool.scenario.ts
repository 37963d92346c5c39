import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After weeks, an account registers its first application, with the default address of rclone',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT1M', personas: { 'mara.voss': 'ines.carver' } },
    { sample: 'm365/application-added', at: 'P20D' },
  ],
})
