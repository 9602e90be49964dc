import type { Colours } from './colours.ts';
import type { Layout } from './pictureLayout.ts';
import { LANE_HEIGHT } from './pictureLayout.ts';
import type { Scene } from './scene.ts';
import { SPRITE_REACH } from './sprites.ts';

/** The height of a band and the room for it, in CSS pixels. */
const BAND = 3;
const BAND_STEP = 5;

/** Draws over each lane which images a guarantee keeps; the band is broken when the guarantee does not hold. */
export function drawBands(pen: CanvasRenderingContext2D, { x }: Layout, { bands }: Scene, colours: Colours): void {
  for (const { lane, guarantee, isBroken, marks } of bands) {
    const places = marks.map((mark) => x[mark] ?? 0);
    const first = places.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY) - SPRITE_REACH;
    const last = places.reduce((most, place) => Math.max(most, place), 0) + SPRITE_REACH;
    pen.strokeStyle = isBroken ? colours.verdicts.expire : colours.verdicts.keep;
    pen.lineWidth = BAND;
    pen.setLineDash(isBroken ? [6, 4] : []);
    const y = lane * LANE_HEIGHT + 3 + guarantee * BAND_STEP;
    pen.beginPath();
    pen.moveTo(first, y);
    pen.lineTo(last, y);
    pen.stroke();
  }
  pen.setLineDash([]);
}

/** Draws a ring around each image that a resource of the workspace runs. */
export function drawRunning(pen: CanvasRenderingContext2D, { x, y }: Layout, { marks }: Scene, colours: Colours): void {
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.5;
  for (const [index, { runs }] of marks.entries()) {
    if (runs.length === 0) continue;
    pen.beginPath();
    pen.arc(x[index] ?? 0, y[index] ?? 0, SPRITE_REACH, 0, 2 * Math.PI);
    pen.stroke();
  }
}
