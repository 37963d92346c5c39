import { scenario } from '../../../lib/scenario.ts'
import portOfDevelopers from '../match/redirect-to-port-of-developers.scenario.ts'

const tested = { 'https://payroll-login.ngrok-free.app/cb': 'https://test.payroll.northpier.example/cb' }

export default scenario({
  ...portOfDevelopers,
  title: 'An account that changed redirect addresses before adds a port of developers to an application',
  steps: [{ sample: 'm365/application-redirect-added', at: 'P3D', replace: tested }, ...portOfDevelopers.steps],
})
