import { scenario } from '../../../lib/scenario.ts'
import applicationSignsInElsewhere from '../match/m365-application-signs-in-elsewhere.scenario.ts'

export default scenario({
  ...applicationSignsInElsewhere,
  title: 'An application with one usual network fails to sign in from another network',
  steps: applicationSignsInElsewhere.steps.with(-1, {
    sample: 'entra/signin-app-certificate',
    at: 'P20DT1H',
    replace: {
      '198.51.100.90': '2001:db8:77::9',
      '"errorCode": 0': '"errorCode": 7000222',
      '"resultType": "0"': '"resultType": "7000222"',
    },
  }),
})
