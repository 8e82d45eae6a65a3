import { describe, expect, it } from 'vitest'
import { reportById, reports } from '../../src/report/index.js'
import { clean, model } from '../support/report-model.js'

function render(id: string, of = model, color = false): string {
  return reportById(id)?.render(of, { color }) ?? ''
}

describe('every report', () => {
  for (const { id } of reports) {
    it(`${id} lets nothing of a capture reach the terminal`, () => {
      expect(render(id)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
    })
    it(`${id} ends in one line end`, () => expect(render(id)).toMatch(/[^\n]\n$/))
    it(`${id} tells of as many reasons as there are`, () => {
      // More than a call takes arguments.
      const unchecked = Array.from({ length: 200_000 }, (_, i) => `why ${i}`)
      const hosts = model.hosts.map((host) => ({ ...host, unchecked }))
      expect(render(id, { ...model, hosts })).toContain('why 0')
    })
    it(`${id} says the same twice`, () => expect(render(id)).toBe(render(id)))
  }
})

describe('the text report', () => {
  it('shows the row, what it breaks, and the command', () =>
    expect(
      render('text'),
    ).toContain(`error[extra-network-route]: 192.0.2.0/24 is routed to the loopback alias 192.0.2.99
 --> web1/route_print.txt:5:9
5 |         192.0.2.0    255.255.255.0       192.0.2.99       192.0.2.99       1
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 ==> web1/route_print.txt:8:3
8 |   192.0.2.99  255.255.255.255
  |   ^^^^^^^^^^^^ proves the alias
  = stolen: 192.0.2.0/24 except 192.0.2.64/26
  = remedy: route delete 192.0.2.0 192.0.2.99  (Administrators, until the next boot)
  = then: Alias the address with a host mask  (review first)
  = note: It lasts.
`))

  it('closes with one line that counts', () =>
    expect(render('text').split('\n').at(-2)).toBe(
      '2 hosts checked: 1 error, 1 warning, 1 waived, 2 not fully checked',
    ))

  it('is one line where nothing is wrong', () =>
    expect(render('text', clean)).toBe('1 host checked: clean\n'))

  it('begins no line with captured text, and breaks what commands a CI system', () => {
    const lines = render('text').split('\n')
    expect(lines.filter((line) => /^\s*::\w/.test(line))).toEqual([])
    expect(render('text')).not.toContain('##vso[')
  })

  it('has colours where they are asked for', () =>
    expect(render('text', model, true)).toContain('\u001b[31merror[extra-network-route]\u001b[39m'))
})

describe('the JSON report', () => {
  it('is the model', () => expect(JSON.parse(render('json'))).toEqual(model))
})

describe('the NDJSON report', () => {
  it('has a line for each host, each problem, and the summary', () => {
    const lines = render('ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toEqual([
      ...model.hosts,
      { problem: model.problems[0] },
      { summary: model.summary },
    ])
  })
})
