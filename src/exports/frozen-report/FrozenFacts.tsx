import type { ComponentChildren } from 'preact'
import { describeChecklist, describeRequirements, describeService, listDigests } from '../readiness-words.ts'
import { formatMinute, showUnseen } from '../visible-text.ts'
import type { FrozenReportProps } from './FrozenReport.tsx'
import { ReportLink } from './ReportLink.tsx'

/** What is signed off, where and when. */
export function FrozenFacts({ statement, payloadSha256 }: FrozenReportProps) {
  const readiness = statement.predicate
  const { rollout, checklist, affirmation, frozenAt, expiresAt, producer } = readiness
  return (
    <dl class="frozen-facts">
      <Fact term="Rollout">
        <Shown text={rollout.id} />
      </Fact>
      <Fact term="Environment">
        <Shown text={rollout.environment} />
      </Fact>
      <Fact term="Service">
        <Shown text={describeService(readiness)} />
      </Fact>
      <Fact term="Frozen">
        <Moment at={frozenAt} />
      </Fact>
      <Fact term="Valid until">
        <Moment at={expiresAt} />
      </Fact>
      <Fact term="Required sign-offs">
        <Shown text={describeRequirements(readiness)} />
      </Fact>
      <Fact term="What is rolled out" isWide>
        {statement.subject.map(({ name = '', digest }, index) => (
          <p key={index}>
            <Shown text={name} /> <Digests digest={digest} />
          </p>
        ))}
      </Fact>
      <Fact term="Checklist" isWide>
        <p>
          <Shown text={describeChecklist(readiness)} /> {checklist.uri && <ReportLink uri={checklist.uri} />}
        </p>
        <p>
          <Digests digest={checklist.digest} />
        </p>
      </Fact>
      <Fact term="Signers affirm" isWide>
        <Shown text={affirmation} />
      </Fact>
      <Fact term="Made with" isWide>
        <Shown text={`${producer.uri} ${producer.version}`} />
      </Fact>
      <Fact term="Digest of the signed bytes" isWide>
        <code>sha256:{payloadSha256}</code>
      </Fact>
    </dl>
  )
}

interface FactProps {
  term: string
  isWide?: boolean
  children: ComponentChildren
}

function Fact({ term, isWide, children }: FactProps) {
  return (
    <div class={isWide ? 'frozen-wide' : undefined}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A text of the payload, which cannot turn the direction of what stands beside it. */
function Shown({ text }: { text: string }) {
  return text === '' ? <span class="frozen-missing">not given</span> : <bdi>{showUnseen(text)}</bdi>
}

function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{formatMinute(at)}</time>
}

function Digests({ digest }: { digest: Readonly<Record<string, string>> }) {
  return listDigests(digest).map((text) => (
    <code key={text} class="frozen-digest">
      {showUnseen(text)}
    </code>
  ))
}
