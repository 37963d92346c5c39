import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator adds owners to two applications on two days, with one alert in total',
  steps: [
    { sample: 'entra/audit-owner-added', at: 'PT1M' },
    {
      sample: 'entra/audit-owner-added',
      at: 'P1D',
      replace: {
        '092210c7': '092210c8',
        'Payroll Bridge': 'Billing Bridge',
        '7b3e9d15': '7b3e9d16',
        c5d7e9f1: 'c5d7e9f2',
      },
    },
  ],
})
