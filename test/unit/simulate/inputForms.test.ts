import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readGivenImages } from '../../../client/src/simulator/view/controls/imageSource.ts';
import { decodeText } from '../../../server/src/simulate/input/decodeText.ts';
import { describeProblem } from '../../../server/src/simulate/input/inputProblem.ts';
import { readImages } from '../../../server/src/simulate/input/readImages.ts';

const PAGE = { imageDetails: [{ imageDigest: 'sha256:ä€😀', imagePushedAt: '2025-12-01T00:00:00Z' }] };

function utf16(text: string, isBig: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

describe('bytes of an input', () => {
  const text = JSON.stringify(PAGE);
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(text, false)],
    ['UTF-16, big end first', utf16(text, true)],
    ['UTF-16 in lines', utf16(JSON.stringify(PAGE, null, 2).replaceAll('\n', '\r\n'), false)],
    ['gzip', gzipSync(text)],
    ['gzip of UTF-16', gzipSync(utf16(text, false))],
    ['gzip of UTF-16, big end first', gzipSync(utf16(text, true))],
  ])('as %s are read', async (_, bytes) => {
    const { images, problems } = await readGivenImages('x', new Uint8Array(bytes));
    expect([images.map(({ digest }) => digest), problems]).toEqual([['sha256:ä€😀'], []]);
  });

  it('may be none', () => {
    expect(decodeText(new Uint8Array())).toBe('');
    expect(decodeText(new Uint8Array([0xff]))).toBe('\uFFFD');
  });
});

const problemsOf = (text: string) => readImages(text).problems.map(describeProblem);

describe('what the AWS command line prints in other formats', () => {
  const HINT = /^This is what --output (\w+) prints, not JSON; add --output json to the command\.$/;
  it.each([
    ['table', '---------\n|DescribeImages|\n+---+\n||  imageDetails ||\n|+--+|\n'],
    ['table', '\r\n-------------------\r\n|  ListImages  |\r\n+-----------------+\r\n'],
    ['yaml', 'imageDetails:\n- imageDigest: sha256:1\n  imageTags:\n  - v1\n'],
    ['yaml', '- imageDigest: sha256:1\n- imageDigest: sha256:2\n'],
    ['yaml', 'imageIds:\n- imageDigest: "sha256:1"\n  imageTag: "[a]"\n'],
    ['yaml', '---\nimageDetails: []\n'],
    ['text', 'IMAGEDETAILS\tapplication/vnd.oci.image.manifest.v1+json\tsha256:1\nIMAGETAGS\tv1\n'],
    ['text', 'IMAGEIDS\tsha256:1\tv1\nIMAGEIDS\tsha256:2\tv2\n'],
  ])('are told once: %s', (form, text) => {
    expect(problemsOf(text)).toHaveLength(1);
    expect(HINT.exec(problemsOf(text)[0] ?? '')?.[1]).toBe(form);
  });

  it('are not taken for JSON that is cut off', () => {
    expect(problemsOf('{"imageDetails":[{"imageDigest":"a"}')).toEqual([
      'Line 1: what begins here is not JSON, or it is not complete.',
    ]);
  });
});

const momentOf = (imagePushedAt: string) => {
  const { images, problems } = readImages(JSON.stringify([{ imageDigest: 'a', imagePushedAt }]));
  return images[0]?.pushedAt ?? problems.map(describeProblem)[0];
};

describe('a date', () => {
  it.each([
    '2026-02-30',
    '2026-02-29',
    '2026-04-31',
    '2026-06-31',
    '2025-02-29',
    '2100-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-01-32',
  ])('of no month is refused: %s', (day) => {
    expect(momentOf(`${day}T00:00:00Z`)).toContain('is not a day of the calendar; it is left out');
    expect(momentOf(`${day} 10:00:00+02:00`)).toContain('is not a day of the calendar');
  });

  it.each([
    '2024-02-29',
    '2000-02-29',
    '2026-02-28',
    '2026-12-31',
    '2026-01-01',
    '2026-04-30',
    '1970-01-01',
    '2026-10-25',
  ])('of the calendar is read: %s', (day) => {
    expect(momentOf(`${day}T00:00:00Z`)).toBe(Date.parse(day));
  });
});

describe('a word that every object knows', () => {
  it.each([
    'constructor',
    '__proto__',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'isPrototypeOf',
    '__defineGetter__',
    'active',
  ])('is no state of an image: %s', (word) => {
    const text = `[{"imageDigest": "a", "imageStatus": "${word}"}, {"imageDigest": "b"}]`;
    const { images, problems } = readImages(text);
    expect(images.map(({ digest, state }) => [digest, state])).toEqual([['b', 'standard']]);
    expect(problems.map(describeProblem)).toEqual([
      `record 1, imageStatus: "${word}" is not known; the record is left out`,
    ]);
  });
});
