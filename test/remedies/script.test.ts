import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remedies } from '../../src/remedies/index.js'
import { type RemediedFinding, remedyScript } from '../../src/remedies/script.js'
import { runs } from '../support/runs.js'
import { findingOf, hostOf, row } from './support.js'

const VIP = '192.0.2.158'
const shells = ['cmd', 'powershell', 'sh'] as const

function aixFinding(): RemediedFinding {
  const host = hostOf('aix', { routes: [row('192.0.0.0/8', VIP, 'lo0', { flags: 'U' })] })
  const finding = findingOf(host, 'extra-network-route', VIP)
  return { ...finding, remedies: remedies(finding, host) }
}

/** The lines that a shell would run. */
function active(script: string): string[] {
  return script.split(/\r?\n/).filter((line) => line !== '' && !/^(?:#|REM( |$))/.test(line))
}

describe('the script', () => {
  it('runs the first remedy and leaves what changes more to be decided on', () => {
    const script = remedyScript([aixFinding()], { shell: 'sh' })
    expect(active(script)).toEqual(['route delete -net 192.0.0.0 -netmask 255.0.0.0 192.0.2.158'])
    expect(script).toContain('# review first: Take 192.0.2.158 off its interface')
    expect(script).toContain('#   ifconfig lo0 192.0.2.158 delete\n')
    expect(script).toContain('#   route delete 192/8 192.0.2.158\n')
  })

  it('takes everything back in reverse order', () => {
    const script = remedyScript([aixFinding()], { shell: 'sh', undo: true })
    expect(active(script)).toEqual([
      'route add -net 192.0.0.0 -netmask 255.0.0.0 -interface 192.0.2.158',
    ])
  })

  it('gives a command once for two findings', () => {
    const script = remedyScript([aixFinding(), aixFinding()], { shell: 'sh' })
    expect(active(script)).toHaveLength(1)
  })

  it('runs nothing that belongs to another shell', () => {
    expect(active(remedyScript([aixFinding()], { shell: 'cmd' }))).toEqual([])
    const host = hostOf(
      'windows',
      {
        routes: [row('192.0.0.0/8', 'on-link', VIP), row(`${VIP}/32`, 'on-link', VIP)],
        loopbackIndex: 14,
      },
      { version: '2019' },
    )
    const finding = findingOf(host, 'extra-network-route', VIP)
    const given = [{ ...finding, remedies: remedies(finding, host) }]
    const command = 'route delete 192.0.0.0 mask 255.0.0.0 192.0.2.158'
    expect(active(remedyScript(given, { shell: 'cmd' }))).toEqual([command])
    expect(active(remedyScript(given, { shell: 'powershell' }))).toEqual([command])
    expect(active(remedyScript(given, { shell: 'sh' }))).toEqual([])
    expect(remedyScript(given, { shell: 'cmd' })).toContain('REM   Remove-NetRoute')
  })

  it('ends its lines as cmd wants them', () => {
    const script = remedyScript([aixFinding()], { shell: 'cmd' })
    expect(script.split('\n').every((line) => line === '' || line.endsWith('\r'))).toBe(true)
  })

  it('runs no remedy whose command is not plain, wherever it comes from', () => {
    const finding = aixFinding()
    const forged = {
      ...finding,
      remedies: [
        {
          kind: 'command',
          title: 'x',
          command: 'route delete x; reboot',
          shell: 'sh',
          undo: 'a & b',
          safety: 'safe',
        } as const,
      ],
    }
    expect(active(remedyScript([forged], { shell: 'sh' }))).toEqual([])
    expect(active(remedyScript([forged], { shell: 'sh', undo: true }))).toEqual([])
  })

  it('names the shells it knows', () => {
    // A caller without types can ask for anything.
    expect(() => remedyScript([], { shell: 'fish' as 'sh' })).toThrow(/cmd, powershell, sh/)
  })

  it('lets no text of a capture out of its comment', () => {
    const texts = fc.oneof(
      fc
        .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff)))
        .map((codes) => String.fromCharCode(...codes)),
      fc.constantFrom(
        '\nreboot',
        '\r\nreboot',
        '\u2028x',
        '%PATH%',
        '& reboot',
        '`id`',
        '^',
        '##[x]',
        '\\',
      ),
    )
    fc.assert(
      fc.property(texts, texts, texts, fc.constantFrom(...shells), (message, text, host, shell) => {
        const base = aixFinding()
        const at = base.at.map((place) => ({ ...place, text }))
        const script = remedyScript([{ ...base, message, host, at }], { shell })
        const plain = remedyScript([base], { shell })
        expect(active(script)).toEqual(active(plain))
        expect(script.split('\n')).toHaveLength(plain.split('\n').length)
        expect(script).toMatch(/^[\x20-\x7e\r\n]*$/)
        for (const line of script.split(/\r?\n/).filter((each) => /^(?:#|REM)/.test(each)))
          expect(line).not.toMatch(/[%&|<>^`\\]/)
      }),
      { numRuns: runs(100) },
    )
  })
})
