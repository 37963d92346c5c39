import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account signs in from a new network, and activates a role for the first time',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'], personas: { 'mara.voss': 'jonas.reimer' } },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16D',
      personas: { 'mara.voss': 'jonas.reimer' },
      replace: { '"isInteractive": false': '"isInteractive": true' },
    },
    { sample: 'entra/audit-role-activated-in-pim', at: 'P16DT1H' },
  ],
})
