import { describe, expect, test } from 'vitest'
import { bundleReportFile, reportFilePlugin } from '../../../src/build/report-file.ts'

const parts = await bundleReportFile()

describe('bundleReportFile()', () => {
  test('gives the same texts for the same sources', async () => {
    expect(await bundleReportFile()).toEqual(parts)
  })

  test.each(Object.entries(parts))('gives a %s that stands in HTML as it is', (_, text) => {
    expect(text).toMatch(/^[\n -~]+$/)
    expect(text).not.toMatch(/<!--|<\/(script|style)/i)
  })

  test('carries the licenses of what it bundles', () => {
    for (const name of ['preact', 'preact-render-to-string', 'zod']) expect(parts.script).toContain(`// ${name} `)
  })

  test('keeps the script of a file within its budget', () => {
    expect(parts.script.length).toBeLessThan(175_000)
    expect(parts.watch.length).toBeLessThan(2_500)
    expect(parts.style.length).toBeLessThan(8_000)
  })

  test('reaches for nothing outside of the file', () => {
    expect(parts.script).not.toMatch(/\b(fetch|XMLHttpRequest|WebSocket|localStorage|sendBeacon|eval)\b/)
    expect(parts.style).not.toMatch(/url\(|@import/)
  })
})

test('reportFilePlugin() answers for its own module only', async () => {
  const { resolveId, load } = reportFilePlugin()
  expect(resolveId('./other.ts')).toBeUndefined()
  expect(await load('./other.ts')).toBeUndefined()
  const code = await load(resolveId('virtual:golive/report-file') ?? '')
  expect(code).toBe(`export default ${JSON.stringify(parts)}`)
})
