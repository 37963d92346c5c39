import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Six accounts lose their roles, each by another operation, before they consent to a mail application',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'entra/audit-role-activated-in-pim', at: 'PT1H' },
    { sample: 'entra/audit-role-activation-expired', at: 'P1DT1H' },
    {
      sample: 'entra/audit-role-granted-in-pim-permanent',
      at: 'PT2H',
      replace: { 'jonas.reimer': 'ole.brandt', '2f8d4b17': '2f8d4b18' },
    },
    {
      sample: 'entra/audit-role-removed-in-pim-permanent',
      at: 'P1DT2H',
      replace: { 'jonas.reimer': 'ole.brandt', '2f8d4b17': '2f8d4b18' },
    },
    {
      sample: 'entra/audit-role-granted-in-pim-timebound',
      at: 'PT3H',
      replace: { 'jonas.reimer': 'petr.novak', '2f8d4b17': '2f8d4b19' },
    },
    {
      sample: 'entra/audit-role-removed-in-pim-permanent',
      at: 'P1DT3H',
      replace: { 'jonas.reimer': 'petr.novak', '2f8d4b17': '2f8d4b19', '(permanent)': '(timebound)' },
    },
    {
      sample: 'entra/audit-eligible-role-granted-in-pim-timebound',
      at: 'PT4H',
      replace: { 'jonas.reimer': 'aino.lehto', '2f8d4b17': '2f8d4b1a', '(timebound)': '(permanent)' },
    },
    {
      sample: 'entra/audit-role-removed-in-pim-permanent',
      at: 'P1DT4H',
      replace: { 'jonas.reimer': 'aino.lehto', '2f8d4b17': '2f8d4b1a', 'Remove member': 'Remove eligible member' },
    },
    {
      sample: 'entra/audit-eligible-role-granted-in-pim-timebound',
      at: 'PT5H',
      replace: { 'jonas.reimer': 'priya.nand', '2f8d4b17': '2f8d4b1b' },
    },
    {
      sample: 'entra/audit-role-removed-in-pim-permanent',
      at: 'P1DT5H',
      replace: {
        'jonas.reimer': 'priya.nand',
        '2f8d4b17': '2f8d4b1b',
        'Remove member from role in PIM completed (permanent)':
          'Remove eligible member from role in PIM completed (timebound)',
      },
    },
    {
      sample: 'm365/role-granted-in-administrative-unit',
      at: 'PT6H',
      replace: { 'jonas.reimer': 'tomas.feld', '2f8d4b17': '2f8d4b1c' },
    },
    {
      sample: 'm365/role-removed-in-administrative-unit',
      at: 'P1DT6H',
      replace: { 'jonas.reimer': 'tomas.feld', '2f8d4b17': '2f8d4b1c' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3DT0H',
      repeat: {
        every: 'PT1H',
        times: 6,
        replace: {
          'mara.voss': ['jonas.reimer', 'ole.brandt', 'petr.novak', 'aino.lehto', 'priya.nand', 'tomas.feld'],
          '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': [
            '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
            '2f8d4b18-6c3e-4a95-b1d0-7e5f9a8c4d26',
            '2f8d4b19-6c3e-4a95-b1d0-7e5f9a8c4d26',
            '2f8d4b1a-6c3e-4a95-b1d0-7e5f9a8c4d26',
            '2f8d4b1b-6c3e-4a95-b1d0-7e5f9a8c4d26',
            '2f8d4b1c-6c3e-4a95-b1d0-7e5f9a8c4d26',
          ],
        },
      },
    },
  ],
})
