import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { captureScript } from '../../src/cli/capture/index.js'
import { captureSteps, EACH_INTERFACE, type Step } from '../../src/cli/capture/plan.js'
import { formats } from '../../src/formats/index.js'
import { type Platform, platforms } from '../../src/model/platform.js'
import { commandOfName } from '../../src/snapshot/command-name.js'
import { cli } from '../support/cli.js'
import { program } from '../support/program.js'
import { temporaryFolder } from '../support/trees.js'

const folder = temporaryFolder()
let made = 0

/** An empty folder for one test. */
function place(): string {
  const path = join(folder, String(++made))
  mkdirSync(path)
  return path
}

function all(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...all(step.instead)])
}

/** The lines of a script that a shell is to run, without the inner shell that lets it be pasted. */
function inner(platform: Platform): string {
  return captureScript(platform).split('\n').slice(1, -2).join('\n')
}

const own = (platform: Platform) => formats.filter((format) => format.platform === platform)
const unix = platforms.filter((platform) => captureScript(platform).startsWith('sh '))

describe('the steps of a capture script', () => {
  it.each(platforms)('leave files on %s whose names tell their commands', (platform) => {
    const steps = all(captureSteps(platform))
    expect(steps.length).toBeGreaterThan(0)
    const wrong = steps.filter(({ command, file }) => {
      const line = command.replace(EACH_INTERFACE, 'lo0:1')
      const told = commandOfName(file.replace(EACH_INTERFACE, 'lo0_1'))
      return (
        told === undefined ||
        told.split(' ')[0] !== line.split(' ')[0] ||
        !own(platform).some((one) => one.commands.includes(line) || one.fromCommand?.test(line))
      )
    })
    expect(wrong).toEqual([])
  })

  it('are known by the names that OpenVMS gives its files', () =>
    expect(commandOfName('TCPIP_SHOW_ROUTE.TXT;1')).toBe('tcpip show route'))

  it.each(platforms)('take nothing twice on %s', (platform) => {
    const files = all(captureSteps(platform)).map(({ file }) => file)
    expect(files).toEqual([...new Set(files)])
  })

  it.each(platforms)('ask for every kind of output that is read of %s', (platform) => {
    const known = new Set(own(platform).map(({ kind }) => kind))
    const asked = captureSteps(platform).flatMap(({ command }) => {
      const line = command.replace(EACH_INTERFACE, 'lo0')
      const fit = own(platform).filter(
        (one) => one.commands.includes(line) || one.fromCommand?.test(line),
      )
      return fit.map(({ kind }) => kind)
    })
    expect(new Set(asked)).toEqual(known)
  })

  it('hold no character of a shell but the pattern of the kernel’s own files', () => {
    const odd = platforms
      .flatMap((platform) => all(captureSteps(platform)))
      .filter(({ command }) => !/^[A-Za-z0-9 ./_,*-]+$/.test(command))
    expect(odd).toEqual([])
  })

  it('stand in for a format of the same system and kind, and for none in a circle', () => {
    const wrong = formats.filter(({ insteadOf, platform, kind }) => {
      const other = formats.find(({ id }) => id === insteadOf)
      return insteadOf !== undefined && (other?.platform !== platform || other.kind !== kind)
    })
    expect(wrong).toEqual([])
    for (const format of formats) {
      const seen = new Set<string | undefined>()
      for (let at: string | undefined = format.id; at !== undefined; ) {
        expect(seen).not.toContain(at)
        seen.add(at)
        at = formats.find(({ id }) => id === at)?.insteadOf
      }
    }
  })

  it('leave out what only prints the same in another form', () => {
    const scripts = platforms.map(captureScript).join('\n')
    expect(scripts).not.toMatch(/json|brief|Get-Net/)
  })

  it.each([
    ['linux', 'ip_neigh_show_proxy.txt'],
    ['linux', 'ip_rule_show.txt'],
    ['linux', 'sysctl_net.ipv4.conf.txt'],
    ['hpux', 'ifconfig_INTERFACE.txt'],
    ['hpux', 'netstat_-rnv.txt'],
    ['esxi', 'esxcli_network_ip_interface_ipv6_address_list.txt'],
    ['esxi', 'esxcli_network_ip_route_ipv6_list.txt'],
    ['solaris', 'netstat_-rnv.txt'],
    ['windows', 'ipconfig_all.txt'],
  ] as const)('take on %s what proves the most: %s', (platform, file) => {
    expect(captureSteps(platform).map((step) => step.file)).toContain(file)
  })
})

const shells = [
  ['dash', program('dash'), []],
  ['busybox', program('busybox'), ['sh']],
  ['bash', program('bash'), []],
] as const

describe('the scripts', () => {
  for (const [name, path, args] of shells)
    it.skipIf(path === undefined).each(unix)(`are good for ${name} on %s`, (platform) => {
      execFileSync(path ?? '', [...args, '-n'], { input: inner(platform) })
    })

  const shellcheck = program('shellcheck')
  it.skipIf(shellcheck === undefined)('give shellcheck nothing to warn of', () => {
    for (const platform of ['linux', 'hpux'] as const)
      execFileSync(shellcheck ?? '', ['-s', 'sh', '-S', 'warning', '-'], { input: inner(platform) })
  })

  it('can be pasted: no history, no comment and no exit reaches the login shell', () => {
    for (const platform of unix) {
      const lines = captureScript(platform).trimEnd().split('\n')
      expect(lines[0]).toBe("sh << 'END'")
      expect(lines.filter((line) => line === 'END')).toHaveLength(1)
      expect(lines.at(-1)).toBe('END')
      expect(lines.join('')).not.toContain('!')
    }
  })

  it('speak the language of their system', () => {
    const windows = captureScript('windows')
    expect(windows).toMatch(/^route print > "%COMPUTERNAME%\\route_print\.txt" \|\| del .*\r$/m)
    expect(windows.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const vms = captureScript('openvms').trimEnd().split('\n')
    expect(vms.filter((line) => !line.startsWith('$'))).toEqual([])
    expect(vms).toContain('$ tcpip show route')
    expect(captureScript('zos')).toMatch(/^# For UNIX System Services/m)
  })
})

/** Programs of a test, which a script finds before those of the machine. */
function fake(tools: Readonly<Record<string, string>>): Record<string, string> {
  const bin = place()
  for (const [name, body] of Object.entries(tools)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return { PATH: `${bin}:${process.env['PATH'] ?? ''}` }
}

/** Runs a script and answers the files that it leaves, with their texts. */
function taken(platform: Platform, env: Record<string, string>, shell = 'sh') {
  const cwd = place()
  const [command = '', ...args] = shell.split(' ')
  const options = { cwd, env, input: captureScript(platform) }
  execFileSync(command, args, { ...options, stdio: ['pipe', 'ignore', 'ignore'] })
  const [host = '', ...others] = readdirSync(cwd)
  expect(others).toEqual([])
  const files = readdirSync(join(cwd, host)).sort()
  const text = (file: string) => readFileSync(join(cwd, host, file), 'utf8')
  return { host, folder: join(cwd, host), files, text }
}

const NAME = 'echo web1.example.com'

describe('a script that is run', () => {
  it('names its folder after the host, and no path', () => {
    const env = fake({ uname: "echo '../x;y z'", ip: 'echo rows' })
    expect(taken('linux', env).host).toBe('_._x_y_z')
  })

  it('takes the next tool where one is missing, fails or prints nothing, and keeps no empty file', () => {
    const env = fake({
      uname: NAME,
      ip: 'exit 1',
      netstat: 'test "$1" = -rn && echo rows',
      route: 'echo "route $*"',
      arp: 'exit 1',
      ifconfig: 'echo "ifconfig $*"',
      sysctl: 'echo "sysctl $*"',
    })
    const { host, files, text } = taken('linux', env)
    expect(host).toBe('web1.example.com')
    expect(files.filter((file) => !file.startsWith('cat_'))).toEqual([
      'ifconfig_-a.txt',
      'netstat_-rn.txt',
      'route_-A_inet6.txt',
      'sysctl_net.ipv4.conf.txt',
    ])
    expect(text('route_-A_inet6.txt')).toBe('route -A inet6\n')
  })

  it('keeps what a tool that is not content printed all the same', () => {
    const env = fake({ uname: NAME, ip: 'echo rows', sysctl: 'echo a = 1; exit 255' })
    expect(taken('linux', env).text('sysctl_net.ipv4.conf.txt')).toBe('a = 1\n')
  })

  it('asks HP-UX for each interface, those of aliases too', () => {
    const netstat = `cat <<'X'
Name      Mtu  Network         Address         Ipkts              Ierrs Opkts              Oerrs Coll
lan1*     1500 none            none            0                  0     0                  0     0
lan0      1500 192.0.2.0       192.0.2.67      1214               0     1180               0     0
lo0       32808 127.0.0.0      127.0.0.1       900                0     900                0     0
lo0:1     32808 192.0.2.0      192.0.2.99      0                  0     0                  0     0
X`
    const env = fake({ uname: NAME, netstat, ifconfig: 'echo "ifconfig $*"' })
    const { files, text } = taken('hpux', env)
    expect(files.filter((file) => file.startsWith('ifconfig'))).toEqual([
      'ifconfig_lan0.txt',
      'ifconfig_lan1.txt',
      'ifconfig_lo0.txt',
      'ifconfig_lo0_1.txt',
    ])
    expect(text('ifconfig_lo0_1.txt')).toBe('ifconfig lo0:1\n')
  })

  for (const [name, path, args] of shells)
    it.skipIf(path === undefined || process.platform !== 'linux')(
      `leaves captures of this machine under ${name} of which each is read`,
      async () => {
        const env = { PATH: process.env['PATH'] ?? '' }
        const { folder: host, files } = taken('linux', env, [path, ...args].join(' '))
        expect(files.length).toBeGreaterThan(0)
        const { out } = await cli(['check', host, '--vip', '192.0.2.99', '--report', 'json'])
        const { hosts, problems } = JSON.parse(out)
        expect(problems).toEqual([])
        expect(hosts).toHaveLength(1)
        const captures: { kind: string; diagnostics: { level: string }[] }[] = hosts[0].captures
        expect(captures.map(({ kind }) => kind)).not.toContain('unknown')
        const lost = captures.flatMap(({ diagnostics }) => diagnostics)
        expect(lost.filter(({ level }) => level !== 'info')).toEqual([])
      },
    )
})
