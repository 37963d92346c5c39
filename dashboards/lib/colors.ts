// One color for one meaning on every dashboard: severe values are red in every panel.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { type FieldCatalog, resolveField } from '../../rules/lib/query/catalog.ts'

/** The colors of Kibana's severity scale, and matching colors for accounts and policies. */
const colors = {
  critical: '#BD271E',
  high: '#E7664C',
  medium: '#D6BF57',
  low: '#54B399',
  loosened: '#BD271E',
  changed: '#D6BF57',
  tightened: '#54B399',
  active: '#54B399',
  disabled: '#BD271E',
  suspended: '#E7664C',
  archived: '#CA8EAE',
  deleted: '#9170B8',
  unknown: '#98A2B3',
} as const
export type Meaning = keyof typeof colors

/** Values without a meaning, such as a missing value, are gray. */
const neutral: JsonObject = { type: 'categorical', paletteId: 'neutral', colorIndex: 1 }

const isMeaning = (value: string): value is Meaning => Object.hasOwn(colors, value)

export function colorOf(meaning: Meaning): string {
  return colors[meaning]
}

/** Returns the chart members with the colors of a field's values. They are absent if the values have no meaning. */
export type ColorsOf = (field: string) => { colorMapping?: JsonObject }

/** The closed values of a field when each of them has a color. */
function meaningsOf(field: string, catalog: FieldCatalog): readonly Meaning[] | undefined {
  const resolved = resolveField(field, catalog)
  const values = resolved.kind === 'field' ? resolved.field.values : undefined
  return values?.every(isMeaning) === true ? values : undefined
}

/** Returns the colors of a field's values in the format of Lens, or nothing if a closed value has no color. */
export function colorMapping(field: string, catalog: FieldCatalog): ReturnType<ColorsOf> {
  const values = meaningsOf(field, catalog)
  if (values === undefined) return {}
  return {
    colorMapping: {
      assignments: values.map((value) => ({
        rule: { type: 'matchExactly', values: [value] },
        color: { type: 'colorCode', colorCode: colorOf(value) },
        touched: false,
      })),
      specialAssignments: [{ rule: { type: 'other' }, color: neutral, touched: false }],
      paletteId: 'eui_amsterdam_color_blind',
      colorMode: { type: 'categorical' },
    },
  }
}

/** Returns the same colors as a field format of a data view: Discover shows each value on its color. */
export function badgeFormat(field: string, catalog: FieldCatalog): JsonObject | undefined {
  const values = meaningsOf(field, catalog)
  if (values === undefined) return undefined
  const colored = values.map((value) => ({
    range: '-Infinity:Infinity',
    regex: `^${value}$`,
    text: colorOf(value) === colors.critical ? '#FFFFFF' : '#000000',
    background: colorOf(value),
  }))
  return { id: 'color', params: { fieldType: 'string', colors: colored } }
}
