import type { Row } from '../../text/row.js'
import type { Format, Reader, Reading, Verdict } from '../format.js'
import type { Output } from '../output.js'
import type { Sample } from '../sample.js'
import { AddressBlocks } from './address-blocks.js'

const HEAD = /^[^":]*"([^"]+)"[^":]*$/
const NETWORK = /:\s+\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}\s+\(\S* ?\d{1,3}(?:\.\d{1,3}){3}\)/

function detect(sample: Sample): Verdict | undefined {
  const heads = sample.count((line) => HEAD.test(line.text))
  if (heads === 0) return undefined
  if (sample.match(NETWORK))
    return { score: 0.95, reasons: ['networks have their mask in parentheses behind them'] }
  const properties = sample.count((line) => /^[^\s:][^:]*:\s+\S/.test(line.text))
  return properties > 1
    ? { score: 0.5, reasons: ['a head has a quoted name, labels and values below it'] }
    : undefined
}

class NetshAddressesReader implements Reader {
  private readonly blocks: AddressBlocks

  constructor(out: Output) {
    this.blocks = new AddressBlocks(out)
  }

  /**
   * ```
   * Configuration for interface "Ethernet 4"
   *                              ^^^^^^^^^^
   *     IP Address:                           192.0.2.10
   *     Subnet Prefix:                        192.0.2.0/24 (mask 255.255.255.0)
   * ```
   */
  read(row: Row): Reading {
    const text = row.between(0)
    const name = HEAD.exec(text)?.[1]
    if (name !== undefined) return this.blocks.head(name, false)
    const colon = text.indexOf(':')
    if (colon > 0 && /^\s|^$/.test(text.slice(colon + 1)))
      return this.blocks.property(text.slice(0, colon), text.slice(colon + 1).trim())
    return row.column(0) > 0 && this.blocks.begun ? 'outside' : undefined
  }

  end(): void {
    this.blocks.end()
  }

  refused(): void {
    this.blocks.lose()
  }

  doubt(): void {
    this.blocks.lose()
  }
}

/** `netsh interface ipv4 show addresses` and `show config`. */
export const windowsNetshAddresses = {
  id: 'windows-netsh-addresses',
  kind: 'addresses',
  platform: 'windows',
  title: 'netsh interface ipv4 show addresses of Windows',
  commands: ['netsh interface ipv4 show addresses', 'netsh interface ipv4 show config'],
  insteadOf: 'windows-ipconfig',
  about: `A block for each interface, headed by its quoted name; labels and values in the system's language. An address is
followed by its network with length and mask; XP and 2003 print the mask alone. There are no hardware addresses.`,
  cues: ['(mask', '(Mask', '(Maske', 'interface', 'word word'],
  fromCommand: /\bnetsh\b.*\bshow\s+(?:addr|conf)/i,
  detect,
  reader: (out: Output) => new NetshAddressesReader(out),
  expects: 'a quoted interface name, or a label and a value',
} as const satisfies Format
