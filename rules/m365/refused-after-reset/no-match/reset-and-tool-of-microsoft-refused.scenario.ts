import { scenario } from '../../../lib/scenario.ts'
import resetAndRefusedForDays from './reset-and-refused-for-days.scenario.ts'

export default scenario({
  ...resetAndRefusedForDays,
  title: 'After a password reset, a Microsoft tool tries its old tokens repeatedly',
  steps: resetAndRefusedForDays.steps.with(-1, {
    sample: 'entra/signin-user-app',
    at: 'P6D',
    repeat: { every: 'PT2M', times: 12 },
    personas: { 'Invoice Sync Helper': 'Graph Explorer' },
    replace: {
      '"errorCode": 0': '"errorCode": 50173',
      '"resultType": "0"': '"resultType": "50173"',
      'd3b07384-d9a0-4c3e-8f52-61a2b7c4e590': 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
    },
  }),
})
