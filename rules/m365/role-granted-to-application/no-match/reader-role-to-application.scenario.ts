import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application receives a role that can only read',
  steps: [
    {
      sample: 'm365/role-granted-to-service-principal',
      at: 'PT1M',
      replace: {
        '62e90394-69f5-4237-9190-012177145e10': '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
        'Global Administrator': 'Directory Readers',
        TenantAdmins: 'DirectoryReaders',
      },
    },
  ],
})
