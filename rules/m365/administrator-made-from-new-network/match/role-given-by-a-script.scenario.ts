import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Python script makes a person an administrator',
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
