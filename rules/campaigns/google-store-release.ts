// Builders of the release pipeline of a browser extension: calls to the Chrome Web Store API with the token of a release manager.
import type { RawRecord } from './campaign.ts'
import { anyAddress } from './google-crowd.ts'
import { use } from './google-events.ts'
import { type App, app, DAY, type Network, type Org, type Person } from './google-layouts.ts'
import type { Random } from './random.ts'

/** The pipeline's own client; its refresh token is a repository secret. */
export const releaseClient = (random: Random, name: string): App =>
  app(random, name, ['chromewebstore'], 'NATIVE_DESKTOP')

/** A hosted build machine: each run has a different address of the same provider. */
export const hostedRunner = (org: Org): Network => anyAddress(org, '198.18', 8075, 'US')

interface StoreParts {
  readonly at: number
  readonly who: Person
  readonly app: App
  readonly from: Network
}

type StoreMethod = 'get' | 'update' | 'publish'

/** One call to the Chrome Web Store API. */
export const storeCall = (org: Org, parts: StoreParts & { readonly method: StoreMethod }): RawRecord =>
  use(org, {
    ...parts,
    method: `chromewebstore.items.${parts.method}`,
    bytes: org.random.integer(280, 900),
  })

/** One release: the pipeline checks the item, uploads the package, publishes it and checks again. */
export const release = (org: Org, parts: StoreParts): RawRecord[] =>
  (['get', 'update', 'publish', 'get'] as const).map((method, index) =>
    storeCall(org, { ...parts, at: parts.at + index * org.random.integer(20, 70) * 1000, method }),
  )

/** On each working day a scheduled run checks the state of the item. */
export const dailyLook = (
  org: Org,
  parts: Omit<StoreParts, 'at' | 'from'> & {
    readonly first: number
    readonly days: number
    readonly from: (org: Org, day: number) => Network
  },
): RawRecord[] =>
  Array.from({ length: parts.days }, (_, day) => ({ at: parts.first + day * DAY, day }))
    .filter(({ at }) => ![0, 6].includes(new Date(at).getUTCDay()))
    .map(({ at, day }) =>
      storeCall(org, {
        at: at + org.random.integer(0, 600) * 1000,
        who: parts.who,
        app: parts.app,
        from: parts.from(org, day),
        method: 'get',
      }),
    )
