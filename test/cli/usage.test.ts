import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.js'
import { topicKindNames, topicKinds } from '../../src/cli/topics.js'
import { cli, type Surroundings } from '../support/cli.js'

const AIX = 'fixtures/aix/netstat-rn-7.txt'
const RUBBISH = 'the quick brown fox\n'

interface Row {
  readonly args: string
  readonly around?: Surroundings
  readonly code: number
  readonly out?: RegExp
  readonly err?: RegExp
}

const rows: readonly Row[] = [
  { args: '--version', code: 0, out: /^\d+\.\d+\.\d+\n$/ },
  { args: '--help', code: 0, out: /^Usage: routeprint[\s\S]*Exit codes:[\s\S]*Examples:/ },
  { args: 'help parse', code: 0, out: /^Usage: routeprint parse/ },
  { args: '', code: 2, err: /^Usage: routeprint/ },
  { args: 'chek', code: 2, err: /unknown command 'chek'\n\(Did you mean check\?\)/ },
  { args: 'pars', code: 2, err: /^routeprint: unknown command 'pars'\n\(Did you mean parse\?\)/ },
  { args: 'list', code: 2, err: /^routeprint: missing required argument 'KIND'/ },
  { args: 'list all', code: 2, err: /Expected one of diagnostics, formats/ },
  { args: 'list formats', code: 0, out: /^aix-netstat +netstat -rn of AIX$/m },
  { args: 'explain aix-netstat', code: 0, out: /^aix-netstat \(formats\)\n\nOne heading/ },
  { args: 'explain cut-row', code: 0, out: /^cut-row \(diagnostics\)\n/ },
  { args: 'explain aix', code: 0, out: /^aix \(platforms\)\n[\s\S]*aix-netstat/ },
  { args: 'explain json', code: 0, out: /--report json=FILE\.json/ },
  { args: 'explain cutrow', code: 2, err: /nothing is called "cutrow": .*did you mean cut-row\?/ },
  { args: `detect ${AIX}`, code: 0, out: /^fixtures\/aix\/netstat-rn-7\.txt: aix-netstat \(/ },
  { args: 'detect -', around: { stdin: RUBBISH }, code: 3, out: /^<stdin>: no known command's/ },
  { args: `detect ${AIX} --output json`, code: 0, out: /"format": "aix-netstat"/ },
  { args: `parse ${AIX} --output table`, code: 0, out: /^family +destination +gateway/m },
  { args: `parse ${AIX} --platform beos`, code: 2, err: /Expected one of aix,/ },
  { args: `parse ${AIX} --format morse`, code: 2, err: /Expected one of aix-/ },
  { args: `parse ${AIX} --output xml`, code: 2, err: /Expected one of json, ndjson, table\./ },
  { args: `parse ${AIX} --encoding klingon`, code: 2, err: /Expected an encoding such as/ },
  { args: 'parse none.txt', code: 3, out: /^\[\]\n$/, err: /none\.txt: no such file or folder/ },
  {
    args: 'parse',
    around: { stdin: '' },
    code: 3,
    out: /"records": \[\]/,
    err: /the capture is empty \[empty-capture\]/,
  },
  {
    args: 'parse',
    around: { stdin: RUBBISH },
    code: 3,
    out: /"kind": "unknown"/,
    err: /error: not recognised: looked for/,
  },
  {
    args: 'capture --platform aix',
    code: 0,
    out: /^take netstat_-rn\.txt netstat -rn$/m,
    err: /run this on the host/,
  },
  { args: 'capture', code: 2, err: /required option '--platform <ID>' not specified/ },
  {
    args: 'remedies fixtures/hosts/web2 --vip 192.0.2.99',
    code: 0,
    out: /^#!\/bin\/sh\n[\s\S]*^route delete -net 192\.0\.2\.0 192\.0\.2\.99$/m,
  },
  {
    args: 'remedies fixtures/hosts/web2 --vip 192.0.2.99 --undo',
    code: 0,
    out: /^route add -net/m,
  },
  {
    args: 'remedies fixtures/hosts/web2 --vip 192.0.2.99 --shell cmd',
    code: 0,
    out: /^REM (?:for sh: )?Delete[^\r]*\r\nREM {3}route delete -net 192/m,
  },
  {
    args: 'remedies fixtures/hosts --vip 192.0.2.99',
    code: 2,
    err: /a script is for one host, and there are findings of web1, web2: give the path of one/,
  },
  {
    args: 'remedies - --vip 192.0.2.99',
    around: { stdin: RUBBISH },
    code: 3,
    err: /nothing was found that needs a remedy\n.*host stdin: no capture of it was recognised/,
  },
  { args: 'verify-plan', code: 2, err: /required option '--vip <ADDR>' not specified/ },
  {
    args: 'verify-plan --vip 192.0.2.99 --server 192.0.2.67=0:0:5e:0:53:43',
    code: 0,
    out: /^4\. Lead [\s\S]*^ {5}arp -s 192\.0\.2\.99 00:00:5e:00:53:43$/m,
  },
  { args: 'verify-plan --vip 192.0.2.99 --output json', code: 0, out: /"platform": "linux"/ },
  {
    args: 'verify-plan --vip 192.0.2.99 --platform zos',
    code: 2,
    err: /^routeprint: --platform: exp/,
  },
  { args: 'completion bash', code: 0, out: /complete -o filenames -F _routeprint routeprint/ },
  { args: 'completion fish', code: 0, out: /-n '__fish_seen_subcommand_from parse' -l format$/m },
  { args: 'completion zsh', code: 0, out: /^#compdef routeprint/ },
  { args: 'completion tcsh', code: 2, err: /Expected one of bash, fish, zsh/ },
]

describe('the command line', () => {
  for (const { args, around, code, out = /^$/, err = /^$/ } of rows)
    it(`answers "routeprint ${args}" with ${code}`, async () => {
      const ran = await cli(args.split(' ').filter(Boolean), around)
      expect(ran.code, ran.err).toBe(code)
      expect(ran.out).toMatch(out)
      expect(ran.err).toMatch(err)
      expect(ran.err).not.toMatch(/\n {4}at /)
    })

  it('prints every record as JSON', async () => {
    const [capture] = JSON.parse((await cli(['parse', AIX])).out)
    expect(capture).toMatchObject({ file: AIX, kind: 'routes', format: 'aix-netstat' })
    expect(capture.records).toHaveLength(10)
  })

  it('prints one record a line', async () => {
    const lines = (await cli(['parse', AIX, '--output', 'ndjson'])).out.trimEnd().split('\n')
    expect(lines).toHaveLength(10)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ file: AIX, destination: '0.0.0.0/0' })
  })

  for (const { name, examples } of commands)
    it(`teaches ${name} by example`, async () => {
      const { code, out } = await cli([name, '--help'])
      expect(code).toBe(0)
      for (const [command, does] of examples) expect(out).toContain(`  ${command}\n      ${does}`)
    })

  for (const kind of topicKindNames)
    it(`explains all ${kind}`, async () => {
      for (const { id } of topicKinds[kind]())
        expect(await cli(['explain', id])).toMatchObject({ code: 0, err: '' })
    })
})
