import { scenario } from '../../../lib/scenario.ts'
import taken from '../match/m365-application-takes-files-where-its-account-is-new.scenario.ts'

export default scenario({
  ...taken,
  title:
    'An application reads the mail of a service account for weeks; the account signs in elsewhere, and the application downloads a file there ten days later',
  steps: taken.steps.with(-1, { ...taken.steps.at(-1), at: 'P28D' } as (typeof taken.steps)[number]),
})
