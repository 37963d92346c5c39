import { scenario } from '../../../lib/scenario.ts'
import programThatOthersUse from '../no-match/google-workspace-program-that-others-use.scenario.ts'

export default scenario({
  ...programThatOthersUse,
  title: 'A user in a new network grants all mail to a program to which a colleague granted the calendar',
  steps: programThatOthersUse.steps.with(1, {
    sample: 'google-workspace/token-authorize-mail',
    at: 'P10D',
    personas: { 'lena.ostrow': 'ole.brandt' },
    replace: {
      '"WEB"': '"NATIVE_DESKTOP"',
      'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.events',
    },
  }),
})
