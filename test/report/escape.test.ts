import { describe, expect, it } from 'vitest'
import {
  forCsv,
  forGithub,
  forGithubProperty,
  forHtml,
  forLineStart,
  forMarkdown,
  forTerminal,
  forXml,
  markdownCode,
  wellFormed,
} from '../../src/report/escape.js'

interface Row {
  readonly name: string
  readonly via: (text: string) => string
  readonly text: string
  readonly want: string
}

const rows: readonly Row[] = [
  { name: 'a colour', via: forTerminal, text: '\u001b[31mred', want: '\\x1b[31mred' },
  { name: 'a line end', via: forTerminal, text: 'a\nb\r', want: 'a\\x0ab\\x0d' },
  {
    name: 'a command at a line’s start',
    via: forLineStart,
    text: ' ::error::x',
    want: ' \\x3a:error::x',
  },
  { name: 'an address at a line’s start', via: forLineStart, text: '::abcd:1', want: '::abcd:1' },
  { name: 'a tab', via: forTerminal, text: 'a\tb', want: 'a\tb' },
  { name: 'a C1 control', via: forTerminal, text: '\u009b2J', want: '\\x9b2J' },
  { name: 'a bidi override', via: forTerminal, text: 'a\u202eb', want: 'a\\u202eb' },
  { name: 'a lone surrogate', via: forTerminal, text: 'a\ud800b', want: 'a\ufffdb' },
  {
    name: 'a pair of surrogates',
    via: wellFormed,
    text: 'a\ud83d\ude00',
    want: 'a\ud83d\ude00',
  },
  { name: 'an Azure command', via: forTerminal, text: 'x ##vso[task]', want: 'x #\\#vso[task]' },
  { name: 'a group command', via: forTerminal, text: '##[group]', want: '#\\#[group]' },
  {
    name: 'a TeamCity command',
    via: forTerminal,
    text: '##teamcity[a]',
    want: '#\\#teamcity[a]',
  },
  {
    name: 'a tag in HTML',
    via: forHtml,
    text: `<b a='"'>&`,
    want: '&lt;b a=&#39;&quot;&#39;&gt;&amp;',
  },
  { name: 'an escape in XML', via: forXml, text: '\u001b<\ufffe', want: '\ufffd&lt;\ufffd' },
  { name: 'a NUL in HTML', via: forHtml, text: '\u0000', want: '\ufffd' },
  {
    name: 'Markdown',
    via: forMarkdown,
    text: '*[a](b)|<i>',
    want: '\\*\\[a\\](b)\\|&lt;i&gt;',
  },
  { name: 'a link', via: forMarkdown, text: 'http://www.a', want: 'http:\\//www\\.a' },
  { name: 'a mention', via: forMarkdown, text: '@all', want: '@\u2060all' },
  { name: 'a code span', via: markdownCode, text: 'a`b', want: '``a`b``' },
  { name: 'a code span of ticks', via: markdownCode, text: '`', want: '`` ` ``' },
  { name: 'a pipe in code', via: markdownCode, text: 'a|b', want: '`a\\|b`' },
  { name: 'a formula', via: forCsv, text: ' =1+1', want: "' =1+1" },
  { name: 'a comma and a quote', via: forCsv, text: 'a,"b"', want: '"a,""b"""' },
  { name: 'a workflow message', via: forGithub, text: '50%\r\na:b,c', want: '50%25%0D%0Aa:b,c' },
  { name: 'a workflow property', via: forGithubProperty, text: 'a:b,c%', want: 'a%3Ab%2Cc%25' },
]

describe('escapes', () => {
  for (const { name, via, text, want } of rows)
    it(`make ${name} harmless (${via.name})`, () => expect(via(text)).toBe(want))
})
