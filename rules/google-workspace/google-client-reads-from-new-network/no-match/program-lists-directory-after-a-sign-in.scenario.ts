import { scenario } from '../../../lib/scenario.ts'
import { userSignsInElsewhere } from '../../scenarios/steps.ts'
import programListsDirectoryFromANewNetwork from '../match/program-lists-directory-from-a-new-network.scenario.ts'

export default scenario({
  ...programListsDirectoryFromANewNetwork,
  title: 'A program lists the directory four times where its user never signed in, and six times after a sign-in there',
  steps: [
    ...programListsDirectoryFromANewNetwork.steps.slice(0, -1),
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P16D',
      repeat: { every: 'PT10S', times: 4 },
      replace: {
        'gmail.users.messages.list': 'directory.users.list',
        '"gmail"': '"admin"',
        '"WEB"': '"NATIVE_DESKTOP"',
        '203.0.113.140': '192.0.2.33',
      },
    },
    { ...userSignsInElsewhere, at: 'P16DT2H' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P16DT3H',
      repeat: { every: 'PT10S', times: 6 },
      replace: {
        'gmail.users.messages.list': 'directory.users.list',
        '"gmail"': '"admin"',
        '"WEB"': '"NATIVE_DESKTOP"',
        '203.0.113.140': '192.0.2.33',
      },
    },
  ],
})
