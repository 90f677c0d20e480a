/** Properties draw other cases at every run at a desk. What decides whether a change lands draws the same ones each time: it judges the change, and not the draw. */
import fc from 'fast-check'

if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 20_261_122 })
