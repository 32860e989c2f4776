import { type AddressBlock, countAddresses, parseBlock } from './addresses.ts'
import type { Finding } from './finding.ts'
import type { PlannedNetwork } from './network-answers.ts'
import { isWithin, sharesAddresses } from './relation.ts'

const blocksOf = (...texts: string[]) => texts.flatMap((text) => parseBlock(text) ?? [])

/** Addresses that no machine of a network has. Source: IANA special-purpose address registries. */
const special: readonly [name: string, blocks: readonly AddressBlock[]][] = [
  ['the addresses that mean “this host”', blocksOf('0.0.0.0/8', '::/128')],
  ['loopback addresses', blocksOf('127.0.0.0/8', '::1/128')],
  ['link-local addresses', blocksOf('169.254.0.0/16', 'fe80::/10')],
  ['multicast addresses', blocksOf('224.0.0.0/4', 'ff00::/8')],
  ['reserved addresses', blocksOf('240.0.0.0/4')],
]

/** RFC 1918, and RFC 6598 for networks behind a carrier's NAT. */
const privateBlocks = blocksOf('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10')

/** What is wrong with a network by itself. */
export function findNetworkFaults({ block, role, item }: PlannedNetwork, isAws: boolean): Finding[] {
  const say = (kind: Finding['kind'], text: string): Finding => ({ kind, text: `${block.text} ${text}`, items: [item] })
  if (role === 'source') {
    const isEverybody = block.prefix === 0
    return isEverybody ? [say('problem', 'admits every address there is: the list protects nothing.')] : []
  }
  if (role === 'space') return []
  const found = special.find(([, blocks]) => blocks.some((other) => sharesAddresses(block, other)))
  if (found) return [say('problem', `takes in ${found[0]}, which no machine can have. Choose another range.`)]
  return [
    ...(isAws ? findAwsFault(block, say) : []),
    ...(block.family === 4 && !privateBlocks.some((other) => isWithin(block, other))
      ? [
          say(
            'note',
            'is not private (RFC 1918, RFC 6598). Unless the range is yours, its real owners cannot be reached from here.',
          ),
        ]
      : []),
  ]
}

/** AWS takes subnets from /28 to /16 and cannot change their range later. Source: EC2 API, `CreateSubnet`. */
function findAwsFault(block: AddressBlock, say: (kind: Finding['kind'], text: string) => Finding): Finding[] {
  if (block.family === 6 || block.prefix === undefined) return []
  if (block.prefix > 28)
    return [say('problem', `has ${countAddresses(block)} addresses. A subnet on AWS has at least 16, a /28.`)]
  if (block.prefix < 16)
    return [say('note', 'is larger than a /16, the largest subnet on AWS: it has to be cut into several.')]
  return []
}
