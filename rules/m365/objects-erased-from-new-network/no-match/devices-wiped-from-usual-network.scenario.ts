import { scenario } from '../../../lib/scenario.ts'
import devicesWipedFromElsewhere from '../match/devices-wiped-from-elsewhere.scenario.ts'

export default scenario({
  ...devicesWipedFromElsewhere,
  title: 'An application wipes five devices from its usual network',
  steps: devicesWipedFromElsewhere.steps.with(-1, {
    sample: 'entra/graph-app-reads-mailbox',
    at: 'P17D',
    replace: {
      '"requestMethod": "GET"': '"requestMethod": "POST"',
      'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
        'deviceManagement/managedDevices/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/wipe',
    },
    repeat: { every: 'PT1M', times: 5 },
  }),
})
