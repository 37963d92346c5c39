import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The token of an agent contains permissions that the account did not grant',
  steps: [
    { sample: 'entra/graph-command-line-lists-users', at: 'PT0M' },
    { sample: 'entra/signin-agent', at: 'P21D' },
    {
      sample: 'entra/audit-delegated-grant-added',
      at: 'P21DT1H',
      replace: { '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'e19a4d70-5c8b-4263-9f0e-8b7d2a6c4f35' },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P21DT2H',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'b75d1c38-0e6a-4f92-a7d4-3c8b5f16e902',
        'Mail.ReadWrite Mail.Send': 'Mail.ReadWrite Files.ReadWrite.All',
      },
    },
  ],
})
