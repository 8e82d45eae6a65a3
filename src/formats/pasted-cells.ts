/** A line of more cells than any table has is a paste. */
export const PASTED_CELLS = 24
