import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarInput, encodeCalendar, proposeGates } from '../../../src/core/calendar.ts'
import { type EvidenceName, evidenceName, type ItemFields, setField } from '../../../src/core/index.ts'
import { anyUtf16 } from '../../fixtures/arbitraries.ts'
import { demoChecklist, demoRollout, doneState, progressOf } from '../../fixtures/checklist.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

interface Component {
  name: string
  properties: [name: string, value: string][]
  parts: Component[]
}

/** Reads a calendar as strictly as RFC 5545 is written: CRLF, 75 octets, names, nesting, escapes. */
function parseCalendar(text: string): Component {
  expect(text.endsWith('\r\n')).toBe(true)
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line).toMatch(/^[^\r\n]+$/)
    expect(line.isWellFormed()).toBe(true)
  }
  const root: Component = { name: '', properties: [], parts: [] }
  const open = [root]
  for (const line of physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Z-]+):(.*)$/s.exec(line) ?? []
    expect(name, line).not.toBe('')
    const around = open.at(-1)
    if (name === 'BEGIN') {
      const part = { name: value, properties: [], parts: [] }
      around?.parts.push(part)
      open.push(part)
    } else if (name === 'END') {
      expect(open.pop()?.name).toBe(value)
    } else around?.properties.push([name, value])
  }
  expect([open.length, root.parts.length]).toEqual([1, 1])
  return root.parts[0] ?? root
}

const readText = (value: string) => {
  expect(value.replaceAll(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/)
  return value.replaceAll(/\\([\\;,n])/g, (_, character) => (character === 'n' ? '\n' : character))
}
const readProperty = ({ properties }: Component, name: string) => {
  const found = properties.filter(([property]) => property === name)
  expect(found.length, name).toBeLessThanOrEqual(1)
  return found[0]?.[1]
}
const textOf = (component: Component, name: string) => readText(readProperty(component, name) ?? '')

const now = new Date('2026-11-21T09:30:00.000Z')
const rollout = {
  ...demoRollout,
  rollbackCommand: 'helm rollback shop; echo done',
  abortCriteria: ['p99 > 1 s', 'Data lost'],
}
const calendar = (others: Partial<CalendarInput> = {}) =>
  parseCalendar(encodeCalendar({ checklist: demoChecklist, rollout, progress: {}, now, ...others }))
const events = (others: Partial<CalendarInput> = {}) => calendar(others).parts

const withShelfLife = {
  ...demoChecklist,
  sections: demoChecklist.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, validForDays: 30, evidence: 'Log of the drill', when: ['ha'] })),
  })),
}

describe('encodeCalendar()', () => {
  test('is a calendar with what RFC 5545 asks for', () => {
    const { name, properties, parts } = calendar()
    expect(name).toBe('VCALENDAR')
    expect(properties).toEqual([
      ['VERSION', '2.0'],
      ['PRODID', '-//Golive//Golive//EN'],
      ['CALSCALE', 'GREGORIAN'],
      ['NAME', 'Autumn release'],
    ])
    expect(parts.every((event) => event.name === 'VEVENT')).toBe(true)
  })

  test('holds the launch at its local time, with reminders, rollback and abort criteria', () => {
    const [launch] = events({ siteUrl: 'https://golive.example/docs/' })
    expect(launch?.properties.slice(0, 4)).toEqual([
      ['UID', 'demo.demo-first.launch@golive'],
      ['DTSTAMP', '20261121T093000Z'],
      ['DTSTART', '20261128T090000'],
      ['DURATION', 'PT1H'],
    ])
    if (!launch) return
    expect(textOf(launch, 'SUMMARY')).toBe('Launch: Autumn release')
    expect(textOf(launch, 'DESCRIPTION')).toBe(
      'Rollback: helm rollback shop; echo done\nStop when: p99 > 1 s\nStop when: Data lost',
    )
    expect(readProperty(launch, 'URL')).toBe('https://golive.example/docs/launch/')
    expect(
      launch.parts.map((alarm) => [alarm.name, readProperty(alarm, 'ACTION'), readProperty(alarm, 'TRIGGER')]),
    ).toEqual([
      ['VALARM', 'DISPLAY', '-P1D'],
      ['VALARM', 'DISPLAY', '-PT1H'],
    ])
    expect(launch.parts.map((alarm) => textOf(alarm, 'DESCRIPTION'))).toEqual([
      'Launch: Autumn release',
      'Launch: Autumn release',
    ])
  })

  test.each(['', 'soon', '2026-02-30T09:00', '2026-11-28', '2026-11-28T25:00', '2026-11-28T09:00Z'])(
    'holds no launch that is planned for "%s"',
    (plannedLaunch) => {
      expect(events({ rollout: { ...rollout, plannedLaunch } })).toEqual([])
    },
  )

  test('holds the gates that have a time', () => {
    const gates = [
      { id: 'go-no-go', title: 'Go or no-go', startsAt: '2026-11-27T15:30', description: 'All musts' },
      { id: 'after', title: 'After', startsAt: '' },
    ]
    const [, gate, ...others] = events({ gates })
    expect(others).toEqual([])
    expect(
      gate && [
        readProperty(gate, 'UID'),
        readProperty(gate, 'DTSTART'),
        textOf(gate, 'SUMMARY'),
        textOf(gate, 'DESCRIPTION'),
      ],
    ).toEqual(['demo.demo-first.gate.go-no-go@golive', '20261127T153000', 'Go or no-go: Autumn release', 'All musts'])
  })

  const risk = {
    kind: 'risk-accepted' as const,
    reason: 'The vendor ships the fix; in December',
    acceptedBy: 'Ada',
    expiresAt: '2026-12-24T23:59:59.000Z',
    compensatingControl: 'Nightly restarts',
    followUp: 'https://tracker.example/7',
  }

  test('holds the end of an accepted risk in UTC', () => {
    const [, end, ...others] = events({ progress: progressOf({ 'a-must': risk }), siteUrl: 'https://golive.example/' })
    expect(others).toEqual([])
    if (!end) throw new Error('There is no event')
    expect([
      readProperty(end, 'UID'),
      readProperty(end, 'DTSTART'),
      readProperty(end, 'TRANSP'),
      readProperty(end, 'URL'),
    ]).toEqual([
      'demo.demo-first.risk.a-must@golive',
      '20261224T235959Z',
      'TRANSPARENT',
      'https://golive.example/demo/nodes/#a-must',
    ])
    expect(textOf(end, 'SUMMARY')).toBe('Accepted risk ends: Title of a-must (Autumn release)')
    expect(textOf(end, 'DESCRIPTION')).toBe(
      'Accepted by Ada: The vendor ships the fix; in December\nUntil then: Nightly restarts\nhttps://tracker.example/7',
    )
    expect(end.parts.map((alarm) => readProperty(alarm, 'TRIGGER'))).toEqual(['-P7D', '-P1D'])
  })

  test('holds the day on which evidence is stale, counted from the newest piece', () => {
    const text = { kind: 'text' as const, text: 'x', collectedAt: '2026-11-10T08:00:00.000Z' }
    const state = itemRecord({ state: stamped(doneState('a-must')) })
    const record = setField<ItemFields, EvidenceName>(state, evidenceName('a'), text, now)
    const [, end, ...others] = events({ checklist: withShelfLife, progress: { 'a-must': record } })
    expect(others).toEqual([])
    expect(end && [readProperty(end, 'UID'), readProperty(end, 'DTSTART'), textOf(end, 'DESCRIPTION')]).toEqual([
      'demo.demo-first.evidence.a-must@golive',
      '20261210T080000Z',
      'Log of the drill\nGood for 30 days',
    ])
  })

  test('leaves out what has ended, what is not done and what does not apply', () => {
    const ended = { ...risk, expiresAt: '2026-11-21T09:30:00.000Z' }
    expect(events({ progress: progressOf({ 'a-must': ended }) })).toHaveLength(1)
    expect(events({ checklist: withShelfLife, progress: progressOf({ 'a-must': { kind: 'started' } }) })).toHaveLength(
      1,
    )
    const excluded = { ...rollout, traits: [] }
    const progress = progressOf({ 'a-must': risk })
    expect(events({ checklist: withShelfLife, rollout: excluded, progress })).toHaveLength(1)
  })

  test('keeps the identity of events from one file to the next', () => {
    const ids = (input: Partial<CalendarInput>) => events(input).map((event) => readProperty(event, 'UID'))
    const progress = progressOf({ 'a-must': risk, 'a-should': risk })
    const later = { ...rollout, plannedLaunch: '2026-12-01T10:00', name: 'Winter release' }
    expect(ids({ progress, now: new Date('2026-11-30T00:00:00Z'), rollout: later })).toEqual(ids({ progress }))
    expect(new Set(ids({ progress })).size).toBe(3)
  })

  test('carries any text whole, in lines that every reader takes', () => {
    const anyText = fc.oneof(
      anyUtf16,
      fc.string({ unit: fc.constantFrom(',', ';', '\\', '\n', ':', '𝄞', 'é', 'x', '\r\n') }),
    )
    fc.assert(
      fc.property(anyText, (reason) => {
        const [launch] = events({ rollout: { ...rollout, abortCriteria: [reason], rollbackCommand: '' } })
        const shown = launch ? textOf(launch, 'DESCRIPTION') : ''
        const plain = reason
          .replaceAll('\r\n', '\n')
          .toWellFormed()
          .replace(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
        expect(shown).toBe(`Stop when: ${plain}`)
      }),
    )
  })
})

test('proposeGates() puts readiness and decision before the launch, and what is left behind it', () => {
  const times = (plannedLaunch: string) => proposeGates(plannedLaunch).map(({ id, startsAt }) => `${id} ${startsAt}`)
  expect(times('2026-12-01T00:30')).toEqual([
    'before 2026-11-30T00:30',
    'decision 2026-11-30T23:30',
    'after 2026-12-02T00:30',
  ])
  expect([times(''), times('2026-02-30T09:00')]).toEqual([[], []])
  const [, ...gates] = events({ gates: proposeGates(rollout.plannedLaunch) })
  expect(gates.map((gate) => readProperty(gate, 'DTSTART'))).toEqual([
    '20261127T090000',
    '20261128T080000',
    '20261129T090000',
  ])
})
