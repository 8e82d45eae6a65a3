import { analyze, readHost } from '../../src/index.js'
import { fastest, type Subject } from './subject.js'

const HOSTS = 10_000

const HEAD = `Routing tables
Destination        Gateway           Flags   Refs     Use  If   Exp  Groups

Route Tree for Protocol Family 2 (Internet):
`

/** Every tenth host has the fault. */
function line(i: number): string {
  const own = `192.0.2.${2 + (i % 60)}`
  const rows = [
    'default            192.0.2.1         UG        7    884213 en0      -      -',
    `192.0.2.0/26       ${own.padEnd(17)} U         3    120041 en0      -      -`,
    ...(i % 10 === 0
      ? ['192.0.2/24         192.0.2.99        U         0        12 lo0      -      -']
      : []),
    `${own.padEnd(18)} 127.0.0.1         UGHS      2     31007 lo0      -      -`,
    '127/8              127.0.0.1         U         9    902114 lo0      -      -',
  ]
  return JSON.stringify({ name: `web${i}`, captures: [{ text: `${HEAD}${rows.join('\n')}\n` }] })
}

interface HostLine {
  readonly name: string
  readonly captures: readonly { readonly text: string }[]
}

/** Hosts as NDJSON, checked, against JSON.parse of their lines. */
export const hosts: Subject = async () => {
  const lines = Array.from({ length: HOSTS }, (_, i) => line(i))
  const policy = { vips: ['192.0.2.99'] }
  const base = await fastest(() => lines.map((text) => JSON.parse(text)))
  const time = await fastest(() => {
    let faulty = 0
    for (const text of lines) {
      // Made above.
      const { name, captures } = JSON.parse(text) as HostLine
      const { findings } = analyze(readHost({ name }, captures), policy)
      if (findings.some(({ rule }) => rule === 'extra-network-route')) faulty++
    }
    if (faulty !== HOSTS / 10) throw new Error(`${faulty} hosts found`)
  })
  return [
    {
      subject: `${HOSTS} hosts checked ÷ JSON.parse`,
      value: time / base,
      unit: '×',
      required: 4,
      aim: 2,
    },
  ]
}
