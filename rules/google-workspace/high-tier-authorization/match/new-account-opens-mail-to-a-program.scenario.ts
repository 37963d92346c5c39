import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is made, and minutes later it grants all mail to a program that the domain did not know',
  steps: [
    { sample: 'google-workspace/admin-password-changed', at: 'PT1M', replace: { CHANGE_PASSWORD: 'CREATE_USER' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT30M', replace: { '"WEB"': '"NATIVE_DESKTOP"' } },
  ],
})
