// Packages that load at their first use: most commands never need them, and loading them takes longer than a short command.
import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)

export const ajv2020 = (): typeof import('ajv/dist/2020.js').Ajv2020 =>
  (load('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')).Ajv2020

export const yaml = () => load('yaml') as typeof import('yaml')
