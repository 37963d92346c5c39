// Sign-ins from networks outside the fictional tenants: hosting, vendor and mobile networks.
import { addChanged, type Log } from './microsoft-tenant.ts'

export interface Network {
  readonly city: string
  readonly state: string
  readonly country: string
  readonly latitude: number
  readonly longitude: number
  readonly asn: number
}

export const networks = {
  hostingFrankfurt: {
    city: 'Frankfurt am Main',
    state: 'Hessen',
    country: 'DE',
    latitude: 50.11,
    longitude: 8.68,
    asn: 64_496,
  },
  hostingBucharest: {
    city: 'Bucuresti',
    state: 'Bucuresti',
    country: 'RO',
    latitude: 44.43,
    longitude: 26.1,
    asn: 64_497,
  },
  hostingHelsinki: {
    city: 'Helsinki',
    state: 'Uusimaa',
    country: 'FI',
    latitude: 60.17,
    longitude: 24.94,
    asn: 64_498,
  },
  vendorDublin: { city: 'Dublin', state: 'Dublin', country: 'IE', latitude: 53.35, longitude: -6.26, asn: 64_499 },
  mobileUtrecht: { city: 'Utrecht', state: 'Utrecht', country: 'NL', latitude: 52.09, longitude: 5.12, asn: 64_501 },
} as const satisfies Readonly<Record<string, Network>>

/** The sign-in that `make` writes, from `network`. Returns its ID. */
export const placed = (log: Log, at: number, network: Network, make: (side: Log) => string): string =>
  addChanged(
    log,
    at,
    make,
    (record) => ({
      ...record,
      location: {
        city: network.city,
        state: network.state,
        countryOrRegion: network.country,
        geoCoordinates: { latitude: network.latitude, longitude: network.longitude },
      },
      autonomousSystemNumber: network.asn,
    }),
    { location: network.country },
  )
