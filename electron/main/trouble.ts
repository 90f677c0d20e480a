import { outline } from '../core/trouble.ts'

/**
 * Electron would show a person a box with an English stack. This process holds no data of its own, so it writes the outline down and goes on;
 * what was asked of it is answered FAILED at its border.
 */
export function setupTrouble(): void {
  process.on('uncaughtException', (error) => {
    console.error(`main: ${outline(error)}`)
  })
  process.on('unhandledRejection', (reason) => {
    console.error(`main: ${outline(reason)}`)
  })
}
