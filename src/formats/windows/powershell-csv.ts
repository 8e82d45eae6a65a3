const QUOTE = 34
const SEPARATORS: ReadonlySet<string> = new Set([',', ';'])

/** The cells of a CSV line as ConvertTo-Csv quotes them; one cell where the line is no CSV. */
export function csvCells(line: string): string[] {
  const separator = separatorOf(line)
  if (separator === undefined) return [line]
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i)
    if (code === QUOTE) {
      if (quoted && line.charCodeAt(i + 1) === QUOTE) {
        cell += '"'
        i++
      } else quoted = !quoted
    } else if (!quoted && line[i] === separator) {
      cells.push(cell)
      cell = ''
    } else cell += line[i]
  }
  cells.push(cell)
  // An open quote means that the line was cut.
  return quoted ? [line] : cells
}

/** The first separator outside quotes. */
function separatorOf(line: string): string | undefined {
  let quoted = false
  for (const char of line) {
    if (char === '"') quoted = !quoted
    else if (!quoted && (SEPARATORS.has(char) || (char === '\t' && line.startsWith('"'))))
      return char
  }
  return undefined
}
