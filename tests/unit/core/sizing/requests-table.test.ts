import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRequests, tableCommand } from '../../../../src/core/sizing/index.ts'

const header = 'KIND         NAMESPACE   NAME     REPLICAS   CONTAINERS   CPU      MEMORY   INIT_CPU   INIT_MEMORY'
const read = (...lines: string[]) => readRequests([header, ...lines].join('\n'))

describe('readRequests() reads from a table', () => {
  test('the output of its own command', () => {
    const names = [...tableCommand.matchAll(/([A-Z_]+):/g)].map(([, name]) => name)
    expect(header.split(/\s+/)).toEqual(names)
    const list = read(
      'Deployment   ec   api       3        app,proxy  500m,100m  1Gi,128Mi   <none>  <none>',
      'StatefulSet  ec   broker    3        broker     2          4Gi         <none>  8Gi',
      'DaemonSet    kube-system   log  <none>  agent   50m        64Mi        <none>  <none>',
    )
    expect(list).toEqual({
      workloads: [
        { name: 'ec/api', kind: 'Deployment', replicas: 3, cpu: 0.6, memory: 1.125, isApart: false, gaps: [] },
        { name: 'ec/broker', kind: 'StatefulSet', replicas: 3, cpu: 2, memory: 8, isApart: false, gaps: [] },
      ],
      daemons: [
        {
          name: 'kube-system/log',
          kind: 'DaemonSet',
          replicas: 1,
          cpu: 0.05,
          memory: 0.0625,
          isApart: false,
          gaps: [],
        },
      ],
      skipped: [],
      unread: [],
    })
  })

  test('the table of pods that the guide prints, one pod a line', () => {
    const list = readRequests('N      CPU    MEM\nweb-1  100m   128Mi\nweb-2  100m   128Mi\n')
    expect(list.workloads).toMatchObject([
      { name: 'web-1', kind: 'Pod', replicas: 1, cpu: 0.1, memory: 0.125 },
      { name: 'web-2', kind: 'Pod', replicas: 1 },
    ])
    expect(list.unread).toEqual([])
  })

  test('what is not requested, where the number of containers tells', () => {
    const list = read(
      'Deployment  ec  none  1  app        <none>  <none>  <none>  <none>',
      'Deployment  ec  some  1  app,proxy  100m    1Gi     <none>  <none>',
    )
    expect(list.workloads.map(({ gaps }) => gaps)).toEqual([
      ['requests no cpu', 'requests no memory'],
      ['1 of 2 containers requests no cpu', '1 of 2 containers requests no memory'],
    ])
  })

  test('a header in the middle, and lines that hold nothing', () => {
    const line = 'Deployment  ec  api  1  app  100m  1Gi  <none>  <none>'
    const list = readRequests(`\n${header}\n${line}\n\n${header}\n${line.replace('api', 'web')}\n`)
    expect(list.workloads.map(({ name }) => name)).toEqual(['ec/api', 'ec/web'])
    expect(list.unread).toEqual([])
  })
})

describe('readRequests() says of a table', () => {
  test.each<[string, RegExp]>([
    ['Deployment  ec  api  1  app  100m  1Gi  <none>', /another number of cells/],
    ['Deployment  ec  api  many  app  100m  1Gi  <none>  <none>', /"many" is no number of replicas/],
    ['Deployment  ec  api  1  app  1core  1Gi  <none>  <none>', /"1core" is no quantity/],
    ['error: You must be logged in', /another number of cells/],
  ])('which line it cannot read: %s', (line, reason) => {
    const list = read('Deployment  ec  web  1  app  100m  1Gi  <none>  <none>', line)
    expect(list.workloads).toHaveLength(1)
    expect(list.unread).toEqual([{ place: 'line 3', text: expect.any(String), reason: expect.stringMatching(reason) }])
  })

  test('what stands in it twice, and what is scaled to nothing', () => {
    const line = 'Deployment  ec  api  1  app  100m  1Gi  <none>  <none>'
    const list = read(line, line, line.replace('api  1', 'web  0'))
    expect(list.workloads.map(({ name }) => name)).toEqual(['ec/api'])
    expect(list.unread).toMatchObject([{ place: 'line 3', reason: 'stands in the list twice' }])
    expect(list.skipped).toMatchObject([{ place: 'line 4', text: 'ec/web', reason: 'is scaled to 0' }])
  })

  test('that no line names its columns', () => {
    expect(readRequests('No resources found').unread).toEqual([
      { place: 'line 1', text: 'No resources found', reason: expect.stringMatching(/names the columns/) },
    ])
  })

  test('something of any text, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { workloads, unread } = readRequests(text)
        expect(workloads.length + unread.length > 0).toBe(text.trim() !== '')
      }),
    )
  })
})
