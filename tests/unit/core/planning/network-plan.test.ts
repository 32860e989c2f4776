import { describe, expect, test } from 'vitest'
import { type PlannedDecision, planNetworks } from '../../../../src/core/planning/index.ts'
import { planned, textsOf } from './planned.ts'

const problems = (answers: Parameters<typeof planned>[0], traits: string[] = []) =>
  textsOf(planNetworks(planned(answers), traits).findings, 'problem')
const notes = (answers: Parameters<typeof planned>[0], traits: string[] = []) =>
  textsOf(planNetworks(planned(answers), traits).findings, 'note')

describe('planNetworks()', () => {
  test('names two answers that collide, and what breaks', () => {
    const { findings } = planNetworks(planned({ subnetCidrs: ['10.0.0.0/16'], otherCidrs: ['10.0.4.0/24'] }), [])
    expect(findings).toEqual([
      {
        kind: 'problem',
        text: expect.stringMatching(
          /^10\.0\.0\.0\/16 \(“Question of subnetCidrs\?”\) contains 10\.0\.4\.0\/24 \(“Question of otherCidrs\?”\)\. .*cannot be peered/,
        ),
        items: ['item-subnetCidrs', 'item-otherCidrs'],
      },
    ])
  })

  test('finds nothing wrong with networks apart or beside each other', () => {
    const { findings } = planNetworks(planned({ subnetCidrs: ['10.0.0.0/24', '10.0.1.0/24', 'fd00::/64'] }), [])
    expect(findings).toEqual([])
  })

  test('takes a text for a network only where it is nothing else', () => {
    const { networks } = planNetworks(
      planned({ a: '10.0.0.0/8', b: '10.1.0.1-10.1.0.9', c: '1.30.1.0', d: 'on 10.0.0.0/8' }),
      [],
    )
    expect(networks.map(({ block }) => block.text)).toEqual(['10.0.0.0/8', '10.1.0.1-10.1.0.9'])
  })

  test('leaves out answers to items that do not apply', () => {
    const decisions: PlannedDecision[] = planned({ subnetCidrs: ['10.0.0.0/8'] }).map((each) => ({
      ...each,
      applies: false,
    }))
    expect(planNetworks(decisions, [])).toEqual({ networks: [], findings: [], reserved: 0 })
  })

  test('every subnet with a space lies in a range, and every range has a space', () => {
    const found = problems({ subnetCidrs: ['10.0.0.0/16'], spaceMap: ['10.0.1.0/24 = edge', '10.9.0.0/24 = core'] })
    expect(found).toEqual([expect.stringMatching(/^10\.9\.0\.0\/24 = core.*lies in none of the ranges/)])
    expect(notes({ subnetCidrs: ['10.0.0.0/16', '10.8.0.0/16'], spaceMap: ['10.0.0.0/16 = edge'] })).toEqual([
      expect.stringMatching(/^10\.8\.0\.0\/16.*space alpha/),
    ])
    expect(problems({ subnetCidrs: ['10.0.0.0/16'], spaceMap: ['10.0.0.0/15 = edge'] })).toEqual([
      expect.stringMatching(/^10\.0\.0\.0\/16 .*is inside of 10\.0\.0\.0\/15 = edge .*sticks out/),
    ])
    expect(problems({ subnetCidrs: ['10.0.0.0/16', '10.0.4.0/24'], spaceMap: ['10.0.0.0/16 = edge'] })).toHaveLength(1)
    expect(problems({ spaceMap: ['10.0.1.0/24 = a', '10.0.1.0/24 = b'] })).toEqual([
      expect.stringContaining('belongs to one Juju space'),
    ])
    expect(problems({ spaceMap: ['999.0.1.0/24 = a'] })).toEqual([expect.stringContaining('names no network')])
  })

  test('names no question where both networks are in one answer, and counts shared room once', () => {
    const { findings } = planNetworks(
      planned({ subnetCidrs: ['10.0.0.0/28', '10.0.0.0/29', 'fd00::/64'], clusterLayout: ['eu/a: 15'] }),
      [],
    )
    expect(textsOf(findings, 'problem')).toEqual([
      expect.stringMatching(/^10\.0\.0\.0\/28 contains 10\.0\.0\.0\/29\. /),
      expect.stringContaining('room for 14 hosts, and the layout has 15 LXD nodes: 1 of them'),
    ])
  })

  test('lets two lists of sources share addresses, but not admit everybody', () => {
    const shared = { sshSources: ['203.0.113.0/24'], controllerWhitelist: ['203.0.113.7:office', '10.0.1.0/24'] }
    expect(planNetworks(planned(shared), []).findings).toEqual([])
    expect(planNetworks(planned(shared), []).networks.map(({ label }) => label)).toEqual(['', 'office', ''])
    expect(problems({ sshSources: ['0.0.0.0/0'] })).toEqual([expect.stringContaining('admits every address')])
  })

  test.each(['127.0.0.0/24', '169.254.0.0/20', '224.0.0.0/24', '250.0.0.0/24', 'fe80::/64', 'ff00::/64'])(
    '%s is for no machine',
    (text) => expect(problems({ subnetCidrs: [text] })).toEqual([expect.stringContaining('which no machine can have')]),
  )

  test('on AWS five addresses are kept, and subnets have their sizes', () => {
    const { networks, reserved } = planNetworks(planned({ subnetCidrs: ['10.0.0.0/24'], cloud: 'AWS' }), [])
    expect({ hosts: networks[0]?.hosts, reserved }).toEqual({ hosts: 251n, reserved: 5 })
    expect(problems({ subnetCidrs: ['10.0.0.0/29'] }, ['aws'])).toEqual([expect.stringContaining('at least 16')])
    expect(notes({ subnetCidrs: ['10.0.0.0/8'] }, ['aws'])).toEqual([expect.stringContaining('larger than a /16')])
    expect(notes({ subnetCidrs: ['8.8.8.0/24'] })).toEqual([expect.stringContaining('is not private')])
  })

  test('counts whether the ranges have room for the machines of other answers', () => {
    const small = { subnetCidrs: ['10.0.0.0/28'], clusterLayout: ['eu/a: 12', 'eu/b: 10'] }
    expect(problems(small)).toEqual([expect.stringContaining('22 LXD nodes: 8 of them get no address')])
    const tight = { subnetCidrs: ['10.0.0.0/28'], clusterLayout: ['eu/a: 12'], unitCounts: ['ams: 3', 'etcd: 3'] }
    expect(notes(tight)).toEqual([expect.stringContaining('there are 18')])
  })
})
