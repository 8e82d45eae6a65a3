import type { Row } from '../../text/row.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { AddressBlocks } from './address-blocks.js'

/** Fewest dots that lead from a label to its colon. */
const FEWEST_DOTS = 3

/** True where dots lead to a colon, however the blanks between them came through. */
function hasLeader(text: string): boolean {
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    let dots = 0
    for (let at = colon - 1; at >= 0 && isLeader(text.charCodeAt(at)); at--)
      if (text.charCodeAt(at) === DOT && ++dots === FEWEST_DOTS) return true
  }
  return false
}

const DOT = 46
const SPACE = 32

const isLeader = (code: number) => code === DOT || code === SPACE || code === 9

/** A label without the dots behind it. */
function withoutLeader(text: string): string {
  let end = text.length
  while (end > 0 && isLeader(text.charCodeAt(end - 1))) end--
  return text.slice(0, end)
}

function detect(sample: Sample): Verdict | undefined {
  const properties = sample.count((line) => hasLeader(line.text))
  if (properties < 2) return undefined
  return { score: 0.9, reasons: ['dotted leaders stand between labels and values'] }
}

/** Words that stand before a connection's name in the head of its block, by language. */
const ADAPTER =
  /^(?:(?:Adaptador(?: de)?|Adaptér|Carte|Karta|Scheda|Адаптер) (?:Ethernet|LAN inalámbrica|LAN wireless|PPP|Rede sem Fio|réseau sans fil|sítě Ethernet|tunelowania|túnel|tunnel|беспроводной локальной сети)|.*?(?:adapter|bağdaştırıcısı|适配器|介面卡|アダプター|어댑터))\s+(?=\S)/i

class IpconfigReader implements Reader {
  private readonly blocks: AddressBlocks
  /** Column of the first line: heads stand there, labels to the right of it. */
  private margin = -1

  constructor(out: Output) {
    this.blocks = new AddressBlocks(out)
  }

  /**
   * ```
   * Ethernet adapter Ethernet 4:
   *                  ^^^^^^^^^^
   *    Physical Address. . . . . . . . . : 00-00-5E-00-53-0A
   *    IPv4 Address. . . . . . . . . . . : 192.0.2.10(Preferred)
   *    Subnet Mask . . . . . . . . . . . : 255.255.255.0
   * ```
   */
  read(row: Row): Reading {
    const text = row.between(0)
    if (this.margin < 0) this.margin = row.column(0)
    const colon = text.indexOf(':')
    if (colon === text.length - 1) return this.readHead(row, text)
    if (colon < 0 || !isLabel(text, colon)) return this.readOther(row)
    const label = withoutLeader(text.slice(0, colon))
    return this.blocks.property(label, text.slice(colon + 1).trim())
  }

  end(): void {
    this.blocks.end()
  }

  /** Heads stand at the margin, and nothing else does. */
  refused(row: Row): void {
    if (row.column(0) <= this.margin) this.blocks.lose()
  }

  doubt(): void {
    this.blocks.lose()
  }

  private readHead(row: Row, text: string): Reading {
    const title = text.slice(0, -1).trim()
    if (title === '') return undefined
    const name = title.replace(ADAPTER, '')
    if (name === title && (title.endsWith('.') || this.isLabel(row, title)))
      return this.blocks.property(withoutLeader(title), '')
    return this.blocks.head(name, row.isTextStart && name === title)
  }

  /** A long label, of the DNS suffix in some languages, leaves no room for dots. */
  private isLabel(row: Row, title: string): boolean {
    return row.column(0) > this.margin || title.includes('DNS')
  }

  /** Further DNS servers, gateways and search domains stand alone below the first. */
  private readOther(row: Row): Reading {
    if (row.column(0) > 0 && this.blocks.begun) return 'outside'
    return row.kind(0) === 'word' && !/[>\\$#]/.test(row.excerpt()) && !this.blocks.begun
      ? 'heading'
      : undefined
  }
}

/** True where what stands before the colon is a label: a dot or a blank ends it. */
function isLabel(text: string, colon: number): boolean {
  const before = text[colon - 1]
  return (before === '.' || before === ' ') && text.includes('. ')
}

/** `ipconfig` and `ipconfig /all` of Windows. */
export const windowsIpconfig = {
  id: 'windows-ipconfig',
  kind: 'addresses',
  platform: 'windows',
  title: 'ipconfig of Windows',
  commands: ['ipconfig /all', 'ipconfig'],
  about: `A block for each adapter, headed by its kind and name; lines of a label, a dotted leader and a value, in the
system's language. An IPv4 address is the adapter's own where its netmask follows. IPv6 addresses have no length. Only
/all prints hardware addresses, which tell Microsoft's loopback adapter in every language.`,
  cues: ['.'],
  fromCommand: /\bipconfig\b/i,
  detect,
  reader: (out: Output) => new IpconfigReader(out),
  expects: 'a label, dots, and a value',
} as const satisfies Format
