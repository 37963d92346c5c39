import { scenario } from '../../../lib/scenario.ts'
import script from '../match/role-given-by-a-script.scenario.ts'

export default scenario({
  ...script,
  title: 'An administrator makes a person an administrator in PowerShell',
  steps: script.steps.map((step) => ({
    ...step,
    replace: {
      ...step.replace,
      '"userAgent": null':
        '"userAgent": "Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.20348; de-DE) PowerShell/7.4.6"',
    },
  })),
})
