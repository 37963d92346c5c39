import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A policy blocks instead of requiring MFA, and ends sessions in browsers',
  steps: [
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT1M',
      replace: {
        ',\\"7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34\\"],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"mfa\\"]}}':
          '],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"block\\"]}}',
      },
    },
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT9M',
      replace: {
        ',\\"7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34\\"],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"mfa\\"]}}':
          '],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"mfa\\"]},\\"sessionControls\\":{\\"persistentBrowser\\":{\\"mode\\":\\"never\\",\\"isEnabled\\":true}}}',
      },
    },
  ],
})
