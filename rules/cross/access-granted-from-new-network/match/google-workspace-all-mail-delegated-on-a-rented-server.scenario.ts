import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator delegates all mail and files to a new client from a rented server, without a sign-in there',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', personas: { 'lena.ostrow': 'joost.hale' } },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'P20D',
      replace: { '"ipAddress": "198.51.100.12"': '"ipAddress": "203.0.113.176", "networkInfo": { "ipAsn": [20473] }' },
    },
  ],
})
