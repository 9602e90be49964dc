// Encodes screenshots as an animation that repeats forever.
import gifenc from 'gifenc';
import { PNG } from 'pngjs';

const { applyPalette, GIFEncoder, quantize } = gifenc;

/** The most colors of a frame; one place in the palette of 256 is kept for pixels that do not change. */
const COLOURS = 255;

/**
 * The GIF of frames `{ png, milliseconds }`, all of one size. Frames that show the same become one, and a later frame
 * writes only the pixels that change.
 */
export function animatedGif(frames) {
  const encoder = GIFEncoder();
  const shown = merged(frames.map(({ png, milliseconds }) => ({ ...PNG.sync.read(png), milliseconds })));
  const palette = quantize(sampleOf(shown), COLOURS);
  const transparentIndex = palette.length;
  const fullPalette = [...palette, [0, 0, 0]];
  let before = null;
  for (const { data, width, height, milliseconds } of shown) {
    const indexed = applyPalette(data, palette);
    const written =
      before === null ? indexed : indexed.map((index, at) => (index === before[at] ? transparentIndex : index));
    encoder.writeFrame(written, width, height, {
      ...(before === null && { palette: fullPalette, repeat: 0 }),
      delay: milliseconds,
      transparent: before !== null,
      transparentIndex,
      dispose: before === null ? -1 : 1,
    });
    before = indexed;
  }
  encoder.finish();
  return Buffer.from(encoder.bytes());
}

/** The frames without those that repeat the one before, whose time the first of them gets. */
function merged(frames) {
  const kept = [];
  for (const frame of frames) {
    const last = kept.at(-1);
    if (last?.data.equals(frame.data)) last.milliseconds += frame.milliseconds;
    else kept.push(frame);
  }
  return kept;
}

/** Every color of all frames once for each thousand pixels of it, so that the palette serves all of them. */
function sampleOf(frames) {
  const counts = new Map();
  for (const { data } of frames) {
    for (let at = 0; at < data.length; at += 4) {
      const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const pixels = [];
  for (const [colour, count] of counts) {
    const times = Math.min(1 + Math.floor(count / 1000), 50);
    for (let time = 0; time < times; time += 1) pixels.push(colour >> 16, (colour >> 8) & 255, colour & 255, 255);
  }
  return new Uint8Array(pixels);
}
