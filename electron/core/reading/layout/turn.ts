import type { Run, Sheet } from './run.ts'

/** Runs of one direction, turned so that lines go from left to right and follow each other downwards. */
export interface Flow {
  readonly page: number
  /** Its lines stand as the page is shown. */
  readonly level: boolean
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
}

/** Writing further from the level than this is a stamp or a watermark across the page. */
const LEVEL = 8

/** The flows of a page, the one with most text first; what stands aslant comes last, as a watermark. */
export function turn({ page, width, height, runs }: Sheet): readonly Flow[] {
  const turned = new Map<string, Run[]>()
  const aslant: Run[] = []
  for (const run of runs) {
    const quarter = (Math.round(run.angle / 90) + 4) % 4
    if (run.vertical) group(turned, 'vertical').push(upright(run, width))
    else if (Math.abs(run.angle - Math.round(run.angle / 90) * 90) > LEVEL) aslant.push({ ...run, aside: run.aside ?? 'watermark' })
    else group(turned, String(quarter)).push(level(run, quarter, width, height))
  }
  const flows = [...turned].map(([way, runs]) => (way === '0' || way === '2' ? { page, level: way === '0', width, height, runs } : { page, level: false, width: height, height: width, runs }))
  flows.sort((a, b) => weight(b.runs) - weight(a.runs))
  return aslant.length === 0 ? flows : [...flows, { page, level: false, width, height, runs: aslant }]
}

function group(groups: Map<string, Run[]>, key: string): Run[] {
  const known = groups.get(key)
  if (known) return known
  const made: Run[] = []
  groups.set(key, made)
  return made
}

/** Vertical columns go from right to left: the first becomes the first line. Half a size below its middle lies the baseline. */
const upright = (run: Run, width: number): Run => ({ ...run, text: horizontalForms(run.text), x: run.y, y: width - run.x + run.size / 2 })

function level(run: Run, quarter: number, width: number, height: number): Run {
  switch (quarter) {
    case 1:
      return { ...run, x: run.y, y: width - run.x }
    case 2:
      return { ...run, x: width - run.x, y: height - run.y }
    case 3:
      return { ...run, x: height - run.y, y: run.x }
    default:
      return run
  }
}

const weight = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + (run.aside === null ? run.text.length : 0), 0)

const FORMS = new Map([...'︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱—︲–︳_︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］'].flatMap((form, i, all): [string, string][] => (i % 2 === 0 ? [[form, all[i + 1] ?? form]] : [])))
/** Marks of vertical writing have code points of their own; they are the same marks. */
const horizontalForms = (text: string): string => text.replace(/[\uFE10-\uFE19\uFE30-\uFE48]/g, (form) => FORMS.get(form) ?? form)
