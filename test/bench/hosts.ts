import { analyze, readHost } from '../../src/index.js'
import { hostLines } from './host-lines.js'
import { type Figure, fastest, type Subject, worst } from './subject.js'

const HOSTS = 10_000

interface HostLine {
  readonly name: string
  readonly captures: readonly { readonly text: string }[]
}

/** Hosts as NDJSON, checked, against JSON.parse of their lines: of one system each, and a mixture. */
export const hosts: Subject = async () => {
  const policy = { vips: ['192.0.2.99'] }
  const figures: (Figure & { note: string })[] = []
  for (const [note, lines] of Object.entries(hostLines(HOSTS))) {
    const base = await fastest(() => lines.map((text) => JSON.parse(text)))
    const time = await fastest(() => {
      let faulty = 0
      for (const text of lines) {
        // Made above.
        const { name, captures } = JSON.parse(text) as HostLine
        const { findings } = analyze(readHost({ name }, captures), policy)
        if (findings.some(({ rule }) => rule === 'extra-network-route')) faulty++
      }
      if (faulty !== HOSTS / 10) throw new Error(`${note}: ${faulty} hosts found`)
    })
    figures.push({
      subject: `${HOSTS} hosts checked ÷ JSON.parse`,
      value: time / base,
      unit: '×',
      required: 4,
      aim: 2,
      note,
    })
  }
  return [worst(figures)]
}
