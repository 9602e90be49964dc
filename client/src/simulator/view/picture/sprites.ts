import type { SymbolType } from 'd3-shape';
import { symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolTimes } from 'd3-shape';
import type { Verdict } from '../../../../../server/src/simulate/run/outcome.ts';
import type { Colours } from './colours.ts';
import { MARK_SIZE } from './pictureLayout.ts';

/** The shape of each verdict, so that colour is not all that tells them apart. */
const SHAPES: Readonly<
  Record<Verdict, { readonly type: SymbolType; readonly isLine: boolean; readonly area: number }>
> = {
  keep: { type: symbolCircle, isLine: false, area: 30 },
  expire: { type: symbolTimes, isLine: true, area: 34 },
  archive: { type: symbolSquare, isLine: false, area: 38 },
  unknown: { type: symbolDiamond2, isLine: true, area: 34 },
};

/** Half the side of a sprite in CSS pixels: a mark, and the ring of a change around it. */
export const SPRITE_REACH = MARK_SIZE;

/** Pictures of the marks, drawn once for a theme and a screen, and copied for each image. */
export class Sprites {
  readonly #made = new Map<string, HTMLCanvasElement>();
  readonly #colours: Colours;
  readonly #ratio: number;

  constructor(colours: Colours, ratio: number) {
    this.#colours = colours;
    this.#ratio = ratio;
  }

  /** A mark of a verdict; `changed` ones carry a ring. */
  spriteOf(verdict: Verdict, changed: boolean): HTMLCanvasElement {
    const key = `${verdict} ${changed}`;
    let made = this.#made.get(key);
    if (made === undefined) {
      made = this.#draw(verdict, changed);
      this.#made.set(key, made);
    }
    return made;
  }

  #draw(verdict: Verdict, changed: boolean): HTMLCanvasElement {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.ceil(2 * SPRITE_REACH * this.#ratio);
    const pen = canvas.getContext('2d');
    if (pen === null) return canvas;
    pen.scale(this.#ratio, this.#ratio);
    pen.translate(SPRITE_REACH, SPRITE_REACH);
    const { type, isLine, area } = SHAPES[verdict];
    pen.fillStyle = pen.strokeStyle = this.#colours.verdicts[verdict];
    pen.lineWidth = isLine ? 2 : 1;
    pen.beginPath();
    symbol(type, area).context(pen)();
    if (isLine) pen.stroke();
    else pen.fill();
    if (changed) {
      pen.beginPath();
      pen.arc(0, 0, SPRITE_REACH - 1, 0, 2 * Math.PI);
      pen.strokeStyle = this.#colours.ink;
      pen.lineWidth = 1.5;
      pen.stroke();
    }
    return canvas;
  }
}
