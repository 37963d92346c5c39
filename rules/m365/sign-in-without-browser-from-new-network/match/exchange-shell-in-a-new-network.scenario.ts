import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator starts Exchange Online PowerShell within a day of the first sign-in from a network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { '198.51.100.23': '192.0.2.33' } },
    {
      sample: 'entra/signin-user-app',
      at: 'P16DT20H',
      replace: {
        '198.51.100.23': '192.0.2.33',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'fb78d390-0c51-40cd-8e17-fdbfab77341b',
      },
    },
  ],
})
