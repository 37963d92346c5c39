import { scenario } from '../../../lib/scenario.ts'
import { revokedTokenRefused } from '../../scenarios/steps.ts'

export default scenario({
  title: 'After the password resets of three people, an application tries the old tokens of each person four times',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/password-reset', at: 'P5DT0M' },
    { ...revokedTokenRefused, at: 'P6DT0M', repeat: { every: 'PT2M', times: 4 } },
    { sample: 'm365/sign-in', at: 'PT6M', personas: { 'mara.voss': 'ole.brandt' } },
    { sample: 'm365/password-reset', at: 'P5DT1M', personas: { 'mara.voss': 'ole.brandt' } },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT1M',
      repeat: { every: 'PT2M', times: 4 },
      personas: { 'mara.voss': 'ole.brandt' },
      replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
    },
    { sample: 'm365/sign-in', at: 'PT7M', personas: { 'mara.voss': 'ines.moreau' } },
    { sample: 'm365/password-reset', at: 'P5DT2M', personas: { 'mara.voss': 'ines.moreau' } },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT2M',
      repeat: { every: 'PT2M', times: 4 },
      personas: { 'mara.voss': 'ines.moreau' },
      replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
    },
  ],
})
