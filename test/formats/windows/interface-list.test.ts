import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/index.js'

const RULE = '='.repeat(75)
const ROUTES = `${RULE}\n${RULE}\nActive Routes:
Network Destination        Netmask          Gateway       Interface  Metric
          0.0.0.0          0.0.0.0        192.0.2.1      192.0.2.10       20
`

function namesOf(list: string): (string | undefined)[] {
  const [capture] = parse(`${RULE}\nInterface List\n${list}\n${ROUTES}`)
  return capture?.interfaces?.map(({ name }) => name) ?? []
}

describe('a name that the console broke at column 80', () => {
  it('is joined without a blank where the line is full', () =>
    expect(
      namesOf(
        '0x2 ...00 00 5e 00 53 0a ...... Example Family PCI Fast Ethernet Controllers - P\nacket Scheduler Miniport',
      ),
    ).toEqual(['Example Family PCI Fast Ethernet Controllers - Packet Scheduler Miniport']))

  it('is joined by a blank where the last blank of the line was lost', () =>
    expect(
      namesOf(
        '0x2 ...00 00 5e 00 53 0a ...... Example Family PC Fast Ethernet Device - Packet\nScheduler Miniport',
      ),
    ).toEqual(['Example Family PC Fast Ethernet Device - Packet Scheduler Miniport']))

  it('is not taken from a line below a short one', () =>
    expect(namesOf('0x2 ...00 00 5e 00 53 0a ...... Example\nsome remark')).toEqual(['Example']))
})
