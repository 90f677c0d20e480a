/** The command line with the streams of its process. */
import { wantsJson } from './arguments.ts'
import { run } from './run.ts'

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

// With --json the standard error holds one object for a program to read; what the unforeseen looks like from inside is for people.
if (wantsJson(process.argv.slice(2))) console.error = () => undefined

process.exitCode = await run(process.argv.slice(2), import.meta.dirname, {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  screen: process.stderr,
  environment: process.env,
  folder: process.cwd(),
  onStop: (stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  },
})
