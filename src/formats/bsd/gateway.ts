import type { Gateway } from '../../model/route.js'
import { readMac } from '../../net/mac.js'
import { CellMemo } from '../../text/cell-memo.js'
import { addressGateway, linkGateway, macGateway } from '../cells.js'

/** What a gateway cell says; `name` for words that are no address. */
export interface GatewayCell {
  readonly gateway: Gateway
  readonly isName: boolean
  /** An IPv6 address, or the beginning of one: the column may have cut it. */
  readonly isV6: boolean
}

const cells = /* @__PURE__ */ new CellMemo(readGateway)

/** Remembers gateway cells: addresses, `link#4`, hardware addresses, `null`; an interface's name is told by the row. */
export function gatewayCells(): CellMemo<GatewayCell | undefined> {
  return cells
}

const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/
const CUT6 = /^[0-9a-f]{1,4}:[0-9a-f:.]*(?:%[\w.]*)?$/i

function readGateway(text: string): GatewayCell | undefined {
  const sure =
    addressGateway(text) ?? linkGateway(text) ?? macGateway(text) ?? linkText(text) ?? none(text)
  if (sure !== undefined) {
    const isV6 = sure.kind === 'address' && sure.address.includes(':')
    return { gateway: sure, isName: false, isV6 }
  }
  const isV6 = CUT6.test(text)
  if (!isV6 && (!NAME.test(text) || /^[\d.]+$/.test(text))) return undefined
  return { gateway: { kind: 'unknown', text }, isName: !isV6, isV6 }
}

/** Cards that are no Ethernet are printed by link_ntoa: `en0:0.c.29.1.2.3` or without the name. */
function linkText(text: string): Gateway | undefined {
  const octets = /^(?:[a-z]\w*:)?([0-9a-f]{1,2}(?:\.[0-9a-f]{1,2}){5})$/i.exec(text)?.[1]
  const mac = octets === undefined ? undefined : readMac(octets.replaceAll('.', ':'))
  return mac === undefined ? undefined : { kind: 'mac', mac }
}

/** FreeBSD prints `null` where an entry has no gateway. */
function none(text: string): Gateway | undefined {
  return text === 'null' || text === '(null)' ? { kind: 'none' } : undefined
}
