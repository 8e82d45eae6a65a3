const WIDTH = 96

/** The text with its long lines broken at blanks; indented lines and headings of Markdown stay as they are. */
export function wrapped(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length > WIDTH && /^\S/.test(line) ? broken(line) : line))
    .join('\n')
}

function broken(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > WIDTH) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current].join('\n')
}
