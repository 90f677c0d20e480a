/** Everything set-up has to say goes to stderr: the command line's stdout holds only its result. */
const started = Date.now()

/** @param {string} text */
export function say(text) {
  process.stderr.write(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${text}\n`)
}

/** A failure a person can act on; `run` prints it without a stack. */
export class Stop extends Error {}

/**
 * Runs an entry script: a `Stop` becomes its sentence and exit code 1.
 *
 * @param {() => Promise<void>} main
 */
export function run(main) {
  main().catch((error) => {
    process.stderr.write(`\n${error instanceof Stop ? error.message : error.stack}\n`)
    process.exitCode = 1
  })
}
