import type { Node as YamlNode } from 'yaml';
import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import { sourceOf } from '../../syntax/tree/mappedText.ts';
import type { Decimal } from '../values/decimal.ts';
import { readDecimal } from '../values/decimal.ts';
import {
  computedBoolean,
  computedList,
  computedMember,
  computedNull,
  computedNumber,
  computedObject,
  computedString,
} from '../values/makeValue.ts';
import type { StringValue, Value } from '../values/value.ts';
import type { Arguments } from './arguments.ts';

/** Longer texts than this are not read as YAML. */
const LENGTH_LIMIT = 100_000;

/** Deeper YAML than this is not followed. */
const DEPTH_LIMIT = 50;

/**
 * `yamldecode` for YAML without anchors, aliases, tags, merge keys, moments and several documents, which make the whole
 * unknown.
 */
export function yamldecode(given: Arguments): Value {
  const value = given.value(0);
  if (value.kind !== 'string') {
    given.text(0);
    given.unknown('its text is not known');
  }
  const { value: text } = value;
  if (text.length > LENGTH_LIMIT || /[[{]{20}|(?:[-?:]\s){50}/.test(text)) given.unknown('its text is too large');
  const root = readYaml(text);
  return root === null ? given.unknown('its YAML is not followed') : new YamlReader(given, value).read(root, 0);
}

function readYaml(text: string): YamlNode | null {
  try {
    const options = { schema: 'failsafe', logLevel: 'silent', prettyErrors: false } as const;
    const [document, ...others] = parseAllDocuments(text, options);
    if (document === undefined || others.length > 0) return null;
    return document.errors.length === 0 && document.warnings.length === 0 ? document.contents : null;
  } catch {
    return null;
  }
}

class YamlReader {
  readonly #given: Arguments;
  readonly #source: StringValue;

  constructor(given: Arguments, source: StringValue) {
    this.#given = given;
    this.#source = source;
  }

  read(node: unknown, depth: number): Value {
    if (depth > DEPTH_LIMIT) this.#given.unknown('its YAML is nested too deeply');
    if (isScalar(node)) return this.#scalar(node);
    const isPlain = (isSeq(node) || isMap(node)) && node.anchor === undefined && node.tag === undefined;
    if (!isPlain) this.#given.unknown('its YAML is not followed');
    const at = this.#at(node);
    if (isSeq(node)) {
      return computedList(
        'tuple',
        node.items.map((item) => this.read(item, depth + 1)),
        at,
      );
    }
    const members = node.items.map(({ key, value }) => {
      const name = this.read(key, depth + 1);
      const written = nameOfKey(name);
      if (written === null) this.#given.unknown('a key of its YAML is not followed');
      return computedMember(written, this.read(value, depth + 1), name.place);
    });
    return computedObject('object', members, at);
  }

  #scalar(node: YamlNode & { readonly value: unknown; readonly type?: string; readonly tag?: string }): Value {
    const at = this.#at(node);
    const isText = node.tag === TEXT_TAG;
    if (node.anchor !== undefined || (node.tag !== undefined && !isText))
      this.#given.unknown('its YAML is not followed');
    const text = typeof node.value === 'string' ? node.value : '';
    if (isText || node.type !== 'PLAIN') return computedString(text, at);
    const date = dateOf(text);
    if (date !== null) return computedString(date, at);
    if (/^(?:~|null|Null|NULL|)$/.test(text)) return computedNull(at);
    if (TRUE.test(text)) return computedBoolean(true, at);
    if (FALSE.test(text)) return computedBoolean(false, at);
    if (UNFOLLOWED.test(text)) this.#given.unknown('its YAML has a word that is not followed');
    if (!NUMBER.test(text) && !OTHER_INTEGER.test(text)) return computedString(text, at);
    const number = numberOf(text);
    return number === null ? this.#given.unknown('a number is not followed') : computedNumber(number, at);
  }

  #at(node: YamlNode): { readonly place: Value['place']; readonly expression: Value['expression'] } {
    const [start = 0, end = 0] = node.range ?? [];
    return { place: sourceOf(this.#source.mapped, start, end), expression: this.#source.expression };
  }
}

const TEXT_TAG = 'tag:yaml.org,2002:str';

/** The text that Terraform makes of a day; null for anything else. */
function dateOf(text: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (year === '' || Number(year) < 100) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day);
  return isReal ? `${date}T00:00:00Z` : null;
}

/** The key of a map, which is always text; null for one that is not followed. */
function nameOfKey(key: Value): string | null {
  if (key.kind === 'string') return key.value === '<<' ? null : key.value;
  if (key.kind === 'boolean') return String(key.value);
  return key.kind === 'number' && Number.isSafeInteger(key.value) ? String(key.value) : null;
}

/*
 * How Terraform reads plain words: YAML 1.1, but without its base 2, base 60 and underscores. Recorded from Terraform
 * 1.11.4 on 2026-11-30.
 */
const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const OTHER_INTEGER = /^0(?:x[\dA-Fa-f]{1,12}|o[0-7]{1,16})$/;
/** Moments, which Terraform writes anew, infinite numbers and the negative zero. */
const UNFOLLOWED = /^(?:\d{4}-\d{1,2}-\d{1,2}.*|[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)|-0+(?:\.0*)?)$/;

function numberOf(text: string): Decimal | null {
  if (OTHER_INTEGER.test(text)) return readDecimal(String(Number(text)));
  const [, sign = '', whole = '', fraction = '', exponent = ''] =
    /^([-+]?)0*(\d*)(?:\.(\d*))?([eE][-+]?\d+)?$/.exec(text) ?? [];
  if (whole.length + fraction.length > DIGITS || exponent.length > EXPONENT_LENGTH) return null;
  const decimal = `${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}${exponent.toLowerCase()}`;
  return readDecimal(`${sign === '-' ? '-' : ''}${decimal}`);
}

/** Numbers of more digits are not followed. */
const DIGITS = 15;
const EXPONENT_LENGTH = 4;
