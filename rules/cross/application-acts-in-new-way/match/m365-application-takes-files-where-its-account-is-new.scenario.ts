import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application reads the mail of a service account for weeks; the account signs in elsewhere, and the application downloads a file there two days later',
  steps: [
    { sample: 'm365/sign-in', at: ['PT1M', 'P8D'] },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT2M', repeat: { every: 'P1D', times: 18 } },
    { sample: 'm365/sign-in', at: 'P18D', replace: { '198.51.100.23': '192.0.2.33' } },
    { sample: 'm365/file-downloaded-by-app', at: 'P20D', replace: { '203.0.113.77': '192.0.2.33' } },
  ],
})
