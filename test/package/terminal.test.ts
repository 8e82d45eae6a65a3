import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { build, ROOT } from '../support/consumer.js'
import { plant, program, temporaryFolder } from '../support/trees.js'

const root = temporaryFolder()
const CHECK = `'${process.execPath}' '${join(ROOT, 'dist', 'cli.js')}' check snap --vip 192.0.2.99`
const TABLE = 'default via 192.0.2.1 dev eth0\n192.0.2.0/24 dev eth0 scope link\n'

beforeAll(() => {
  build()
  plant(root, { 'snap/web1/ip_route': TABLE, 'snap/web2/ip_route': TABLE })
})

/** What a terminal is sent while a command runs on it. */
function onTerminal(command: string): string {
  // `script` of util-linux gives the command a terminal of its own.
  spawnSync('script', ['-q', '-c', command, 'typescript'], { cwd: root, stdio: 'ignore' })
  return readFileSync(join(root, 'typescript'), 'utf8').replaceAll('\r', '')
}

/** What is left on a terminal after escapes were obeyed that clear the line. */
function left(text: string): string {
  const lines = text.split('\n').map((line) => line.slice(line.lastIndexOf('\u001b[2K') + 1))
  // Colours and the cursor say nothing.
  return lines.join('\n').replace(/\u001b?\[[?\d;]*[A-Za-z]/g, '')
}

describe.skipIf(!program('script'))('on a terminal', () => {
  it('a bar counts, and is gone before the report begins', () => {
    const shown = onTerminal(CHECK)
    const at = shown.indexOf('routeprint: 0 hosts')
    const report = shown.indexOf('info[evidence-incomplete]')
    expect(at).toBeGreaterThan(0)
    expect(report).toBeGreaterThan(shown.lastIndexOf('routeprint: '))
    const rest = left(shown)
    expect(rest).toContain('2 hosts checked: ')
    expect(rest).not.toContain('routeprint: ')
  })

  it('a report that goes elsewhere has nothing of the bar', () => {
    onTerminal(`${CHECK} > report.txt`)
    const report = readFileSync(join(root, 'report.txt'), 'utf8')
    expect(report).toMatch(/^info\[evidence-incomplete\]/)
    expect(report).not.toMatch(/\u001b|routeprint: /)
  })

  it('a stream shows no bar between its answers', () => {
    const line = JSON.stringify({ name: 'web1', captures: [{ command: 'ip route', text: TABLE }] })
    plant(root, { 'hosts.ndjson': `${line}\n` })
    const shown = onTerminal(`${CHECK.replace('snap', '--ndjson')} < hosts.ndjson`)
    expect(shown).not.toContain('routeprint: ')
    expect(shown).toContain('"name":"web1"')
  })
})

it('where nobody looks, standard error stays empty', () => {
  const { stderr } = spawnSync('sh', ['-c', CHECK], { cwd: root, encoding: 'utf8' })
  expect(stderr).toBe('')
})
