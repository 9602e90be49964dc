import type { Verdict } from '../../../../../server/src/simulate/run/outcome.ts';
import { verdictOn } from '../controls/moment.ts';
import { element } from '../dom.ts';
import type { Colours } from './colours.ts';
import { coloursOf } from './colours.ts';
import { drawBands, drawRunning } from './guaranteedMarks.ts';
import type { Layout } from './pictureLayout.ts';
import { AXIS_HEIGHT, LANE_HEIGHT, layOut } from './pictureLayout.ts';
import type { Scene } from './scene.ts';
import { SPRITE_REACH, Sprites } from './sprites.ts';

const VERDICTS: readonly Verdict[] = ['keep', 'expire', 'archive', 'unknown'];

/** A pointer within this distance of a mark, in CSS pixels, selects it. */
const REACH = 9;

/** The state of the picture besides the scene. */
export interface PictureState {
  readonly day: number;
  /** The lane at the cursor. */
  readonly lane: number | null;
  /** The chosen mark. */
  readonly chosen: number | null;
}

/** The canvas: a lane for each rule, time to the right, a mark for each image. */
export class Picture {
  readonly canvas = element('canvas', { 'aria-hidden': 'true' });
  #scene: Scene | null = null;
  #state: PictureState = { day: 0, lane: null, chosen: null };
  #layout: Layout | null = null;
  #isDue = false;

  /** Draws at the next frame. */
  show(scene: Scene | null, state: PictureState): void {
    const isSame = scene === this.#scene && state.day === this.#state.day;
    this.#scene = scene;
    this.#state = state;
    if (!isSame) this.#layout = null;
    this.#redraw();
  }

  /** Lays out and draws again for another size or theme. */
  refresh(): void {
    this.#layout = null;
    this.#redraw();
  }

  /** The mark at a point of the canvas, or null. */
  markAt(x: number, y: number): number | null {
    const layout = this.#layOut();
    let [nearest, least]: [number | null, number] = [null, REACH ** 2];
    // A hundred thousand distances take less than a millisecond.
    for (const [index, markX] of layout?.x.entries() ?? []) {
      const distance = (markX - x) ** 2 + ((layout?.y[index] ?? 0) - y) ** 2;
      if (distance < least) [nearest, least] = [index, distance];
    }
    return nearest;
  }

  /** The position of a mark, in CSS pixels. */
  placeOf(mark: number): { readonly x: number; readonly y: number } | null {
    const layout = this.#layOut();
    const [x, y] = [layout?.x[mark], layout?.y[mark]];
    return x === undefined || y === undefined ? null : { x, y };
  }

  /** The lane's marks from the oldest to the newest. */
  marksOf(lane: number): number[] {
    const layout = this.#layOut();
    const marks = this.#scene?.marks ?? [];
    const own = marks.flatMap((mark, index) => (mark.lane === lane ? [index] : []));
    return own.sort((one, other) => (layout?.x[one] ?? 0) - (layout?.x[other] ?? 0) || one - other);
  }

  #layOut(): Layout | null {
    if (this.#layout === null && this.#scene !== null) {
      this.#layout = layOut(this.#scene, Math.max(100, this.canvas.parentElement?.clientWidth ?? 0), this.#state.day);
    }
    return this.#layout;
  }

  #redraw(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#draw();
    });
  }

  #draw(): void {
    const layout = this.#layOut();
    const pen = this.canvas.getContext('2d');
    if (layout === null || pen === null || this.#scene === null) return;
    const ratio = window.devicePixelRatio || 1;
    const { width, height } = layout;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    pen.scale(ratio, ratio);
    const colours = coloursOf(document.body);
    drawGround(pen, layout, this.#scene, this.#state, colours);
    drawBands(pen, layout, this.#scene, colours);
    drawMarks(pen, layout, this.#scene, this.#state, new Sprites(colours, ratio));
    drawRunning(pen, layout, this.#scene, colours);
    const chosen = this.#state.chosen === null ? null : this.placeOf(this.#state.chosen);
    if (chosen !== null) {
      pen.strokeStyle = colours.accent;
      pen.lineWidth = 2;
      pen.strokeRect(
        chosen.x - SPRITE_REACH - 1,
        chosen.y - SPRITE_REACH - 1,
        2 * SPRITE_REACH + 2,
        2 * SPRITE_REACH + 2,
      );
    }
  }
}

function drawGround(
  pen: CanvasRenderingContext2D,
  { width, height, ticks, limits }: Layout,
  { lanes }: Scene,
  { lane: current }: PictureState,
  colours: Colours,
): void {
  const foot = height - AXIS_HEIGHT;
  for (const lane of lanes.keys()) {
    if (lane === current) {
      pen.fillStyle = colours.tint;
      pen.fillRect(0, lane * LANE_HEIGHT, width, LANE_HEIGHT);
    }
    pen.fillStyle = colours.line;
    pen.fillRect(0, (lane + 1) * LANE_HEIGHT - 1, width, 1);
  }
  pen.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  pen.textBaseline = 'middle';
  let free = Number.POSITIVE_INFINITY;
  for (const { x, name } of ticks) {
    pen.fillStyle = colours.line;
    pen.fillRect(Math.round(x), 0, 1, foot);
    const half = pen.measureText(name).width / 2 + 3;
    const middle = Math.min(width - half, Math.max(half, x));
    // A name that would overlap the previous one is left out.
    if (middle + half > free) continue;
    free = middle - half;
    pen.fillStyle = colours.dim;
    pen.textAlign = 'center';
    pen.fillText(name, middle, height - AXIS_HEIGHT / 2);
  }
  for (const [lane, x] of limits.entries()) {
    if (x === null) continue;
    pen.fillStyle =
      lanes[lane]?.outcome?.rule.action === 'archive' ? colours.verdicts.archive : colours.verdicts.expire;
    pen.fillRect(Math.round(x) - 1, lane * LANE_HEIGHT + 3, 2, LANE_HEIGHT - 7);
  }
}

function drawMarks(
  pen: CanvasRenderingContext2D,
  { x, y, width, height }: Layout,
  { marks }: Scene,
  { day }: PictureState,
  sprites: Sprites,
): void {
  const side = 2 * SPRITE_REACH;
  // Only one of several marks on a pixel is drawn: a hundred thousand images cover a few thousand pixels.
  const kinds = VERDICTS.length * 2;
  const drawn = new Uint8Array((width + 1) * (height + 1) * kinds);
  for (const [index, mark] of marks.entries()) {
    const [left, top] = [Math.round(x[index] ?? 0), Math.round(y[index] ?? 0)];
    const verdict = verdictOn(mark, day);
    const kind = VERDICTS.indexOf(verdict) * 2 + (mark.before === null ? 0 : 1);
    const place = (top * (width + 1) + left) * kinds + kind;
    if (drawn[place] === 1) continue;
    drawn[place] = 1;
    pen.globalAlpha = verdict === 'keep' || day === 0 ? 1 : 0.75;
    pen.drawImage(sprites.spriteOf(verdict, mark.before !== null), left - SPRITE_REACH, top - SPRITE_REACH, side, side);
  }
  pen.globalAlpha = 1;
}
