import { scenario } from '../../../lib/scenario.ts'
import deviceJoinedWithADeviceCode from './device-joined-with-a-device-code.scenario.ts'

export default scenario({
  ...deviceJoinedWithADeviceCode,
  title: 'A Device Registration Service token is issued in a new network, and a device is registered minutes later',
  steps: deviceJoinedWithADeviceCode.steps.with(2, { sample: 'entra/signin-device-registration', at: 'P16D' }),
})
