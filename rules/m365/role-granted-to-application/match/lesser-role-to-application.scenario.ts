import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application receives the role Application Developer',
  steps: [
    {
      sample: 'm365/role-granted-to-service-principal',
      at: 'PT1M',
      replace: {
        '62e90394-69f5-4237-9190-012177145e10': 'cf1c38e5-3621-4004-a7cb-879624dced7c',
        'Global Administrator': 'Application Developer',
        TenantAdmins: 'ApplicationDevelopers',
      },
    },
  ],
})
