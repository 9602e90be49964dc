import type { Node as YamlNode } from 'yaml';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { sourceOf } from '../../syntax/tree/mappedText.ts';
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
 * `yamldecode` for YAML that every reader understands alike. Anchors and aliases, tags, merge keys, several documents,
 * and words that YAML versions read differently make the whole unknown.
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
    const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
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
      if (name.kind !== 'string' || name.value === '<<') this.#given.unknown('a key of its YAML is not followed');
      return computedMember(name.value, this.read(value, depth + 1), name.place);
    });
    return computedObject('object', members, at);
  }

  #scalar(node: YamlNode & { readonly value: unknown; readonly type?: string; readonly tag?: string }): Value {
    const at = this.#at(node);
    if (node.anchor !== undefined || node.tag !== undefined) this.#given.unknown('its YAML is not followed');
    const text = typeof node.value === 'string' ? node.value : '';
    if (node.type !== 'PLAIN') return computedString(text, at);
    if (/^(?:~|null|Null|NULL|)$/.test(text)) return computedNull(at);
    if (/^(?:true|True|TRUE)$/.test(text)) return computedBoolean(true, at);
    if (/^(?:false|False|FALSE)$/.test(text)) return computedBoolean(false, at);
    if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(text)) {
      const number = readDecimal(text);
      return number === null ? this.#given.unknown('a number is not followed') : computedNumber(number, at);
    }
    if (isAmbiguous(text)) this.#given.unknown('its YAML has a word that is read in several ways');
    return computedString(text, at);
  }

  #at(node: YamlNode): { readonly place: Value['place']; readonly expression: Value['expression'] } {
    const [start = 0, end = 0] = node.range ?? [];
    return { place: sourceOf(this.#source.mapped, start, end), expression: this.#source.expression };
  }
}

/** True for plain words that one version of YAML reads as text and another as a number, boolean or timestamp. */
function isAmbiguous(text: string): boolean {
  return /^(?:y|n|yes|no|on|off)$/i.test(text) || /^[-+.]?[\d.]/.test(text) || /^[-+]?\.(?:inf|nan)$/i.test(text);
}
