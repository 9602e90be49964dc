import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import type { FileContent, FileRefusal } from '../protocol/fileRequests.ts';
import { decodedContent, NOT_REGULAR, refusalOf, SIZE_LIMIT, TOO_LARGE } from '../protocol/fileRequests.ts';

/** A pipe would wait for a writer, and a new link would lead elsewhere. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * Reads a file by its real path; fails as the system does. Devices, pipes and sockets are not opened, and never more
 * than the limit plus one byte is read, whatever size a file claims.
 */
export async function readRegular(path: string): Promise<FileContent> {
  const obstacle = obstacleOf(await stat(path));
  if (obstacle !== null) return obstacle;
  const file = await open(path, FLAGS);
  try {
    return textOfBytes(await readOpen(file));
  } finally {
    await file.close();
  }
}

async function readOpen(file: FileHandle): Promise<FileBytes> {
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

/** The synchronous form of `readRegular`. */
export function readRegularNow(path: string): FileContent {
  return textOfBytes(readBytesNow(path));
}

/** The bytes of a file, read like `readRegularNow`. */
export function readBytesNow(path: string): FileBytes {
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

/** The bytes of a file, or the reason why there are none. */
export type FileBytes = { readonly bytes: Uint8Array } | FileRefusal;

/** The text of a file with these bytes, or the reason why it has none. */
export function textOfBytes(content: FileBytes): FileContent {
  if (!('bytes' in content)) return content;
  const { buffer, byteOffset, length } = content.bytes;
  return decodedContent(Buffer.from(buffer, byteOffset, length).toString('utf8'), content.bytes);
}

/** Reads files one after the other into the same memory. */
export class BytesReader {
  #room = Buffer.allocUnsafe(0x10000);

  /**
   * The bytes of a file that was just found to be a plain file in its folder, by its real path. They are valid until
   * the next call. Fails as the system does.
   */
  read(path: string): FileBytes {
    const file = openSync(path, FLAGS);
    try {
      const status = fstatSync(file);
      const obstacle = obstacleOf(status);
      if (obstacle !== null) return obstacle;
      return this.#readOpen(file, status.size);
    } finally {
      closeSync(file);
    }
  }

  #readOpen(file: number, expected: number): FileBytes {
    let length = 0;
    for (let room = Math.max(expected + 1, this.#room.length); ; room *= 2) {
      if (room > this.#room.length) this.#room = Buffer.concat([this.#room.subarray(0, length)], room);
      const count = readSync(file, this.#room, length, this.#room.length - length, null);
      length += count;
      if (length > SIZE_LIMIT) return TOO_LARGE;
      // A plain file returns everything at once.
      if (length < this.#room.length || count === 0) break;
    }
    const bytes = this.#room.subarray(0, length);
    return refusalOf(bytes) ?? { bytes };
  }
}

interface Status {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

function obstacleOf(status: Status): FileRefusal | null {
  if (status.isDirectory()) return { reason: 'it is a folder' };
  if (!status.isFile()) return NOT_REGULAR;
  return status.size > SIZE_LIMIT ? TOO_LARGE : null;
}

/** Collects the bytes of a file up to the limit plus one, which shows that there are too many. */
class BoundedBytes {
  #bytes: Buffer;
  #length = 0;

  constructor(expected: number) {
    this.#bytes = Buffer.allocUnsafe(expected + 1);
  }

  /** The buffer for the next bytes; empty once there are too many. */
  room(): Buffer {
    if (this.#length === this.#bytes.length && this.#length <= SIZE_LIMIT) {
      const larger = Buffer.allocUnsafe(Math.min(SIZE_LIMIT + 1, Math.max(4096, this.#length * 2)));
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    return this.#bytes.subarray(this.#length);
  }

  /** Counts the bytes received; false for none, which means the end. */
  take(count: number): boolean {
    this.#length += count;
    return count > 0;
  }

  content(): FileBytes {
    if (this.#length > SIZE_LIMIT) return TOO_LARGE;
    const bytes = this.#bytes.subarray(0, this.#length);
    return refusalOf(bytes) ?? { bytes };
  }
}
