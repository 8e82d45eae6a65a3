import type { Row } from '../../text/row.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'

const EXCERPT = 200
/** Parameters of interfaces are numbers; others may be empty. */
const CARD = /^net\.ipv[46]\.conf\./
const NAME = /^(?:abi|crypto|debug|dev|fs|kernel|net|sunrpc|user|vm)(?:\.[^\s=.]+){1,12}$/
const PATH = /^\/?proc\/sys\/([^\s:]+)(?::(.*))?$/

class SettingsReader implements Reader {
  private readonly out: Output
  /** Name in a line of head's that waits for its value. */
  private pending: string | undefined

  constructor(out: Output) {
    this.out = out
  }

  /**
   * ```
   * net.ipv4.conf.all.arp_ignore = 1              sysctl
   * /proc/sys/net/ipv4/conf/all/arp_ignore:1      grep
   * ==> /proc/sys/net/ipv4/conf/all/arp_ignore <==     head and tail: the value is on the next line
   * ```
   */
  read(row: Row): Reading {
    if (row.is(0, '==>') && row.is(2, '<==')) return this.readFrame(row)
    if (this.pending !== undefined) return this.readValue(row, this.pending)
    if (row.is(1, '=') && NAME.test(row.cell(0))) return this.keep(row.flat(0), row.between(2))
    if (row.is(0, 'sysctl:') || row.is(0, 'error:')) return row.count > 2 ? 'outside' : undefined
    return this.readPath(row)
  }

  private keep(name: string, value: string): Reading {
    if (value === '' && CARD.test(name))
      this.out.diagnose('cut-row', { text: this.out.row.excerpt(EXCERPT), missing: 'the value' })
    this.out.add({ name, value, span: this.out.span() })
    return 'record'
  }

  private readPath(row: Row): Reading {
    const [, path, value] = PATH.exec(row.cell(0)) ?? []
    if (path === undefined) return undefined
    if (row.is(1, '<==')) {
      this.out.diagnose('cut-row', { text: row.excerpt(EXCERPT), missing: '"==>"' })
      return 'unparsed'
    }
    if (value !== undefined) {
      // The first colon ends the path, and no parameter of the network has one in its value.
      if (value.includes(':'))
        this.out.diagnose('unknown-word', { text: row.excerpt(EXCERPT), column: 'parameter' })
      return this.keep(dotted(path), joined(value, row.between(1)))
    }
    const from = row.is(1, '=') || row.is(1, ':') ? 2 : 1
    return row.count > from ? this.keep(dotted(path), row.between(from)) : undefined
  }

  private readFrame(row: Row): Reading {
    const [, path] = PATH.exec(row.cell(1)) ?? []
    this.pending = path === undefined ? undefined : dotted(path)
    return path === undefined ? undefined : 'heading'
  }

  private readValue(row: Row, name: string): Reading {
    this.pending = undefined
    return this.keep(name, row.between(0))
  }
}

function joined(first: string, rest: string): string {
  return rest === '' ? first : `${first} ${rest}`
}

/** sysctl's own spelling of a path: dots and slashes change places (`conf/eth0.100` is `conf.eth0/100`). */
function dotted(path: string): string {
  return path.replace(/[./]/g, (char) => (char === '.' ? '/' : '.'))
}

function detect(sample: Sample): Verdict | undefined {
  const rows = sample.count(
    ({ cells }) =>
      (cells[1] === '=' && NAME.test(cells[0] ?? '')) ||
      PATH.test(cells[0] ?? '') ||
      (cells[0] === '==>' && PATH.test(cells[1] ?? '')),
  )
  return rows === 0 ? undefined : { score: 0.95, reasons: ['lines name kernel parameters'] }
}

/** `sysctl -a`, and listings of files below /proc/sys. */
export const linuxSysctl = {
  id: 'linux-sysctl',
  kind: 'settings',
  platform: 'linux',
  title: 'sysctl of Linux',
  commands: ['sysctl net.ipv4.conf', 'sysctl -a', 'grep . /proc/sys/net/ipv4/conf/*/arp_*'],
  captures: [['sysctl net.ipv4.conf', 'grep . /proc/sys/net/ipv4/conf/*/arp_*']],
  about: `"name = value" lines of sysctl, "path:value" lines of grep, or the frames that head and tail put around a file.
A path becomes the name that sysctl prints: dots in an interface's name become slashes.`,
  cues: ['=', '==>', 'word none', 'word number'],
  fromCommand: /\bsysctl\b|\/proc\/sys\//,
  detect,
  reader: (out: Output) => new SettingsReader(out),
  startsRow: (row: Row, index: number) => row.is(index + 1, '=') && NAME.test(row.cell(index)),
  expects: 'the name of a kernel parameter and its value',
} as const satisfies Format
