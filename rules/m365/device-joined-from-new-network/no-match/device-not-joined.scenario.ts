import { scenario } from '../../../lib/scenario.ts'

const fails = { '"errorCode": 0': '"errorCode": 53003', '"resultType": "0"': '"resultType": "53003"' }

export default scenario({
  title: 'A device registration follows a refused token, another one fails, and a third event only adds a device user',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-device-registration', at: 'P16D', replace: fails },
    { sample: 'entra/audit-device-owner-added', at: 'P16DT6M' },
    { sample: 'entra/signin-device-registration', at: 'P17D' },
    {
      sample: 'entra/audit-device-owner-added',
      at: 'P17DT6M',
      replace: { '"result": "success"': '"result": "failure"' },
    },
    {
      sample: 'entra/audit-device-owner-added',
      at: 'P17DT7M',
      replace: { 'Add registered owner to device': 'Add registered users to device' },
    },
  ],
})
