import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import type { FileContent } from '../protocol/fileRequests.ts';
import { contentOf, NOT_REGULAR, SIZE_LIMIT, TOO_LARGE } from '../protocol/fileRequests.ts';

/** A pipe would wait for a writer, and a link that has come meanwhile would lead elsewhere. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * Reads a file by its real path; fails as the system does. Devices, pipes and sockets are not opened, and never more is
 * read than the limit and one byte, whatever size a file claims.
 */
export async function readRegular(path: string): Promise<FileContent> {
  const obstacle = obstacleOf(await stat(path));
  if (obstacle !== null) return obstacle;
  const file = await open(path, FLAGS);
  try {
    return await readOpen(file);
  } finally {
    await file.close();
  }
}

async function readOpen(file: FileHandle): Promise<FileContent> {
  const status = await file.stat();
  const obstacle = obstacleOf(status);
  if (obstacle !== null) return obstacle;
  const bytes = new BoundedBytes(status.size);
  for (let isOver = false; !isOver; ) {
    const room = bytes.room();
    isOver = !bytes.take(room.length === 0 ? 0 : (await file.read(room, 0, room.length, null)).bytesRead);
  }
  return bytes.content();
}

/** The same as `readRegular`, at once. */
export function readRegularNow(path: string): FileContent {
  const obstacle = obstacleOf(statSync(path));
  if (obstacle !== null) return obstacle;
  const file = openSync(path, FLAGS);
  try {
    const status = fstatSync(file);
    const second = obstacleOf(status);
    if (second !== null) return second;
    const bytes = new BoundedBytes(status.size);
    for (let isOver = false; !isOver; ) {
      const room = bytes.room();
      isOver = !bytes.take(room.length === 0 ? 0 : readSync(file, room, 0, room.length, null));
    }
    return bytes.content();
  } finally {
    closeSync(file);
  }
}

interface Status {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

function obstacleOf(status: Status): FileContent | null {
  if (status.isDirectory()) return { reason: 'it is a folder' };
  if (!status.isFile()) return NOT_REGULAR;
  return status.size > SIZE_LIMIT ? TOO_LARGE : null;
}

/** Collects the bytes of a file up to the limit and one more, which tells that there are too many. */
class BoundedBytes {
  #bytes: Buffer;
  #length = 0;

  constructor(expected: number) {
    this.#bytes = Buffer.allocUnsafe(expected + 1);
  }

  /** Where the next bytes go; empty once there are too many. */
  room(): Buffer {
    if (this.#length === this.#bytes.length && this.#length <= SIZE_LIMIT) {
      const larger = Buffer.allocUnsafe(Math.min(SIZE_LIMIT + 1, Math.max(4096, this.#length * 2)));
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    return this.#bytes.subarray(this.#length);
  }

  /** Counts the bytes that came; false when none did, which is the end. */
  take(count: number): boolean {
    this.#length += count;
    return count > 0;
  }

  content(): FileContent {
    return this.#length > SIZE_LIMIT ? TOO_LARGE : contentOf(this.#bytes.toString('utf8', 0, this.#length));
  }
}
