/**
 * The number in a description: from `least` to `most` days or images, with weeks, months and years converted to days.
 */
export interface StatedAmount {
  readonly least: number;
  readonly most: number;
  readonly unit: 'day' | 'image';
  /** As it is written: "2 weeks". */
  readonly words: string;
  /** Half-open range of the number and the unit in the text. */
  readonly start: number;
  readonly end: number;
}

const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

const TENS: ReadonlyMap<string, number> = new Map([
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
  ['hundred', 100],
]);

/** The least and most days that each unit of time stands for. */
const DAYS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['hour', [1 / 24, 1 / 24]],
  ['day', [1, 1]],
  ['week', [7, 7]],
  ['month', [28, 31]],
  ['year', [360, 366]],
]);

const WORDS = [...NUMBER_WORDS, ...TENS.keys()].join('|');
const AMOUNT = new RegExp(
  String.raw`(?<![\w.,-])(\d{1,6}|${WORDS})[ -](?:(?:newest|latest|most recent|last|old|untagged|tagged) )?(hour|day|week|month|year|image)s?\b`,
  'gi',
);
const ANY_NUMBER = new RegExp(String.raw`\d+|\b(?:${WORDS}|minutes?|few|several|dozen)\b`, 'gi');

/** The only amount in a text; null when there is none or more than one. */
export function statedAmount(text: string): StatedAmount | null {
  const [found, ...others] = [...text.matchAll(AMOUNT)];
  if (found === undefined || others.length > 0 || [...text.matchAll(ANY_NUMBER)].length !== 1) return null;
  const [words, number = '', unit = ''] = found;
  const count = numberOf(number.toLowerCase());
  const [least, most] = DAYS.get(unit.toLowerCase()) ?? [1, 1];
  return {
    // A part of a day may be rounded either way.
    least: Math.floor(count * least),
    most: Math.ceil(count * most),
    unit: unit.toLowerCase() === 'image' ? 'image' : 'day',
    words,
    start: found.index,
    end: found.index + words.length,
  };
}

function numberOf(text: string): number {
  const word = NUMBER_WORDS.indexOf(text);
  return word === -1 ? (TENS.get(text) ?? Number(text)) : word;
}

const UNTAGGED = `(?:un-?tagged|tagless|dangling|without (?:a |any )?tags?)`;
const SPEAKS_OF_UNTAGGED = new RegExp(String.raw`\b${UNTAGGED}\b`, 'i');
/** Other images in addition to the untagged ones, or all but these. */
const MORE_THAN_UNTAGGED = new RegExp(
  String.raw`(?<!un-?)\btagged\b|\b(?:and|or|not|no|except|but|than|including|incl|also|even|both|besides|beside|plus|with|of)\W+(?:\w+\W+)?${UNTAGGED}|${UNTAGGED}\W*(?:images?\W+)?(?:,|\/|&|\+|\b(?:and|or|as well|plus|including|too)\b)|[/&+]\s*${UNTAGGED}|\b(?:all|any|every) (?:the )?images?\b|\bother\b`,
  'i',
);

/** Which images a description speaks of, where it leaves no doubt. */
export function statedImages(text: string): 'untagged' | 'all' | null {
  if (SPEAKS_OF_UNTAGGED.test(text)) return MORE_THAN_UNTAGGED.test(text) ? null : 'untagged';
  const isAll = /\b(?:all|any|every) (?:the )?images?\b(?! (?:with|without|that|tagged|of|in|but|except|whose))/i.test(
    text,
  );
  return isAll && !/\b(?:other|rest|remaining|except|but)\b/i.test(text) ? 'all' : null;
}
