import { scenario } from '../../../lib/scenario.ts'

const elsewhere = { '198.51.100.71': '203.0.113.121', '64496': '64511' }
const onDevice = { '"WEB"': '"NATIVE_DESKTOP"' }

export default scenario({
  title: 'Three days after a reset, an account grants all mail to the same program again from a new network',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P4D', times: 3 } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P9D', replace: onDevice },
    { sample: 'google-workspace/admin-password-changed', at: 'P12D' },
    { sample: 'google-workspace/login-success', at: 'P15D', replace: { '198.51.100.71': '203.0.113.121' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P15DT5M', replace: { ...elsewhere, ...onDevice } },
  ],
})
