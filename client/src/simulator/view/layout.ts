import { ageOn } from './moment.ts';
import type { Mark, Scene } from './scene.ts';

/** Sizes of the picture in CSS pixels. */
export const LANE_HEIGHT = 56;
export const AXIS_HEIGHT = 26;
export const MARK_SIZE = 8;
const MARGIN = 10;

/** Room at the left for images without a date. */
const UNDATED_WIDTH = 34;

/** Ages in days that the axis names. */
const TICKS: readonly (readonly [days: number, name: string])[] = [
  [0, 'now'],
  [1, '1 d'],
  [7, '7 d'],
  [30, '30 d'],
  [90, '90 d'],
  [365, '1 y'],
  [1825, '5 y'],
];

export interface Tick {
  readonly x: number;
  readonly name: string;
}

/** Where everything of a picture stands on one day, in CSS pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly ticks: readonly Tick[];
  /** By mark. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** The line of each lane at which its rule acts; null for none. */
  readonly limits: readonly (number | null)[];
}

/** Lays a scene out for a width and a day from now: the oldest images at the left, equal ages stacked. */
export function layOut({ marks, lanes, simulation }: Scene, width: number, day: number): Layout {
  const ages = marks.map((mark) => ageOn(mark, simulation.now, day));
  const oldest = Math.max(1, ...lanes.map(({ limit }) => Math.min(limit ?? 0, 3650) * 1.1), greatest(ages));
  const hasUndated = ages.includes(null);
  const left = MARGIN + (hasUndated ? UNDATED_WIDTH : 0);
  // By the logarithm, as days decide among the young images and months among the old ones.
  const across = (age: number) => width - MARGIN - (Math.log1p(age) / Math.log1p(oldest)) * (width - MARGIN - left);
  const { x, y } = stack(marks, (index) => {
    const age = ages[index] ?? null;
    return age === null ? MARGIN + UNDATED_WIDTH / 3 : across(age);
  });
  return {
    width,
    height: lanes.length * LANE_HEIGHT + AXIS_HEIGHT,
    ticks: TICKS.filter(([days]) => days <= oldest).map(([days, name]) => ({ x: across(days), name })),
    x,
    y,
    limits: lanes.map(({ limit }) => (limit === null || limit > oldest ? null : across(limit))),
  };
}

/** Puts marks that would lie on each other above each other, as far as the lane has room. */
function stack(marks: readonly Mark[], across: (index: number) => number): { x: Float32Array; y: Float32Array } {
  const x = new Float32Array(marks.length);
  const y = new Float32Array(marks.length);
  const places = Math.floor((LANE_HEIGHT - MARK_SIZE) / (MARK_SIZE + 1));
  const taken = new Map<number, number>();
  for (const [index, { lane }] of marks.entries()) {
    const at = across(index);
    const column = lane * 100_000 + Math.round(at / (MARK_SIZE + 1));
    const count = taken.get(column) ?? 0;
    taken.set(column, count + 1);
    // From the middle of the lane outwards, and again from the middle when it is full.
    const step = count % places;
    const offset = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * (MARK_SIZE + 1);
    x[index] = at;
    y[index] = (lane + 0.5) * LANE_HEIGHT + offset;
  }
  return { x, y };
}

function greatest(numbers: readonly (number | null)[]): number {
  let most = 0;
  for (const number of numbers) if (number !== null && number > most) most = number;
  return most;
}
