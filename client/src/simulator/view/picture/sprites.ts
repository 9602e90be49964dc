import type { Verdict } from '../../../../../server/src/simulate/run/outcome.ts';
import type { Colours } from './colours.ts';
import { MARK_SIZE } from './pictureLayout.ts';

type Pen = CanvasRenderingContext2D;

/** The shape of each verdict around the origin, so that not only color distinguishes them. */
const SHAPES: Readonly<Record<Verdict, { readonly isLine: boolean; readonly trace: (pen: Pen) => void }>> = {
  keep: { isLine: false, trace: (pen) => pen.arc(0, 0, 3.1, 0, 2 * Math.PI) },
  archive: { isLine: false, trace: (pen) => pen.rect(-3.1, -3.1, 6.2, 6.2) },
  expire: {
    isLine: true,
    trace: (pen) => {
      for (const side of [-3.5, 3.5]) {
        pen.moveTo(side, -3.5);
        pen.lineTo(-side, 3.5);
      }
    },
  },
  unknown: {
    isLine: true,
    trace: (pen) => {
      pen.moveTo(0, -3.65);
      pen.lineTo(3.65, 0);
      pen.lineTo(0, 3.65);
      pen.lineTo(-3.65, 0);
      pen.closePath();
    },
  },
};

/** Half the side of a sprite in CSS pixels: a mark, and the ring of a change around it. */
export const SPRITE_REACH = MARK_SIZE;

/** Pictures of the marks, drawn once for each theme and screen, and copied for each image. */
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
    const { isLine, trace } = SHAPES[verdict];
    pen.fillStyle = pen.strokeStyle = this.#colours.verdicts[verdict];
    pen.lineWidth = isLine ? 2 : 1;
    pen.beginPath();
    trace(pen);
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
