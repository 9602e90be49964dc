import { printNumber } from '../facts/printNumber.ts';

/** A number of bytes in a suitable decimal unit, as the ECR console and the bill count. */
export function printBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${Number(value.toPrecision(3))} ${units[unit]}`;
}

/** A number of things in words: "1 image", "3,000 images". */
export function printCount(number: number, singular: string, plural = `${singular}s`): string {
  return `${printNumber(number)} ${number === 1 ? singular : plural}`;
}
