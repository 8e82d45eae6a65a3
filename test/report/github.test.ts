import { describe, expect, it } from 'vitest'
import { githubReport } from '../../src/report/github.js'
import { clean, model } from '../support/report-model.js'

const EVIL = '\\x1b[31m#\\#vso[task.setvariable]<script>|`'

describe('the GitHub report', () => {
  it('has an annotation a line, the worst first, then a summary', () =>
    expect(githubReport.render(model).split('\n')).toEqual([
      '::error file=web1/route_print.txt,line=5,endLine=5,col=9,endColumn=75,title=extra-network-route on web1::192.0.2.0/24 is routed to the loopback alias 192.0.2.99%0Aremedy: route delete 192.0.2.0 192.0.2.99',
      `::warning title=arp-vip-multiple-macs on ${EVIL}::two machines answer: ${EVIL}`,
      `::error file=${EVIL}\\x0a,title=unread::${EVIL}%0A: permission denied`,
      `::warning title=not fully checked::host ${EVIL}: no capture of it was recognised`,
      'routeprint: 2 hosts checked: 1 error, 1 warning, 1 waived, 2 not fully checked',
      '',
    ]))

  it('says that nothing is wrong', () =>
    expect(githubReport.render(clean)).toBe('routeprint: 1 host checked: clean\n'))

  it('tells no columns of a row that spans lines', () => {
    const [, web1] = model.hosts
    const findings = (web1?.findings ?? []).map((finding) => ({
      ...finding,
      at: [{ file: 'a,b:c%', span: { line: 1, column: 2, endLine: 2, endColumn: 3 }, text: '' }],
    }))
    const hosts = web1 === undefined ? [] : [{ ...web1, findings }]
    expect(githubReport.render({ ...clean, hosts })).toMatch(
      /^::error file=a%2Cb%3Ac%25,line=1,endLine=2,title=/,
    )
  })
})
