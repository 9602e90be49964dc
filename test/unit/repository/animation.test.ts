import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const PATH = 'docs/images/animation.gif';
const bytes = readFileSync(PATH);

/** The times of all frames, in hundredths of a second: each has a graphic control extension. */
function frameTimes(): number[] {
  const times: number[] = [];
  for (let at = bytes.indexOf(CONTROL); at !== -1; at = bytes.indexOf(CONTROL, at + 8)) {
    if (bytes[at + 7] === 0) times.push(bytes.readUInt16LE(at + 4));
  }
  return times;
}

const CONTROL = Buffer.from([0x21, 0xf9, 0x04]);

it('shows the product at work, again and again, in less than half a minute and 1.5 MB', () => {
  expect(bytes.subarray(0, 6).toString('latin1')).toBe('GIF89a');
  expect(bytes.includes('NETSCAPE2.0')).toBe(true);
  expect(bytes.length).toBeLessThan(1.5 * 1024 * 1024);
  const times = frameTimes();
  expect(times.length).toBeGreaterThan(40);
  const all = times.reduce((sum, time) => sum + time, 0) / 100;
  expect(all).toBeGreaterThan(10);
  expect(all).toBeLessThan(30);
  // Long enough to read what is wrong, what mends it, and what the policy deletes before and after an edit.
  expect(times.filter((time) => time >= 200).length).toBeGreaterThanOrEqual(4);
});

it('is wide enough to read and stands at the top of the page', () => {
  expect(bytes.readUInt16LE(6)).toBeGreaterThanOrEqual(1000);
  const [picture] = /!\[[^\]]+\]\(([^)]+)\)/.exec(readFileSync('README.md', 'utf8'))?.slice(1) ?? [];
  expect(picture).toBe(PATH);
});
