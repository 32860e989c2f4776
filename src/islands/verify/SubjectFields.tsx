import { useState } from 'preact/hooks'
import { FormRows } from '../rollouts/FormRows.tsx'
import { TextField } from '../rollouts/TextField.tsx'
import type { ExpectProps } from './ExpectPart.tsx'
import { addSubject } from './expectation.ts'
import { FileChooser } from './FileChooser.tsx'
import { hashFile } from './hash-file.ts'
import { Suggestion } from './Suggestion.tsx'

/** What is rolled out, by digest; every one has to be in the report. */
export function SubjectFields({ expected, suggestions, problems, onChange, onTake }: ExpectProps) {
  const [problem, setProblem] = useState<string>()
  const { subjects } = expected
  const isTaken = (digest: string) => subjects.some((subject) => subject.isTaken && subject.digest === digest)
  const hash = async (files: readonly File[]) => {
    setProblem(undefined)
    try {
      let held = subjects
      for (const file of files) held = addSubject(held, { digest: await hashFile(file), hashed: file.name })
      onChange({ subjects: held })
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <div class="wide">
      <FormRows
        legend="What is rolled out"
        hint="By digest, because names prove nothing: of the image, the chart or the commit."
        noun="digest"
        entries={subjects}
        empty={{ digest: '' }}
        onChange={(entries) => onChange({ subjects: entries })}
      >
        {({ digest, hashed }, index, change) => (
          <TextField
            name={`subjects[${index}]`}
            label="Digest"
            value={digest}
            problem={problems[`subjects[${index}]`] ?? (index === 0 ? problems['subjects'] : undefined)}
            placeholder="sha256:… of an image, or a commit"
            isCode
            hint={hashed && <>Of the file “{hashed}”, counted here</>}
            onInput={(value) => change({ digest: value, hashed: undefined, isTaken: undefined })}
          />
        )}
      </FormRows>
      <FileChooser
        label="Or count the digest of a file that is rolled out"
        multiple
        hint="A chart, an archive, the record of the rollout. The digest of an image is the one that the registry shows."
        onFiles={hash}
      />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <ul class="suggestions">
        {suggestions.subjects.map(({ name, digest }, index) => (
          <li key={index}>
            {name && (
              <>
                <bdi>{name}</bdi>:{' '}
              </>
            )}
            <Suggestion value={digest} isTaken={isTaken(digest)} onTake={() => onTake('subjects', index)} />
          </li>
        ))}
      </ul>
    </div>
  )
}
