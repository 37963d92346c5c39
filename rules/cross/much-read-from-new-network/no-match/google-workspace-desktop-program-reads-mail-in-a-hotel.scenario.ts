import { scenario } from '../../../lib/scenario.ts'
import tokenOfADesktopProgramUsedElsewhere from '../match/google-workspace-token-of-a-desktop-program-used-elsewhere.scenario.ts'

export default scenario({
  ...tokenOfADesktopProgramUsedElsewhere,
  title: 'A desktop program reads mail and files in a network where its user signed in an hour earlier',
  steps: tokenOfADesktopProgramUsedElsewhere.steps.toSpliced(3, 0, {
    sample: 'google-workspace/login-success',
    at: 'P20DT2H',
    replace: { '198.51.100.71': '192.0.2.33' },
  }),
})
