import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application gives a script to devices each week',
  steps: [
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'PT0S',
      repeat: { every: 'P7D', times: 5 },
      replace: {
        GET: 'POST',
        'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=':
          'deviceManagement/deviceManagementScripts',
      },
    },
  ],
})
