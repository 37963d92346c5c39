import { scenario } from '../../lib/scenario.ts'
import applicationInstalledFromANewNetwork from './application-installed-from-a-new-network.scenario.ts'

export default scenario({
  ...applicationInstalledFromANewNetwork,
  title: 'An administrator in the usual network installs an application for all users, and the application reads mail',
  steps: applicationInstalledFromANewNetwork.steps
    .with(1, { sample: 'google-workspace/login-success', at: 'P20D', personas: { 'lena.ostrow': 'joost.hale' } })
    .with(2, { sample: 'google-workspace/admin-app-installed', at: 'P20DT10M' }),
})
