import { scenario } from '../../../lib/scenario.ts'
import toolOfAColleagueGrantedAbroad from '../match/m365-tool-of-a-colleague-granted-abroad.scenario.ts'

export default scenario({
  ...toolOfAColleagueGrantedAbroad,
  title: 'A user signs in at home, and grants access to mail to an application that a colleague uses',
  steps: toolOfAColleagueGrantedAbroad.steps.with(2, {
    sample: 'entra/signin-command-line-elsewhere',
    at: 'P16D',
    replace: {
      '"isInteractive": false': '"isInteractive": true',
      '"NG"': '"NL"',
    },
  }),
})
