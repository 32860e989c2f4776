import { TextField } from '../rollouts/TextField.tsx'
import type { ExpectProps } from './ExpectPart.tsx'

/** What only raises the bar, and what auditors need. */
export function StricterFields({ expected, problems, onChange }: ExpectProps) {
  const names = ['now', 'maxAgeDays', 'trustSha256']
  return (
    <details class="wide" open={names.some((name) => problems[name] !== undefined) || undefined}>
      <summary>Stricter, or at another moment</summary>
      <div class="expect-fields">
        <label class="box wide">
          <input
            type="checkbox"
            checked={expected.noExceptions}
            onChange={({ currentTarget }) => onChange({ noExceptions: currentTarget.checked })}
          />
          <span>Accept PASSED only: no accepted risk and no open should</span>
        </label>
        <TextField
          name="maxAgeDays"
          label="Frozen at most so many days ago"
          value={expected.maxAgeDays}
          problem={problems['maxAgeDays']}
          hint="The trust file's own limit holds besides."
          onInput={(maxAgeDays) => onChange({ maxAgeDays })}
        />
        <TextField
          name="at"
          label="Judged as of"
          value={expected.at}
          problem={problems['now']}
          placeholder="2026-11-21T09:30:00Z"
          isCode
          hint="In UTC; empty for now. For audits: a pipeline judges now."
          onInput={(at) => onChange({ at })}
        />
        <TextField
          name="trustSha256"
          label="Digest that the trust file must have"
          value={expected.trustSha256}
          problem={problems['trustSha256']}
          placeholder="sha256:…"
          isCode
          onInput={(trustSha256) => onChange({ trustSha256 })}
        />
        <TextField
          name="predicateType"
          label="Type of statement"
          value={expected.predicateType}
          problem={undefined}
          isCode
          hint="Empty for a report of Golive. With another type, signers and subjects are checked and no rule of readiness."
          onInput={(predicateType) => onChange({ predicateType })}
        />
      </div>
    </details>
  )
}
