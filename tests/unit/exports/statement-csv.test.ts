import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { encodeStatementCsv } from '../../../src/exports/index.ts'
import { guardCell } from '../../../src/exports/statement-csv.ts'
import { buildDemoStatement, makeSigner, mixedItems, signReport } from '../../fixtures/signed-report.ts'

const signers = [await makeSigner()]

async function encodeNote(note: string): Promise<string> {
  const [item] = mixedItems
  return encodeStatementCsv(await signReport(buildDemoStatement(item && [{ ...item, note }]), signers))
}

const readRows = (csv: string) => Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data

describe('encodeStatementCsv()', () => {
  test('gives one row for each item, with what was stated', async () => {
    const rows = readRows(encodeStatementCsv(await signReport(buildDemoStatement(), signers)))
    expect(rows).toHaveLength(mixedItems.length)
    expect(rows[2]).toMatchObject({
      Rollout: 'payments-2.4.0',
      Item: 'multi-zone',
      Status: 'risk-accepted',
      Reason: 'single zone until Q1',
      Expires: '2027-01-31T00:00:00Z',
      'Accepted by (claim)': 'dora@example.com',
    })
  })

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\uff1d1+1',
    '\uff0b1',
    '\uff0d1',
    '\uff20A1',
    ' =1+1',
    '"=1+1',
    '=1+1\nmore',
    '=1+1,2',
  ])('makes a text of %j', async (note) => {
    const [row] = readRows(await encodeNote(note))
    expect(row?.['Note']).toMatch(/^[\s"]*'/)
  })

  test('guards what a program with another separator would take for a cell', async () => {
    const csv = await encodeNote('a;=cmd|x!A1\n=2+2\tand\t@A1')
    for (const line of csv.split(/\r?\n/)) {
      for (const cell of line.split(/[,;\t|"]/)) expect(cell).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/)
    }
  })

  test('leaves other text as it was typed', async () => {
    const note = 'It said "all good", 12 - 3 = 9; done\nsecond line, a@b.example'
    expect(readRows(await encodeNote(note))[0]?.['Note']).toBe(note)
  })
})

test('guardCell() leaves no beginning of a formula, whatever was typed', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n ,;|"\'a1\uff1d\uff0b') })
  fc.assert(
    fc.property(typed, (text) => {
      for (const cell of guardCell(text).split(/[,;|"\t\r\n]/))
        expect(cell).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/)
      expect(guardCell(text)).not.toMatch(/^[\t\r\n]/)
    }),
  )
})

test.each([
  ['line feeds', '\n'.repeat(200_000)],
  ['line feeds and letters', `${'\n'.repeat(200_000)}a`],
  ['blanks', `a${' '.repeat(200_000)}=`],
  ['line feeds before a formula', `${'\n'.repeat(200_000)}=`],
  ['formulas', '=\n'.repeat(100_000)],
])('guardCell() takes no longer for many %s than for other text', (_, text) => {
  const start = performance.now()
  expect(guardCell(text).length).toBeGreaterThanOrEqual(text.length)
  expect(performance.now() - start).toBeLessThan(1_000)
})
