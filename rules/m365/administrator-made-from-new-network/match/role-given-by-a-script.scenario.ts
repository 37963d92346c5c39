import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Python script makes a person an administrator',
  start: '2026-04-02T08:00:00Z',
  steps: [
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT1M',
      replace: {
        '"type": "ServicePrincipal"': '"type": "User"',
        '"userPrincipalName": null': '"userPrincipalName": "jonas.reimer@northpier.example"',
        '"userAgent": null': '"userAgent": "python-httpx/0.28.1"',
      },
    },
  ],
})
