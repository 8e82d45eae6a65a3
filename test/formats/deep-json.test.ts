import { expect, it } from 'vitest'
import { parse } from '../../src/index.js'

/** More brackets than calls can be nested. */
const DEPTH = 100_000
const lists = '['.repeat(DEPTH) + ']'.repeat(DEPTH)
const objects = `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`

const OBJECTS: Readonly<Record<string, string>> = {
  'linux-ip-route-json':
    '{"dst":"default","flags":[],"x":?,"nexthops":[{"gateway":"192.0.2.1","dev":"eth0"}]}',
  'linux-ip-neigh-json': '{"dst":"192.0.2.1","dev":"eth0","state":["STALE"],"x":?}',
  'linux-ip-addr-json':
    '{"ifname":"lo","operstate":"UP","addr_info":[{"local":"192.0.2.1","prefixlen":32}],"x":?}',
  'linux-ip-rule-json': '{"priority":0,"src":"all","table":"local","x":?}',
  'windows-get-net-route':
    '{"ifIndex":1,"DestinationPrefix":"192.0.2.0/24","NextHop":"192.0.2.1","x":?}',
}

it.each(
  Object.entries(OBJECTS).flatMap(([format, object]) => [
    [format, 'lists', object.replace('?', lists)] as const,
    [format, 'objects', object.replace('?', objects)] as const,
  ]),
)('%s reads an object that holds %s without end', (format, _, object) => {
  const [capture] = parse(`[${object}]`)
  expect(capture).toMatchObject({ format, records: { length: 1 } })
})

it('each of many next hops has its own place', () => {
  const hop = (i: number) => `{"gateway":"192.0.2.${i}","dev":"eth0"}`
  const hops = [1, 2, 3].map(hop).join(',')
  const text = `[{"dst":"default","scope":{"x":[{}]},"flags":[],"nexthops":[${hops}]}]`
  const places = parse(text)[0]?.records.map(({ span }) =>
    text.slice(span.column - 1, span.endColumn - 1),
  )
  expect(places).toEqual([1, 2, 3].map(hop))
})
