import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { message, parse, parseRoutes } from '../../src/index.js'

const FOLDER = fileURLToPath(new URL('../../fixtures/other-outputs', import.meta.url))

/** What each file is called, and what to send instead. */
const SAID: Readonly<Record<string, readonly [string, string]>> = {
  'cloud-init-in-a-console-log.txt': ['cloud-init', 'ip route show table all'],
  'cloud-init.txt': ['cloud-init', 'ip route show table all'],
  'netsh-show-interfaces-de.txt': ['netsh', 'netsh interface ipv4 show addresses'],
  'netsh-show-interfaces.txt': ['netsh', 'netsh interface ipv4 show addresses'],
  'proc-net-fib-trie.txt': ['/proc/net/fib_trie', 'ip route show table all'],
  'route-p-show.txt': ['route -p show', 'netstat -rnv'],
  'routel-script.txt': ['routel', 'ip route show table all'],
  'routel.txt': ['routel', 'ip route show table all'],
}

describe('outputs that are known and not read', () => {
  it('are all here', () => expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(SAID)))

  for (const [file, [what, instead]] of Object.entries(SAID)) {
    const text = readFileSync(join(FOLDER, file), 'utf8')
    it(`are named, with the command to send instead: ${file}`, () => {
      const [one, ...others] = parse(text)
      expect(others).toEqual([])
      expect(one).toMatchObject({ kind: 'unknown', records: [] })
      expect(one?.diagnostics.map(({ code }) => code)).toEqual(['other-output'])
      const [said] = one?.diagnostics ?? []
      expect(said === undefined ? '' : message(said)).toContain(what)
      expect(said === undefined ? '' : message(said)).toContain(`send the output of "${instead}"`)
    })

    it(`are named behind another command of a transcript: ${file}`, () => {
      const first = '[root@web01 ~]# ip route\ndefault via 192.0.2.1 dev eth0 \n'
      const codes = parseRoutes(`${first}[root@web01 ~]# ip -V\n${text}`).diagnostics.map(
        ({ code }) => code,
      )
      expect(codes).toContain('other-output')
    })
  }

  it('are not seen in a table that is read', () => {
    const text = `192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10 \npersistent: route add x\n`
    expect(parse(text).some(({ kind }) => kind === 'routes')).toBe(true)
  })
})
