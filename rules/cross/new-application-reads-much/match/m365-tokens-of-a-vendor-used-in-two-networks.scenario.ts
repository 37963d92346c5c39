import { scenario } from '../../../lib/scenario.ts'

const stranger = { '203.0.113.77': '192.0.2.201' }

export default scenario({
  title: 'A stranger reads mail ten times with the tokens of a vendor, which works on in its network',
  steps: [
    { sample: 'm365/sign-in', at: 'PT1M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 21 } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P19DT18H', replace: stranger },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P20DT6H',
      replace: stranger,
      repeat: { every: 'PT1H', times: 10 },
    },
  ],
})
