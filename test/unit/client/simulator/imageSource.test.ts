import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { imagesOfText, readGivenImages } from '../../../../client/src/simulator/view/controls/imageSource.ts';

const PAGE = '{ "imageDetails": [{ "imageDigest": "sha256:1", "imagePushedAt": "2026-01-01T00:00:00Z" }] }';

describe('images that are given to the view', () => {
  it('reads what AWS printed, packed or not', async () => {
    const plain = await readGivenImages('images.json', new TextEncoder().encode(`\uFEFF${PAGE}`));
    const packed = await readGivenImages('images.json.gz', gzipSync(PAGE));
    expect(plain).toEqual({
      name: 'images.json',
      images: [expect.objectContaining({ digest: 'sha256:1' })],
      problems: [],
    });
    expect(packed).toEqual({ ...plain, name: 'images.json.gz' });
  });

  it('names what it cannot use, and does not list it without end', async () => {
    expect(imagesOfText('pasted text', 'hello').problems).toEqual([
      'pasted text: This is not JSON; give what aws ecr describe-images prints with --output json.',
    ]);
    const broken = imagesOfText('x', JSON.stringify(Array.from({ length: 9 }, () => ({}))));
    expect(broken.problems).toHaveLength(4);
    expect(broken.problems[0]).toBe('x: record 1, imageDigest: is missing; the record is left out');
    expect(broken.problems[3]).toBe('x: 6 further records have problems.');
    const damaged = await readGivenImages('x.gz', new Uint8Array([0x1f, 0x8b, 1, 2, 3]));
    expect(damaged.problems).toEqual(['x.gz: The archive is damaged. Give the file unpacked.']);
  });

  it('says so when there are no dates', () => {
    const { problems } = imagesOfText('list', '{ "imageIds": [{ "imageDigest": "sha256:1" }] }');
    expect(problems).toEqual(['list: 1 image has no date, as list-images prints it; its age is not known.']);
  });
});
