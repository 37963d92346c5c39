import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A policy no longer requires MFA, then covers one account instead of all, then one platform, and keeps browsers signed in',
  steps: [
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT1M',
      replace: {
        ',\\"7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34\\"],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"mfa\\"]}}':
          '],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"compliantApplication\\"]}}',
      },
    },
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT9M',
      replace: {
        ',\\"7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34\\"],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"mfa\\"]}}':
          '],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"mfa\\"]}}',
      },
    },
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT19M',
      replace: {
        ',\\"7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34\\"],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"mfa\\"]}}':
          '],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"],\\"platforms\\":{\\"includePlatforms\\":[\\"macOS\\"],\\"excludePlatforms\\":[]}},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"mfa\\"]}}',
      },
    },
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT29M',
      replace: {
        ',\\"7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34\\"],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"mfa\\"]}}':
          '],\\"includeUserActions\\":[]},\\"users\\":{\\"includeUsers\\":[\\"All\\"],\\"excludeUsers\\":[]},\\"clientAppTypes\\":[\\"all\\"]},\\"grantControls\\":{\\"operator\\":\\"OR\\",\\"builtInControls\\":[\\"mfa\\"]},\\"sessionControls\\":{\\"persistentBrowser\\":{\\"mode\\":\\"always\\",\\"isEnabled\\":true}}}',
      },
    },
  ],
})
