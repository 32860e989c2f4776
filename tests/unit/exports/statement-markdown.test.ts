import { describe, expect, test } from 'vitest'
import { encodeStatementMarkdown } from '../../../src/exports/index.ts'
import { findNodes, parseMarkdown, shownText } from '../../fixtures/markdown.ts'
import { buildDemoStatement, makeSigner, mixedItems, signReport } from '../../fixtures/signed-report.ts'

const signers = [await makeSigner()]
const signed = await signReport(buildDemoStatement(), signers)
const [first] = mixedItems

const headingsOf = (markdown: string) => findNodes(parseMarkdown(markdown), 'heading').map(shownText)

describe('encodeStatementMarkdown()', () => {
  test('shows exceptions before everything else, and calls claims claims', () => {
    const markdown = encodeStatementMarkdown(signed)
    expect(headingsOf(markdown)).toEqual([
      'Readiness report: payments-2.4.0',
      'Accepted risks',
      'Not applicable',
      'Open',
      'All items',
      'Signatures',
    ])
    expect(markdown).toContain('**Conditional go**: 1 risk accepted, 1 should open')
    expect(markdown).toContain('claims of the people who filled this in')
    expect(shownText(parseMarkdown(markdown))).toContain('claimed by alice@example.com 2026-11-19 10:00 UTC')
  })

  test('carries digest, key ids and the commands that check them', () => {
    const markdown = encodeStatementMarkdown(signed)
    expect(markdown).toContain(`sha256:${signed.payloadSha256}`)
    const [commands] = findNodes(parseMarkdown(markdown), 'code').slice(-1)
    expect(commands?.value).toContain('openssl dgst -sha256 -verify signer-1.pem -signature signature-1.bin pae.bin')
    expect(commands?.value).toContain(signers[0]?.publicKey.keyid)
  })

  test.each(['<img src=x onerror=alert(1)>', '**bold** | a | b |', '[x](javascript:alert(1))', '- [x] done', '# Go'])(
    'shows %j as it was typed',
    async (typed) => {
      const hostile = first && [{ ...first, title: typed, note: typed }]
      const markdown = encodeStatementMarkdown(await signReport(buildDemoStatement(hostile), signers))
      const root = parseMarkdown(markdown)
      expect(findNodes(root, 'html')).toEqual([])
      expect(findNodes(root, 'blockquote').map(shownText)).toEqual([typed])
      expect(headingsOf(markdown)).toHaveLength(6)
    },
  )
})
