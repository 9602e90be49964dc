import { ageOn } from '../controls/moment.ts';
import { t } from '../language.ts';
import type { Mark, Scene } from './scene.ts';

/** Sizes of the picture in CSS pixels. */
export const LANE_HEIGHT = 56;
export const AXIS_HEIGHT = 26;
export const MARK_SIZE = 8;
const MARGIN = 10;

/** Ages at which rules act never make the picture wider than this. */
const MOST_DAYS = 3650;

/** Space at the left for images without a date. */
const UNDATED_WIDTH = 34;

/** Ages in days that the axis labels. */
const TICKS = [0, 1, 7, 30, 90, 365, 1825] as const;

export interface Tick {
  readonly x: number;
  readonly name: string;
}

/** The position of everything in a picture on one day, in CSS pixels. */
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
  // A negative age means unknown.
  const ages = Float64Array.from(marks, (mark) => ageOn(mark, simulation.now, day) ?? -1);
  const furthest = lanes.reduce((most, { limit }) => Math.max(most, Math.min(limit ?? 0, MOST_DAYS) * 1.1), 1);
  const oldest = ages.reduce((most, age) => Math.max(most, age), furthest);
  const left = MARGIN + (ages.includes(-1) ? UNDATED_WIDTH : 0);
  // Logarithmic, because days matter among young images and months among old ones.
  const across = (age: number) => width - MARGIN - (Math.log1p(age) / Math.log1p(oldest)) * (width - MARGIN - left);
  const x = Float32Array.from(ages, (age) => (age < 0 ? MARGIN + UNDATED_WIDTH / 3 : across(age)));
  return {
    width,
    height: lanes.length * LANE_HEIGHT + AXIS_HEIGHT,
    ticks: TICKS.filter((days) => days <= oldest).map((days) => ({ x: across(days), name: ageInWords(days) })),
    x,
    y: stack(marks, x, lanes.length, width),
    limits: lanes.map(({ limit }) => (limit === null || limit > oldest ? null : across(limit))),
  };
}

function ageInWords(days: number): string {
  if (days === 0) return t('now');
  return days < 365 ? t('{0} d', days) : t('{0} y', days / 365);
}

/** Stacks marks that would overlap, as far as the lane has room. */
function stack(marks: readonly Mark[], x: Float32Array, lanes: number, width: number): Float32Array {
  const y = new Float32Array(marks.length);
  const places = Math.floor((LANE_HEIGHT - MARK_SIZE) / (MARK_SIZE + 1));
  const columns = Math.ceil(width / (MARK_SIZE + 1)) + 1;
  const taken = new Uint32Array(lanes * columns);
  for (const [index, { lane }] of marks.entries()) {
    const column = lane * columns + Math.round((x[index] ?? 0) / (MARK_SIZE + 1));
    const count = taken[column] ?? 0;
    taken[column] = count + 1;
    // From the middle of the lane outwards, and from the middle again when it is full.
    const step = count % places;
    const offset = (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * (MARK_SIZE + 1);
    y[index] = (lane + 0.5) * LANE_HEIGHT + offset;
  }
  return y;
}
