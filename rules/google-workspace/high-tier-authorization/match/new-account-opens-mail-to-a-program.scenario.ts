import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is made, and minutes later it grants all mail to a program that the domain did not know',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/admin-password-changed', at: 'PT1M', replace: { CHANGE_PASSWORD: 'CREATE_USER' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT30M', replace: { '"WEB"': '"NATIVE_DESKTOP"' } },
  ],
})
