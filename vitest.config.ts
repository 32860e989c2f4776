import { defineConfig } from 'vitest/config'
import { reportFilePlugin } from './src/build/report-file.ts'

export default defineConfig({ plugins: [reportFilePlugin()], test: { include: ['tests/unit/**/*.test.ts'] } })
