// One color for one meaning on every dashboard: what is grave is red wherever it is drawn.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { type FieldCatalogue, resolveField } from '../../rules/lib/query/catalogue.ts'

/** Colours of Kibana's own scale of severity, and those of accounts and policies in line with them. */
const colours = {
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
export type Meaning = keyof typeof colours

const isMeaning = (value: string): value is Meaning => Object.hasOwn(colours, value)

/** The color of one meaning. */
export function colourOf(meaning: Meaning): string {
  return colours[meaning]
}

/** Members that a chart takes the colors of a field's values from; none where they mean nothing. */
export type ColoursOf = (field: string) => { colorMapping?: JsonObject }

/** The colors of a field's values as Lens keeps them; nothing unless each of its closed values has one. */
export function colourMapping(field: string, catalogue: FieldCatalogue): ReturnType<ColoursOf> {
  const resolved = resolveField(field, catalogue)
  const values = resolved.kind === 'field' ? resolved.field.values : undefined
  if (values?.every(isMeaning) !== true) return {}
  return {
    colorMapping: {
      assignments: values.map((value) => ({
        rule: { type: 'matchExactly', values: [value] },
        color: { type: 'colorCode', colorCode: colourOf(value) },
        touched: false,
      })),
      specialAssignments: [{ rule: { type: 'other' }, color: { type: 'loop' }, touched: false }],
      paletteId: 'eui_amsterdam_color_blind',
      colorMode: { type: 'categorical' },
    },
  }
}
