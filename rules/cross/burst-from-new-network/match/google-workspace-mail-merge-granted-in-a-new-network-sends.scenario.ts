import { applicationSendsMail } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

const away = { '198.51.100.71': '192.0.2.77' }

export default scenario({
  title: 'A new application receives its grant on the first day of the account in a network, and sends eight messages',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M' },
    { sample: 'google-workspace/login-success', at: 'P8D' },
    { sample: 'google-workspace/login-success', at: 'P20D', replace: away },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT10M', replace: away },
    { ...applicationSendsMail, at: 'P20DT15M', repeat: { every: 'PT20S', times: 8 } },
  ],
})
