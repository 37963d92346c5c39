import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three accounts get a timebound role or an eligible role, and each consents to a mail application',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'entra/audit-role-granted-in-pim-timebound', at: 'PT1H' },
    {
      sample: 'entra/audit-eligible-role-granted-in-pim-timebound',
      at: 'PT2H',
      replace: { 'jonas.reimer': 'ole.brandt', '2f8d4b17': '2f8d4b18' },
    },
    {
      sample: 'entra/audit-eligible-role-granted-in-pim-timebound',
      at: 'PT3H',
      replace: { 'jonas.reimer': 'petr.novak', '2f8d4b17': '2f8d4b19', '(timebound)': '(permanent)' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3DT0H',
      replace: {
        'mara.voss': 'jonas.reimer',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3DT1H',
      replace: {
        'mara.voss': 'ole.brandt',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b18-6c3e-4a95-b1d0-7e5f9a8c4d26',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3DT2H',
      replace: {
        'mara.voss': 'petr.novak',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b19-6c3e-4a95-b1d0-7e5f9a8c4d26',
      },
    },
  ],
})
