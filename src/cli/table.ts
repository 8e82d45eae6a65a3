/** Rows in columns, one a key in order of first appearance, with a heading; the last column is not padded. */
export function table(rows: readonly Readonly<Record<string, string>>[]): string {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return columns([keys, ...rows.map((row) => keys.map((key) => row[key] ?? ''))])
}

/** Cells in columns as wide as their widest cell. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length)
    })
  return rows
    .map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}
