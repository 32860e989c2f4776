import { useMemo } from 'preact/hooks'
import { planNetworks } from '../../core/planning/index.ts'
import { AddressMap } from './AddressMap.tsx'
import { Findings } from './Findings.tsx'
import type { PlanProps } from './planning.tsx'

/** All networks of the answers, held against each other. */
export function NetworksPlan({ planned, traits, questions }: PlanProps) {
  const { networks, findings, reserved } = useMemo(() => planNetworks(planned, traits), [planned, traits])
  if (networks.length === 0 && findings.length === 0) {
    return (
      <p class="plan-empty">
        As soon as an answer names networks, they are drawn here side by side: how large they are, and which of them
        collide.
      </p>
    )
  }
  return (
    <>
      <Findings topic="networks" findings={findings} questions={questions} clean="No two networks collide." />
      {([4, 6] as const).map((family) => (
        <AddressMap
          key={family}
          family={family}
          networks={networks.filter(({ block }) => block.family === family)}
          questions={questions}
        />
      ))}
      <p class="hint">
        Usable is without the addresses of the network and of broadcast (IPv4), or the routers' anycast address (IPv6)
        {reserved > 0 && `; on AWS without the ${reserved} addresses that it keeps of every subnet`}. Allow-lists may
        share addresses; ranges of the deployment must not.
      </p>
    </>
  )
}
