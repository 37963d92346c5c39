import { scenario } from '../../../lib/scenario.ts'
import devicesWipedFromElsewhere from './devices-wiped-from-elsewhere.scenario.ts'

export default scenario({
  ...devicesWipedFromElsewhere,
  title: 'An application gives a script to a group of devices from a network that it has never used',
  steps: devicesWipedFromElsewhere.steps.with(-1, {
    sample: 'entra/graph-app-reads-mailbox',
    at: 'P17D',
    replace: {
      '203.0.113.77': '192.0.2.201',
      '"requestMethod": "GET"': '"requestMethod": "POST"',
      'v1.0/users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
        'beta/deviceManagement/deviceManagementScripts/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/assign',
    },
  }),
})
