import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account without a sign-in in the log for weeks signs in, and makes a person an eligible administrator',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/audit-credential-secret-added', at: 'PT1M', personas: { 'tomas.lindqvist': 'mara.voss' } },
    { sample: 'entra/signin-user-app', at: 'PT2M', personas: { 'mara.voss': 'jonas.reimer' } },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P40D',
      replace: { '"isInteractive": false': '"isInteractive": true' },
    },
    {
      sample: 'entra/audit-eligible-role-granted-in-pim-timebound',
      at: 'P40DT10M',
      personas: { 'tomas.lindqvist': 'mara.voss' },
    },
  ],
})
