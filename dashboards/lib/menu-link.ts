// The row of links as panels and drilldowns see it.

export interface MenuLink {
  readonly id: string
  readonly label: string
  /** Fields that it shows everything about. */
  readonly opens: readonly string[]
}
/** In the order of the row. */
export type Menu = readonly MenuLink[]
