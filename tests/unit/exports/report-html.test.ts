import { createHash } from 'node:crypto'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, test } from 'vitest'
import { encodeEnvelope, FormatError, parseAttestation, type ReadinessItem } from '../../../src/core/signoff/index.ts'
import { encodeReportHtml, isReportHtml, readReportHtml } from '../../../src/exports/index.ts'
import { buildDemoStatement, listManyItems, makeSigner, mixedItems, signReport } from '../../fixtures/signed-report.ts'

const signers = [await makeSigner(), await makeSigner('ed25519')]
const signed = await signReport(buildDemoStatement(), signers)
const html = await encodeReportHtml(signed)
const [first] = mixedItems

const encodeItem = async (changes: Partial<ReadinessItem>) =>
  encodeReportHtml(await signReport(buildDemoStatement(first && [{ ...first, ...changes }]), signers))

/** Every element of a document, as a browser reads it. */
function listElements(text: string): Tree.Element[] {
  const collect = (node: Tree.Node): Tree.Element[] => [
    ...('tagName' in node ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(collect) : []),
  ]
  return collect(parse(text))
}

const attribute = ({ attrs }: Tree.Element, name: string) => attrs.find((each) => each.name === name)?.value
const textOf = ({ childNodes }: Tree.Element) => childNodes.map((node) => ('value' in node ? node.value : '')).join('')

describe('encodeReportHtml()', () => {
  test('gives the same text for the same report, in ASCII', async () => {
    expect(await encodeReportHtml(signed)).toBe(html)
    expect(await encodeItem({ title: 'Prüfung der Sicherung \ud83d\ude80' })).toMatch(/^[\n -~]*$/)
  })

  test('allows its own styles and scripts by their digests, and nothing else', () => {
    const elements = listElements(html)
    const policy = elements.map((element) => attribute(element, 'content') ?? '').find((text) => text.includes('src'))
    const digestsOf = (directive: string) =>
      new RegExp(`${directive}-src ([^;]*)`)
        .exec(policy ?? '')?.[1]
        ?.split(' ')
        .sort()
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const textsOf = (tag: string) =>
      elements.filter(({ tagName, attrs }) => tagName === tag && attrs.length === 0).map(textOf)
    expect(policy).toMatch(/^default-src 'none'; /)
    expect(digestsOf('style')).toEqual(textsOf('style').map(hash).sort())
    expect(digestsOf('script')).toEqual(textsOf('script').map(hash).sort())
  })

  test('asks for nothing and holds no style or handler in an attribute', () => {
    const names = listElements(html).flatMap(({ attrs }) => attrs.map(({ name }) => name))
    expect(names.filter((name) => /^(src|srcset|style|on.*|action|poster|data)$/.test(name))).toEqual([])
    const tags = new Set(listElements(html).map(({ tagName }) => tagName))
    for (const tag of ['link', 'img', 'iframe', 'object', 'base', 'form']) expect(tags).not.toContain(tag)
  })

  test('shows what is excepted first, then what is open, then everything', () => {
    const headings = listElements(html).filter(({ tagName }) => tagName === 'h2')
    expect(headings.map(textOf).map((text) => text.trim())).toEqual([
      'Accepted risks',
      'Not applicable',
      'Open',
      'All items',
      'Signatures',
      'Check it without this page',
    ])
    expect(html).toContain('claims of the people who filled this in')
  })

  test.each([
    ['PASSED', 'Go', [{ ...mixedItems[0] }]],
    ['WARNED', 'Conditional go', mixedItems],
    ['FAILED', 'No-go', [{ ...mixedItems[0], status: 'open' }]],
  ] as [string, string, ReadinessItem[]][])('says of %s: %s', async (_, word, items) => {
    const stamp = await encodeReportHtml(await signReport(buildDemoStatement(items), signers))
    expect(stamp).toContain(`</svg>${word}</p>`)
  })

  test('carries key ids that nobody expects', async () => {
    const keyid = '</script><script>alert(1)</script>\u2028\u202e<!--'
    const signatures = signed.envelope.signatures.map((signature) => ({ ...signature, keyid }))
    const hostile = { ...signed, envelope: { ...signed.envelope, signatures }, keys: [] }
    const text = await encodeReportHtml(hostile)
    const scripts = listElements(text).filter(({ tagName }) => tagName === 'script')
    expect(scripts).toHaveLength(4)
    expect(text).toContain('[U+2028][U+202E]')
    expect(parseAttestation(readReportHtml(text)).signatures.map((signature) => signature.keyid)).toEqual([
      keyid,
      keyid,
    ])
  })

  test('says that nothing was checked until its script has done so', () => {
    expect(html).toContain('data-state="unchecked"')
    expect(html).toContain('Not checked')
  })

  test('shows digest, key ids and the commands filled in', () => {
    expect(html).toContain(`sha256:${signed.payloadSha256}`)
    for (const { publicKey } of signers) expect(html).toContain(publicKey.keyid)
    expect(html).toContain('jq -r .payload payments-2.4.0.dsse.json')
    expect(html).toContain('openssl pkeyutl -verify -pubin -inkey')
  })

  test.each([
    '</script><script>alert(1)</script>',
    '<!--',
    '"><img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    '{{constructor}}',
  ])('shows %j as text', async (typed) => {
    const shown = await encodeItem({ title: typed, note: typed })
    const plain = await encodeItem({ title: 'typed', note: 'typed' })
    const tagsOf = (text: string) => listElements(text).map(({ tagName }) => tagName)
    expect(tagsOf(shown)).toEqual(tagsOf(plain))
    expect(listElements(shown).map(textOf)).toContain(typed)
  })

  test.each([
    ['https://example.com/a', 'https://example.com/a'],
    ['https://g\u03bf\u03bfgle.example/', 'https://xn--ggle-0nda.example/'],
    ['mailto:alice@example.com', 'mailto:alice@example.com'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['//example.com/a', undefined],
  ])('of the evidence %j makes the link %j', async (uri, href) => {
    const links = listElements(await encodeItem({ evidence: [{ uri }] })).filter(({ tagName }) => tagName === 'a')
    const [link] = links.filter((element) => !attribute(element, 'href')?.includes('checklist.json'))
    expect(link && attribute(link, 'href')).toBe(href)
    expect(link && textOf(link)).toBe(href)
  })

  test('writes out what hides in pasted evidence', async () => {
    const content = Buffer.from('ok\u202e gnp.exe\u0007').toString('base64')
    expect(await encodeItem({ evidence: [{ content }] })).toContain('ok[U+202E] gnp.exe[U+0007]')
  })

  test('lets nothing that people typed into the commands', async () => {
    const changes = { rollout: { id: '$(reboot); `id` ../../etc', environment: 'production' } }
    const shown = await encodeReportHtml(await signReport(buildDemoStatement(mixedItems, changes), signers))
    expect(shown).toContain('jq -r .payload reboot-id-..-..-etc.dsse.json')
  })
})

describe('readReportHtml()', () => {
  test('gives back the envelope', async () => {
    expect(isReportHtml(html)).toBe(true)
    expect(encodeEnvelope(parseAttestation(readReportHtml(html)))).toBe(encodeEnvelope(signed.envelope))
    const large = await signReport(buildDemoStatement(listManyItems(300)), signers)
    expect(parseAttestation(readReportHtml(await encodeReportHtml(large))).payload).toEqual(large.envelope.payload)
  })

  test('gives back the envelope of a file whose lines were ended otherwise on the way', () => {
    const envelope = parseAttestation(readReportHtml(html.replaceAll('\n', '\r\n')))
    expect(envelope.payload).toEqual(signed.envelope.payload)
  })

  const block = '<script type="application/json" id="golive-envelope">'
  test.each([
    ['another page', '<!doctype html><p>Hello'],
    ['two envelopes', `${html}${block}{}</script>`],
    ['a file that was cut off', html.slice(0, html.indexOf(block) + 100)],
  ])('refuses %s', (_, text) => {
    expect(() => readReportHtml(text)).toThrow(FormatError)
  })

  test('takes no other text for a report', () => {
    expect(isReportHtml(encodeEnvelope(signed.envelope))).toBe(false)
  })
})
