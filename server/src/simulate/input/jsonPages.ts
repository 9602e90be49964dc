/** One JSON value of a text that may hold several, and the line that it begins on, from 1. */
export interface JsonPage {
  readonly line: number;
  /** Undefined when it is not JSON. */
  readonly value: unknown;
}

/** The values of a text that holds one JSON value after another, as a program prints page after page. */
export function readJsonPages(text: string): JsonPage[] {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const whole = parse(body);
  if (whole !== undefined) return [{ line: 1 + linesBetween(body, 0, body.search(/\S/)), value: whole }];
  let [line, counted] = [1, 0];
  return cutPages(body).map(({ start, end }) => {
    line += linesBetween(body, counted, start);
    counted = start;
    return { line, value: parse(body.slice(start, end)) };
  });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Splits before each top-level object or list; an unfinished one counts as well. */
function cutPages(text: string): Stretch[] {
  const found: Stretch[] = [];
  let depth = 0;
  let start = -1;
  // A string, a bracket, or a run of other characters except spaces: what may separate pages.
  for (const match of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"?|[{}[\]]|[^\s"{}[\]]+/gs)) {
    const [token] = match;
    if (start === -1) start = match.index;
    if (token === '{' || token === '[') {
      if (depth === 0 && match.index > start) {
        found.push({ start, end: match.index });
        start = match.index;
      }
      depth += 1;
    } else if ((token === '}' || token === ']') && depth > 0) {
      depth -= 1;
      if (depth > 0) continue;
      found.push({ start, end: match.index + 1 });
      start = -1;
    }
  }
  if (start !== -1) found.push({ start, end: text.length });
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The number of line ends between two places of a text. */
function linesBetween(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
