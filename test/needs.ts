/**
 * The only reasons for which a test may be skipped. `npm test` reads them from the names and notes of skipped tests,
 * prints them, and on a Debian machine where it could install everything accepts none but the first two.
 */
export { NEEDS_SHARED } from './shared.ts'
export const NEEDS_ELECTRON = "needs Electron's own binary and a screen to show it on, and one of them is absent here"
export const NEEDS_BROWSER = 'needs a browser (CHROME_PATH, Chrome, Edge or Chromium), and none was found'
