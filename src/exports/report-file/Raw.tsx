/** Elements whose text HTML takes as it is; what goes in cannot hold their end tag (`bundleReportFile`, `encodeBlock`). */

interface ScriptProps {
  id?: string
  type?: string
  text: string
}

export function RawScript({ id, type, text }: ScriptProps) {
  return <script type={type} id={id} dangerouslySetInnerHTML={{ __html: text }} />
}

export function RawStyle({ text }: { text: string }) {
  return <style dangerouslySetInnerHTML={{ __html: text }} />
}
