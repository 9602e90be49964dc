import { RE2JS } from 're2js';
import { computedList, computedMember, computedNull, computedObject, computedString } from '../../values/makeValue.ts';
import type { Value } from '../../values/value.ts';
import { TEXT_LIMIT, textSize } from '../../values/valueExtent.ts';
import type { Arguments } from '../arguments.ts';

/**
 * Functions of regular expressions, in the dialect that Terraform uses (RE2), by an engine whose time is linear in the
 * text whatever the pattern.
 */
export const REGEX_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  regex(given) {
    const matcher = match(given, given.text(0), given.text(1));
    return matcher.find() ? captured(given, matcher) : given.fail('the pattern did not match');
  },
  regexall(given) {
    const matcher = match(given, given.text(0), given.text(1));
    const found: Value[] = [];
    while (matcher.find()) {
      given.limit(found.length * (2 + matcher.groupCount()));
      given.spend(given.text(1).length >> 4);
      found.push(captured(given, matcher));
    }
    return computedList('list', found, given.at);
  },
  replace,
};

type Pattern = ReturnType<typeof RE2JS.compile>;
type Matcher = ReturnType<Pattern['matcher']>;

function compile(given: Arguments, pattern: string): Pattern {
  if (pattern.length > 1000) given.unknown('the pattern is too long');
  try {
    return RE2JS.compile(pattern);
  } catch {
    return given.unknown('the pattern is not followed');
  }
}

/** The pattern applied to a text; each letter may be compared with each part of the pattern. */
function match(given: Arguments, pattern: string, text: string): Matcher {
  given.spend(Math.ceil((pattern.length * text.length) / 16));
  return compile(given, pattern).matcher(text);
}

/** The whole match, or its groups: by name if they have names. */
function captured(given: Arguments, matcher: Matcher): Value {
  const groups = matcher.groupCount();
  if (groups === 0) return group(given, matcher.group());
  const named = Object.keys(matcher.pattern().namedGroups());
  if (named.length > 0) {
    if (named.length < groups) given.fail('a pattern cannot mix named and unnamed groups');
    return computedObject(
      'object',
      named.map((name) => computedMember(name, group(given, matcher.group(name)))),
      given.at,
    );
  }
  const items: Value[] = [];
  for (let index = 1; index <= groups; index += 1) items.push(group(given, matcher.group(index)));
  return computedList('tuple', items, given.at);
}

function group(given: Arguments, text: string | null | undefined): Value {
  return text === null || text === undefined ? computedNull(given.at) : computedString(text, given.at);
}

/** The text with each match replaced; `$1`, `${1}` and `${name}` insert groups as in Go. */
function replaceMatches(given: Arguments, pattern: string, text: string, replacement: string): string {
  const matcher = match(given, pattern, text);
  let [made, last] = ['', 0];
  while (matcher.find()) {
    given.spend(text.length >> 4);
    made += text.slice(last, matcher.start()) + expand(matcher, replacement);
    last = matcher.end();
    if (made.length > TEXT_LIMIT) given.unknown('its text is too long');
  }
  return made + text.slice(last);
}

function expand(matcher: Matcher, replacement: string): string {
  return replacement.replace(/\$\$|\$\{(\w+)\}|\$(\w+)/g, (reference, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return '$';
    const isNumber = /^\d+$/.test(name);
    if (isNumber) return Number(name) <= matcher.groupCount() ? (matcher.group(Number(name)) ?? '') : '';
    return name in matcher.pattern().namedGroups() ? (matcher.group(name) ?? '') : reference.slice(0, 0);
  });
}

/** A text for each occurrence of another, or of a pattern between slashes. */
function replace(given: Arguments): Value {
  const [text, wanted, replacement] = [given.text(0), given.text(1), given.text(2)];
  const isPattern = wanted.length > 1 && wanted.startsWith('/') && wanted.endsWith('/');
  if (wanted === '') given.unknown('an empty text is searched');
  if (!isPattern) {
    const parts = text.split(wanted);
    given.limit(textSize(parts.length * replacement.length));
    return computedString(parts.join(replacement), given.at);
  }
  return computedString(replaceMatches(given, wanted.slice(1, -1), text, replacement), given.at);
}
