import { createReadStream } from 'node:fs';
import { stdin } from 'node:process';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { reasonOf } from '../../files/nodeFiles.ts';
import type { Plan } from '../../review/plan/plan.ts';
import { PlanReader } from '../../review/plan/planReader.ts';
import { UsageError } from '../usage.ts';

/** Reads a plan in chunks, however large it is; `-` is standard input. Throws a `UsageError` for anything else. */
export async function readPlanFile(path: string): Promise<Plan> {
  const name = path === '-' ? 'standard input' : path;
  const reader = new PlanReader(name);
  try {
    let decoder: TextDecoder | null = null;
    for await (const bytes of unpacked(path === '-' ? stdin : createReadStream(path, { highWaterMark: 1 << 18 }))) {
      decoder ??= decoderFor(bytes);
      if (!reader.write(decoder.decode(bytes, { stream: true }))) break;
    }
    if (decoder !== null) reader.write(decoder.decode());
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${reasonOf(error)}`);
  }
  const reading = reader.end();
  if (reading.kind === 'plan') return reading.plan;
  throw new UsageError(`${name} ${reading.because}`, reading.commands);
}

/** The bytes of a stream, decompressed if they are gzip. */
async function* unpacked(stream: Readable): AsyncIterable<Buffer> {
  const pieces: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const all = rest(first.value, pieces);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* all;
  else yield* unzipped(all);
}

async function* rest(first: Buffer, pieces: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  for (let next: IteratorResult<Buffer> = { value: first }; next.done !== true; next = await pieces.next()) {
    yield next.value;
  }
}

async function* unzipped(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  const feeding = (async () => {
    for await (const piece of packed) {
      if (!gunzip.write(piece)) await new Promise((done) => gunzip.once('drain', done));
    }
    gunzip.end();
  })();
  yield* gunzip;
  await feeding;
}

/**
 * Decodes UTF-8, or UTF-16 when a byte order mark or the zeros of the first characters indicate it, as PowerShell's `>`
 * writes.
 */
function decoderFor([first, second]: Buffer): TextDecoder {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}
