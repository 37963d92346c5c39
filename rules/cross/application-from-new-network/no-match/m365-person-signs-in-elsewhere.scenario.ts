import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person signs in to a tool from a network that is new to the tool',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    { sample: 'entra/signin-user-app', at: 'P20DT1H', replace: { '198.51.100.23': '2001:db8:77::9' } },
  ],
})
