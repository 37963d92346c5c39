import { scenario } from '../../../lib/scenario.ts'
import firstRegistration from '../match/first-registration-with-port-of-a-tool.scenario.ts'

export default scenario({
  ...firstRegistration,
  title: 'An account that registered an application before registers one with the default address of rclone',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'P3D',
      replace: { 'http://localhost:53682/': 'http://localhost:5173/' },
    },
    ...firstRegistration.steps,
  ],
})
