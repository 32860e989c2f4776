import { render } from 'preact'
import { loadStyle } from '../../browser/load-style.ts'
import type { PlacedFinding } from '../../secrets/scan-texts.ts'
import secretsStyle from '../../styles/secrets.css?url'
import { SecretsReview } from './SecretsReview.tsx'

/** What is to become of things that look like secrets: asked over the page; nothing is asked where there are none. */
export async function askAboutSecrets(
  findings: readonly PlacedFinding[],
  about?: string,
): Promise<'mask' | 'keep' | 'cancel'> {
  if (findings.length === 0) return 'keep'
  await loadStyle(secretsStyle)
  const place = document.body.appendChild(document.createElement('div'))
  return new Promise((resolve) => {
    const decide = (choice: 'mask' | 'keep' | 'cancel') => () => {
      render(null, place)
      place.remove()
      resolve(choice)
    }
    render(
      <SecretsReview
        findings={findings}
        about={about}
        onMask={decide('mask')}
        onKeep={decide('keep')}
        onCancel={decide('cancel')}
      />,
      place,
    )
  })
}
