import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Fence, fences } from '../../scripts/fences.js'
import { build, ROOT } from '../support/consumer.js'
import { program } from '../support/program.js'

const VIP = '192.0.2.99'
const HOSTS = ['web1', 'web2', 'web3']

/** Programs of other machines, as far as the guide uses them. */
const PROGRAMS = {
  routeprint: `exec node "${join(ROOT, 'dist/cli.js')}" "$@"`,
  npx: `[ "$1" = --yes ] || exit 64; shift; name=\${1%@*}; shift; exec "$name" "$@"`,
  mapred: `
while [ $# -gt 0 ]; do case "$1" in -input) in=$2;; -output) out=$2;; -mapper) run=$2;; esac; shift; done
mkdir "$out"; for file in "$in"/*; do "$run" < "$file" > "$out/part-$(basename "$file")" || exit 1; done`,
  ssh: `SSH_HOST=$1; export SSH_HOST; exec sh -c "$2"`,
  uname: `[ -n "$SSH_HOST" ] && echo "$SSH_HOST" || exec /usr/bin/uname "$@"`,
  hdfs: `[ "$1 $2" = 'dfs -getmerge' ] || exit 64; cat "$3"/* > "$4"`,
}

/** The part of PySpark that the guide uses: a text is cut anywhere between lines. */
const SPARK = `
import subprocess, os
class Lines:
    def __init__(self, lines): self.lines = lines
    def pipe(self, command, checkCode):
        out = []
        for line in self.lines:
            done = subprocess.run([command], input=line, stdout=subprocess.PIPE, text=True, check=checkCode)
            out += done.stdout.splitlines(True)
        return Lines(out)
    def saveAsTextFile(self, path):
        os.mkdir(path)
        for i, line in enumerate(self.lines): open(f"{path}/part-{i:05}", "w").write(line)
class sc:
    textFile = staticmethod(lambda path: Lines(open(path).readlines()))
`

describe('docs/ci.md', () => {
  let folder = ''

  beforeAll(() => {
    build()
    folder = mkdtempSync(join(tmpdir(), 'routeprint-pipelines-'))
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    for (const [name, text] of Object.entries(PROGRAMS)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`)
      chmodSync(join(bin, name), 0o755)
    }
    for (const host of HOSTS)
      cpSync(join(ROOT, 'fixtures/hosts', host), join(folder, 'servers', host), { recursive: true })
    const config = JSON.stringify({ vips: [VIP] })
    writeFileSync(join(folder, 'routeprint.json'), config)
    writeFileSync(join(folder, 'servers/routeprint.json'), config)
    const text = readFileSync(join(ROOT, 'fixtures/hosts/web1/route_print.txt'), 'utf8')
    const lines = HOSTS.map((name) => `${JSON.stringify({ name, captures: [{ text }] })}\n`)
    writeFileSync(join(folder, 'hosts.ndjson'), lines.join(''))
    writeFileSync(join(folder, 'message.ndjson'), lines[0] ?? '')
    mkdirSync(join(folder, 'hosts'))
    for (const [index, line] of lines.entries()) {
      writeFileSync(join(folder, 'hosts', `${index}`), line)
      const result = sh('routeprint check --ndjson --config routeprint.json', {}, line)
      writeFileSync(join(folder, `shard-${index}.ndjson`), result.out)
    }
    // GNU parallel's name for the machine that it runs on.
    writeFileSync(join(folder, 'machines'), ':\n')
  }, 600_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function sh(script: string, env: Readonly<Record<string, string>> = {}, input = '') {
    const path = [join(folder, 'bin'), process.env['PATH'] ?? ''].join(delimiter)
    const options = {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...process.env, ...env, PATH: path },
    } as const
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], options)
    return { code: status, out: stdout, err: stderr }
  }

  function put(name: string, body: string): void {
    writeFileSync(join(folder, name), body)
    chmodSync(join(folder, name), 0o755)
  }

  /** Runs a script that ends with the code of `merge`, which has findings of all hosts. */
  function finds(script: string): void {
    const { code, out, err } = sh(script)
    expect(err).toBe('')
    expect(code).toBe(1)
    for (const host of HOSTS) expect(out).toContain(host)
  }

  /** What is done with each block, by the heading that it stands below and its language. */
  const RUN: Readonly<Record<string, (body: string) => void>> = {
    'Take the captures sh': (body) => {
      const { code, out } = sh(`mkdir fetched && cd fetched && ${body}`)
      expect([1, 3]).toContain(code)
      expect(out).toContain('2 hosts checked')
      for (const host of ['web1', 'web2'])
        expect(readdirSync(join(folder, 'fetched/servers', host))).not.toEqual([])
    },
    'What is new sh': (body) => {
      sh('routeprint check servers --report json=main.json || true')
      const { code, out } = sh(body)
      expect(out).toContain('; since the baseline: 0 new, ')
      expect(code).toBe(0)
      expect(existsSync(join(folder, 'now.json'))).toBe(true)
    },
    'GitHub yaml': (body) => {
      const { steps } = parse(body).jobs.servers
      const action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
      const [{ env, run }] = action.runs.steps
      const given = steps.at(-1).with
      const inputs = Object.entries<string>(env).map(([name, value]) => {
        const [, input = ''] = /inputs\.([a-z-]+)/.exec(value) ?? []
        return [name, String(given[input] ?? action.inputs[input].default)]
      })
      const { code, out } = sh(run, Object.fromEntries(inputs))
      expect(code).toBe(1)
      expect(out).toContain('::error')
    },
    'GitLab yaml': (body) => {
      const { script, artifacts } = parse(body).servers
      expect(sh(script.join('\n')).code).toBe(1)
      expect(existsSync(join(folder, artifacts.reports.junit))).toBe(true)
    },
    'Jenkins groovy': (body) => {
      rmSync(join(folder, 'routeprint.xml'), { force: true })
      const [, script = ''] = /\bsh '([^']+)'/.exec(body) ?? []
      const [, report = ''] = /\bjunit '([^']+)'/.exec(body) ?? []
      expect(sh(script).code).toBe(1)
      expect(existsSync(join(folder, report))).toBe(true)
    },
    'pre-commit yaml': (body) => {
      const [wanted] = parse(body).repos[0].hooks
      const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'))
      const { entry } = hooks.find(({ id }: { id: string }) => id === wanted.id)
      expect(sh([entry, ...wanted.args].join(' ')).out).toContain('extra-network-route')
    },
    'Many hosts, many machines json': (body) => {
      const { out } = sh('routeprint check --ndjson --config routeprint.json', {}, body)
      expect(out.split('\n').filter((line) => line !== '')).toHaveLength(1)
      expect(JSON.parse(out)).toBeTypeOf('object')
    },
    'Many hosts, many machines sh': (body) => {
      if (!body.startsWith('#!')) {
        expect(sh(body).code).toBe(1)
        expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain(VIP)
        return
      }
      put('routeprint-stream', body)
      const { code, out } = sh('./routeprint-stream < hosts.ndjson')
      expect(code).toBe(0)
      expect(out.trim().split('\n')).toHaveLength(HOSTS.length)
    },
    'GNU parallel over ssh sh': (body) => {
      // A finding is no failure of parallel, which answers with the number of shards that had one.
      const [shards = '', merge = ''] = body.trim().split('\n')
      expect(sh(`${shards} || [ $? = 1 ]`).code).toBe(0)
      finds(merge)
    },
    'Spark python': (body) => {
      const script = join(folder, 'spark.py')
      writeFileSync(script, SPARK + body)
      expect(sh(`python3 ${script}`)).toEqual({ code: 0, out: '', err: '' })
    },
    'Spark sh': (body) => {
      finds(body)
      rmSync(join(folder, 'results'), { recursive: true })
    },
    'Hadoop streaming sh': finds,
    'A queue worker sh': (body) => {
      expect(sh(body).code).toBe(1)
      expect(JSON.parse(readFileSync(join(folder, 'result.ndjson'), 'utf8'))).toBeTypeOf('object')
    },
  }

  const NEEDED: Readonly<Record<string, string | undefined>> = {
    'GNU parallel over ssh sh': program('parallel'),
    'Spark python': program('python3'),
    'Spark sh': program('python3'),
  }

  for (const [index, fence] of fences(readFileSync(join(ROOT, 'docs/ci.md'), 'utf8')).entries()) {
    const key = keyOf(fence)
    it.skipIf(key in NEEDED && NEEDED[key] === undefined)(
      `runs block ${index}, ${key}`,
      () => {
        const run = RUN[key]
        if (run === undefined) throw new Error(`nothing runs the block of ${key}`)
        run(fence.body)
      },
      60_000,
    )
  }
})

function keyOf({ heading, language }: Fence): string {
  return `${heading} ${language}`
}
