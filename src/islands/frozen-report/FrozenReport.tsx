/** The view of a frozen report that screens show; the exported file shows the same one, so it lies with the exports. */
export { FrozenReport } from '../../exports/frozen-report/FrozenReport.tsx'
