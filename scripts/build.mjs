/** `npm run build`: installs and builds what has changed, and nothing else. */
import { prepare, run } from './setup/index.mjs'

run(async () => {
  await prepare()
})
