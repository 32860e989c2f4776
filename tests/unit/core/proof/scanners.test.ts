import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listItems } from '../../../../src/core/index.ts'
import {
  benchmarkItem,
  benchmarkPhrases,
  type ParsedScan,
  parseKubeBench,
  parsePolaris,
  polarisChecks,
  proposeScan,
  readJunit,
  recogniseProofFile,
  refuseXml,
  type ScanReport,
  type XmlElement,
} from '../../../../src/core/proof/index.ts'
import { loadContent } from '../../../../src/guides/index.ts'

const vector = (name: string) => readFileSync(`tests/vectors/proof/${name}`, 'utf8')
const now = new Date('2026-11-21T18:00:00Z')
const { platforms } = await loadContent('content')
const checklistOf = (id: string) => {
  const checklist = platforms.find((platform) => platform.id === id)?.checklist
  if (!checklist) throw new Error(`There is no platform ${id}`)
  return checklist
}
const context = { checklist: checklistOf('kubernetes'), rollout: { plannedLaunch: '' }, progress: {}, now }

function reportOf(parsed: ParsedScan): ScanReport {
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.faults))
  return parsed.report
}
const faultsOf = (parsed: ParsedScan) =>
  parsed.kind === 'refused' ? parsed.faults.map(({ path, message }) => `${path} ${message}`.trim()) : []

/** Counted by another way than the readers': every member of that name, wherever it stands. */
function countMembers(value: unknown, name: string): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = !Array.isArray(value) && name in value ? 1 : 0
  return own + Object.values(value).reduce<number>((sum, part) => sum + countMembers(part, name), 0)
}

describe.each([
  ['kube-bench with totals', 'kube-bench-totals.output', parseKubeBench, 'test_number', 3],
  ['kube-bench without totals', 'kube-bench-no-totals.output', parseKubeBench, 'test_number', 3],
  ['Polaris', 'polaris.output', parsePolaris, 'Success', 76],
] as const)("the project's own output of %s", (_, file, parse, member, count) => {
  const text = vector(file)
  const report = reportOf(parse(text))

  test('becomes a finding for every check in it', () => {
    expect([report.findings.length, countMembers(JSON.parse(text), member)]).toEqual([count, count])
    expect(report.findings.every(({ check, title }) => check !== '' && title !== '')).toBe(true)
  })

  test('is proposed or told as unmapped, check by check', () => {
    const { proposals, unmapped } = proposeScan(report, context)
    const proposed = proposals.filter(({ item }) => item.id !== benchmarkItem).map(({ evidence }) => evidence.text)
    for (const finding of report.findings) {
      const isTold = unmapped.includes(finding) || proposed.some((evidence) => evidence.includes(finding.check))
      expect([finding.check, isTold]).toEqual([finding.check, true])
    }
    expect(proposals.length).toBeGreaterThan(0)
  })
})

test('parseKubeBench() reads number, text, state and node of a check', () => {
  const { scope, findings } = reportOf(parseKubeBench(vector('kube-bench-totals.output')))
  expect(scope).toBe('benchmark 1.5; benchmark 1.15')
  expect(findings.map(({ check, status, place }) => [check, status, place])).toEqual([
    ['1.1.1', 'pass', 'master'],
    ['2.1', 'pass', 'etcd'],
    ['3.1.1', 'look', 'controlplane'],
  ])
})

test('parsePolaris() reads object and container of a check, and what was scanned', () => {
  const { scope, isWhole, scannedAt, findings } = reportOf(parsePolaris(vector('polaris.output')))
  expect([scope, isWhole, scannedAt]).toEqual(['Path deploy/', false, undefined])
  expect(findings).toContainEqual({
    check: 'cpuLimitsMissing',
    title: 'CPU limits are set',
    status: 'pass',
    place: 'Deployment polaris/polaris-dashboard, container dashboard',
  })
})

test('parsePolaris() takes a danger and a warning for failures, and what is ignored for neither', () => {
  const message = (Severity: string) => ({ ID: 'x', Message: 'No limits', Success: false, Severity })
  const result = {
    Kind: 'Pod',
    Name: 'a',
    Results: { a: message('danger'), b: message('warning'), c: message('ignore') },
  }
  const audit = {
    PolarisOutputVersion: '1.0',
    AuditTime: '2026-11-20T08:00:00Z',
    SourceType: 'Cluster',
    Results: [result],
  }
  const { isWhole, scannedAt, findings } = reportOf(parsePolaris(JSON.stringify(audit)))
  expect([isWhole, scannedAt]).toEqual([true, '2026-11-20T08:00:00.000Z'])
  expect(findings.map(({ status, place }) => `${status} ${place}`)).toEqual(['fail Pod a', 'fail Pod a', 'look Pod a'])
})

describe('the map of scanners', () => {
  const texts = vector('kube-bench-checks.tsv')
    .trim()
    .split('\n')
    .map((line) => (line.split('\t')[1] ?? '').toLowerCase())
  const phrases = Object.entries(benchmarkPhrases).flatMap(([item, all]) =>
    all.map((phrase) => [item, phrase] as const),
  )

  test.each(phrases)('%s: kube-bench has a check about "%s"', (_, phrase) => {
    expect(texts.filter((text) => text.includes(phrase))).not.toEqual([])
  })

  test('names checks of Polaris that there are', () => {
    const known = vector('polaris-checks.txt').trim().split('\n')
    const named = Object.values(polarisChecks).flatMap(({ checks }) => checks)
    expect([named.filter((check) => !known.includes(check)), named.length, known.length]).toEqual([[], 35, 44])
  })

  test('names items of the Kubernetes checklist', () => {
    const ids = listItems(context.checklist).map(({ id }) => id)
    const named = [benchmarkItem, ...Object.keys(benchmarkPhrases), ...Object.keys(polarisChecks)]
    expect(named.filter((id) => !ids.includes(id))).toEqual([])
  })
})

const finding = (title: string, status: 'pass' | 'fail' | 'look', check = '1.1.1') => ({
  check,
  title,
  status,
  place: 'master',
})
const scan = (
  tool: ScanReport['tool'],
  findings: ScanReport['findings'],
  others: Partial<ScanReport> = {},
): ScanReport => ({
  ...{ tool, scope: 'here', isWhole: true, findings },
  ...others,
})
const verdictsOf = (report: ScanReport, checklist = context.checklist) =>
  Object.fromEntries(
    proposeScan(report, { ...context, checklist }).proposals.map(({ item, verdict }) => [item.id, verdict]),
  )

describe('proposeScan()', () => {
  test('fails an item by one check, and the benchmark with it', () => {
    const findings = [
      finding('Ensure that the --audit-log-path argument is set (Automated)', 'fail'),
      finding('Ensure that a minimal audit policy is created (Manual)', 'look'),
      finding('Ensure that the --profiling argument is set to false (Automated)', 'pass'),
    ]
    const report = scan('kube-bench', findings)
    expect(verdictsOf(report)).toEqual({ 'audit-log': 'fail', 'benchmark-scan': 'fail' })
    expect(proposeScan(report, context).unmapped).toEqual([findings[2]])
  })

  test('leaves to a person what passed in part, or was left to one', () => {
    const audit = 'Ensure that the --audit-log-path argument is set (Automated)'
    expect(verdictsOf(scan('kube-bench', [finding(audit, 'pass')]))).toEqual({
      'audit-log': 'unclear',
      'benchmark-scan': 'unclear',
    })
    expect(verdictsOf(scan('kube-bench', [finding(audit, 'look')]))['audit-log']).toBe('unclear')
  })

  test('passes an item of which all was asked, of the whole cluster only', () => {
    const checks = ['cpuRequestsMissing', 'memoryRequestsMissing', 'memoryLimitsMissing']
    const findings = checks.map((check) => finding('All are set', 'pass', check))
    expect(verdictsOf(scan('polaris', findings))).toEqual({ 'resource-requests': 'pass' })
    expect(verdictsOf(scan('polaris', findings, { isWhole: false }))).toEqual({ 'resource-requests': 'unclear' })
    expect(verdictsOf(scan('polaris', findings.slice(1)))).toEqual({ 'resource-requests': 'unclear' })
  })

  test('proposes evidence of when it was scanned, failures first', () => {
    const findings = [finding('Good', 'pass', 'tagNotSpecified'), finding('Bad', 'fail', 'tagNotSpecified')]
    const [proposal] = proposeScan(
      scan('polaris', findings, { scannedAt: '2026-11-20T08:00:00.000Z' }),
      context,
    ).proposals
    expect(proposal).toMatchObject({
      name: 'evidence/polaris-20261120T080000000Z',
      standing: 'open',
      evidence: {
        collectedAt: '2026-11-20T08:00:00.000Z',
        text: 'polaris, here\n1 passed, 1 failed, 0 left to a person\n\nFAIL tagNotSpecified Bad (master)\nPASS tagNotSpecified Good (master)',
      },
    })
  })

  test('keeps the map to Kubernetes', () => {
    const findings = [finding('Good', 'pass', 'tlsSettingsMissing')]
    expect(proposeScan(scan('polaris', findings), { ...context, checklist: checklistOf('azimuth') })).toEqual({
      proposals: [],
      unmapped: findings,
    })
  })
})

describe('faults of reports', () => {
  test.each([
    ['no JSON', parseKubeBench, 'Dear all', 'is not JSON'],
    ['another report', parseKubeBench, '{"PolarisOutputVersion":"1.0"}', 'is no report of kube-bench'],
    [
      'a state that nobody knows',
      parseKubeBench,
      JSON.stringify([
        { node_type: 'n', tests: [{ results: [{ test_number: '1', test_desc: 'x', status: 'GOOD' }] }] },
      ]),
      '[0].tests[0].results[0].status is none of PASS, FAIL, WARN, INFO',
    ],
    [
      'a list that is none',
      parseKubeBench,
      '{"Controls":[{"node_type":"n","tests":{}}]}',
      'Controls[0].tests is no list',
    ],
    ['a report of kube-bench', parsePolaris, '{"Controls":[]}', 'is no report of Polaris'],
    [
      'a version to come',
      parsePolaris,
      '{"PolarisOutputVersion":"2.0"}',
      'PolarisOutputVersion is one that this Golive does not read: 1.x',
    ],
    [
      'a message without result',
      parsePolaris,
      '{"PolarisOutputVersion":"1.0","SourceType":"Path","Results":[{"Results":{"x":{}}}]}',
      'Results[0].Results.x has no "Success"',
    ],
    [
      'a member twice',
      parsePolaris,
      '{"PolarisOutputVersion":"1.0","PolarisOutputVersion":"1.0"}',
      'stands here twice',
    ],
  ] as const)('%s', (_, parse, text, fault) => {
    expect(faultsOf(parse(text))).toEqual([expect.stringContaining(fault)])
  })

  test('all bad places are named', () => {
    const text = '{"Controls":[{"tests":[]},{"node_type":1},5]}'
    expect(faultsOf(parseKubeBench(text))).toEqual([
      'Controls[0].node_type is missing',
      'Controls[1].node_type is no text',
      'Controls[2] is no object',
    ])
  })

  test.each([parseKubeBench, parsePolaris])('no value makes the reader fall', (parse) => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        for (const whole of [
          value,
          { Controls: [value] },
          { PolarisOutputVersion: '1.0', Results: [{ PodResult: value }] },
        ]) {
          const parsed = parse(JSON.stringify(whole))
          if (parsed.kind === 'refused') expect(parsed.faults.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})

test.each([
  ['script', 'golive-check-results 1\nrollout x'],
  ['script', 'golive-check-results 2\n'],
  ['kube-bench', vector('kube-bench-totals.output')],
  ['kube-bench', vector('kube-bench-no-totals.output')],
  ['polaris', vector('polaris.output')],
  ['polaris', '\ufeff\n{"PolarisOutputVersion":"2.0"}'],
  ['junit', '<?xml version="1.0"?>\n<testsuites>'],
  ['junit', '<testsuite name="x">'],
  ['junit', '<testsuite/>'],
  ['junit', '<?xml version="1.0"?><testsuite></testsuite>'],
  ['junit', '\ufeff<testsuites/>'],
  [undefined, '<html><body>'],
  [undefined, '{"format":1}'],
  [undefined, 'Dear all'],
  [undefined, ''],
])('recogniseProofFile() takes for %s: %.40s', (kind, text) => {
  expect(recogniseProofFile(text)).toBe(kind)
})

test.each([
  ['a document type', '<!DOCTYPE x [<!ENTITY a "aaaa">]><testsuite/>', 'declares a document type'],
  ['an entity', '<!-- x --><!entity a "b"><testsuite/>', 'declares a document type'],
  ['too much', 'x'.repeat(32_000_001), 'is longer than 32 MB'],
])('refuseXml() keeps %s from the parser', (_, text, fault) => {
  expect(refuseXml(text)).toMatchObject({ kind: 'refused', faults: [{ message: expect.stringContaining(fault) }] })
  expect(refuseXml('<testsuite/>')).toBeUndefined()
})

const element = (name: string, attributes: Record<string, string> = {}, ...children: XmlElement[]): XmlElement => ({
  name,
  attributes,
  children,
})

describe('readJunit()', () => {
  const suite = element(
    'testsuites',
    { timestamp: '2026-11-20T08:00:00Z' },
    element(
      'testsuite',
      { name: 'Smoke' },
      element('testcase', { name: 'answers', classname: 'shop' }),
      element('testcase', { name: 'load-test', classname: 'shop' }),
      element(
        'testcase',
        { name: 'denies foreign traffic' },
        element('properties', {}, element('property', { name: 'golive.item', value: 'default-deny' })),
        element('failure', { message: 'answered' }),
      ),
      element('testcase', { name: '5.3.1 Ensure that the CNI in use supports NetworkPolicies' }, element('skipped')),
    ),
  )

  test('reads every case with its suite, result and item', () => {
    const report = reportOf(readJunit(suite))
    expect(report.scannedAt).toBe('2026-11-20T08:00:00.000Z')
    expect(report.findings.map(({ check, status, place }) => [check, status, place])).toEqual([
      ['answers', 'pass', 'Smoke, shop'],
      ['load-test', 'pass', 'Smoke, shop'],
      ['denies foreign traffic', 'fail', 'Smoke'],
      ['5.3.1', 'look', 'Smoke'],
    ])
    expect(verdictsOf(report)).toEqual({ 'load-test': 'pass', 'default-deny': 'fail', 'policy-enforcement': 'unclear' })
    expect(proposeScan(report, context).unmapped.map(({ check }) => check)).toEqual(['answers'])
  })

  test.each([
    ['without a zone, as the earliest that it can mean', '2026-11-20T08:00:00', '2026-11-19T18:00:00.000Z'],
    ['with a zone, as that moment', '2026-11-20T08:00:00+01:00', '2026-11-20T07:00:00.000Z'],
    ['that is none, as nothing', 'yesterday', undefined],
  ])('takes a time %s', (_, timestamp, scannedAt) => {
    expect(reportOf(readJunit(element('testsuites', { timestamp }))).scannedAt).toBe(scannedAt)
  })

  test.each([
    ['<?xml version="1.0"?>\n<!-- by us --><!DOCTYPE t [<!ENTITY a "b">]><testsuites/>', true],
    ['<!-- <testsuites> --><!DOCTYPE testsuites SYSTEM "x"><testsuites/>', true],
    ['\ufeff <?xml version="1.0"?><testsuites><!-- <!DOCTYPE html> --></testsuites>', false],
    ['<testsuite><failure><![CDATA[got <!DOCTYPE html>]]></failure></testsuite>', false],
  ])('refuses a document type, not one that is quoted: %s', (text, isRefused) => {
    expect(refuseXml(text) !== undefined).toBe(isRefused)
  })

  test('reads a suite without any around it, and one without cases', () => {
    const alone = element('testsuite', { name: 'Smoke' }, element('testcase', { name: 'load-test' }))
    expect(reportOf(readJunit(alone))).toMatchObject({
      scope: 'Smoke',
      findings: [{ check: 'load-test', place: 'Smoke' }],
    })
    expect(reportOf(readJunit(element('testsuite')))).toMatchObject({ scope: '', findings: [] })
  })

  test('maps cases that name an item of another platform', () => {
    const report = reportOf(readJunit(element('testsuite', {}, element('testcase', { name: 'remote-state' }))))
    expect(verdictsOf(report, checklistOf('azimuth'))).toEqual({ 'remote-state': 'pass' })
  })

  test('refuses what is none, and what nests without end', () => {
    expect(faultsOf(readJunit(element('html')))).toEqual([expect.stringContaining('is no JUnit report')])
    let deep = element('testsuite')
    for (let depth = 0; depth < 20_000; depth++) deep = element('testsuite', {}, deep)
    expect(faultsOf(readJunit(deep))).toEqual(['nests deeper than 16 levels'])
  })
})
