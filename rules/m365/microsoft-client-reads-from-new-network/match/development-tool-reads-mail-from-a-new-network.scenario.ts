import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A development tool reads mail in the network where the code of a user was redeemed',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P16DT9M',
      personas: { 'Invoice Sync Helper': 'Visual Studio Code' },
      replace: { '203.0.113.77': '192.0.2.33' },
    },
  ],
})
