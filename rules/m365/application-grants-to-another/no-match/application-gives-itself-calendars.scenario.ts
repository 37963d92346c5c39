import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application grants itself permission to change the calendars of all users',
  steps: [
    {
      sample: 'm365/app-role-grant-by-itself',
      at: 'PT1M',
      replace: {
        '741f803b-c850-494e-b5df-cde7c675a1ca': 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
        '"User.ReadWrite.All"': '"Calendars.ReadWrite"',
        "Read and write all users' full profiles": 'Read and write calendars in all mailboxes',
      },
    },
  ],
})
