import { readFile, writeFile } from 'node:fs/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import zopfli from '@gfx/zopfli';

/** Smaller files are packed by the quick packer; they would gain a few bytes only. */
const WORTH_IT = 4096;

const DEFLATED = 8;
const STORED = 0;

/** The flag that says that names are UTF-8; the others are about how the old file was written. */
const UTF8 = 0x800;

/** Packs the contents of a ZIP file again, as small as they get: names, times and contents stay. */
export async function shrinkZip(path) {
  const old = await readFile(path);
  const [locals, centrals] = [[], []];
  let offset = 0;
  for (const entry of entriesOf(old)) {
    const packed = await pack(entry.content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    writeFields(local, 6, entry, packed);
    local.writeUInt16LE(entry.name.length, 26);
    const central = Buffer.alloc(46);
    entry.header.copy(central, 0, 0, 46);
    writeFields(central, 8, entry, packed);
    // Neither extra fields nor a comment follow the name.
    central.writeUInt32LE(0, 30);
    central.writeUInt32LE(offset, 42);
    locals.push(local, entry.name, packed.data);
    centrals.push(central, entry.name);
    offset += local.length + entry.name.length + packed.data.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(centrals.length / 2, 8);
  end.writeUInt16LE(centrals.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  await writeFile(path, Buffer.concat([...locals, directory, end]));
}

/** The fields from the flags to the sizes, which both kinds of header have in the same order. */
function writeFields(header, at, { header: old, content }, { method, data }) {
  header.writeUInt16LE(old.readUInt16LE(8) & UTF8, at);
  header.writeUInt16LE(method, at + 2);
  old.copy(header, at + 4, 12, 20);
  header.writeUInt32LE(data.length, at + 12);
  header.writeUInt32LE(content.length, at + 16);
}

function* entriesOf(zip) {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [names, extras, comments] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const start = zip.readUInt32LE(at + 42);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    yield {
      header: zip.subarray(at, at + 46),
      name: zip.subarray(at + 46, at + 46 + names),
      content: zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed,
    };
    at += 46 + names + extras + comments;
  }
}

async function pack(content) {
  const quick = deflateRawSync(content, { level: 9, memLevel: 9 });
  const slow =
    content.length < WORTH_IT ? quick : Buffer.from(await zopfli.deflateAsync(content, { numiterations: 1 }));
  const data = slow.length < quick.length ? slow : quick;
  return data.length < content.length ? { method: DEFLATED, data } : { method: STORED, data: content };
}
