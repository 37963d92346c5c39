import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The grant of a permission to change the calendars of all users fails',
  steps: [
    {
      sample: 'm365/app-role-grant-mail',
      at: 'PT1M',
      replace: {
        'e2a3a72e-5f79-4c64-b1b1-878b674786c9': 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
        '"Mail.ReadWrite"': '"Calendars.ReadWrite"',
        'Read and write mail in all mailboxes': 'Read and write calendars in all mailboxes',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
  ],
})
