import { scenario } from '../../../lib/scenario.ts'
import devicesWipedFromElsewhere from '../match/devices-wiped-from-elsewhere.scenario.ts'

export default scenario({
  ...devicesWipedFromElsewhere,
  title:
    'An application assigns a script to devices from its usual network, and reads the scripts from another network',
  steps: devicesWipedFromElsewhere.steps.with(-1, {
    sample: 'entra/graph-app-reads-mailbox',
    at: 'P17D',
    repeat: {
      every: 'PT1H',
      times: 2,
      replace: {
        '203.0.113.77': ['203.0.113.77', '192.0.2.201'],
        '"requestMethod": "GET"': ['"requestMethod": "POST"', '"requestMethod": "GET"'],
        'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=': [
          'deviceManagement/deviceManagementScripts/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/assign',
          'deviceManagement/deviceManagementScripts',
        ],
      },
    },
  }),
})
