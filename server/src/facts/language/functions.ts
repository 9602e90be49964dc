/**
 * The functions of Terraform's language with their parameters.
 * Source: `terraform metadata functions -json` of Terraform 1.11.4 for names, parameters and types; documentation of
 * the language for what they do. Read 2026-11-30.
 */

export interface FunctionFact {
  readonly name: string;
  /** Each as `name: type`; `...` before the name of one that may be repeated. */
  readonly parameters: readonly string[];
  readonly result: string;
  readonly documentation: string;
}

const TABLE = `
abs(num: number): number - The number without its sign.
abspath(path: string): string - The path from the root of the file system.
alltrue(list: list of bool): bool - True when all elements are true, and for an empty list.
anytrue(list: list of bool): bool - True when at least one element is true.
base64decode(str: string): string - The text that Base64 spells.
base64encode(str: string): string - The text in Base64.
base64gzip(str: string): string - The text compressed by gzip, in Base64.
base64sha256(str: string): string - The SHA-256 digest in Base64.
base64sha512(str: string): string - The SHA-512 digest in Base64.
basename(path: string): string - The last part of a path.
bcrypt(str: string, ...cost: number): string - A bcrypt hash, another one in each run.
can(expression: any): bool - True when the expression gives no error.
ceil(num: number): number - The next whole number upward.
chomp(str: string): string - The text without line ends at its end.
chunklist(list: list, size: number): list of lists - The list cut into lists of at most that size.
cidrhost(prefix: string, hostnum: number): string - The address of a host in a network.
cidrnetmask(prefix: string): string - The mask of an IPv4 network.
cidrsubnet(prefix: string, newbits: number, netnum: number): string - A network inside a network.
cidrsubnets(prefix: string, ...newbits: number): list of string - Several networks inside a network, one after the other.
coalesce(...vals: any): any - The first argument that is neither null nor "".
coalescelist(...vals: any): any - The first list that is not empty.
compact(list: list of string): list of string - The list without null and "".
concat(...seqs: list): list - The lists as one.
contains(list: list or set, value: any): bool - True when the value is an element.
csvdecode(str: string): list of objects - The rows of CSV text, keyed by its header.
dirname(path: string): string - A path without its last part.
distinct(list: list): list - The list with each element once.
element(list: list, index: number): any - The element at an index, counted from 0; past the end it starts again.
endswith(str: string, suffix: string): bool - True when the text ends in the other.
ephemeralasnull(value: any): any - The value, with null for what is ephemeral.
file(path: string): string - The content of a file of UTF-8 text.
filebase64(path: string): string - The content of a file in Base64.
filebase64sha256(path: string): string - The SHA-256 digest of a file in Base64.
filebase64sha512(path: string): string - The SHA-512 digest of a file in Base64.
fileexists(path: string): bool - True when there is a file at the path.
filemd5(path: string): string - The MD5 digest of a file.
fileset(path: string, pattern: string): set of string - The files below a folder that match a pattern.
filesha1(path: string): string - The SHA-1 digest of a file.
filesha256(path: string): string - The SHA-256 digest of a file.
filesha512(path: string): string - The SHA-512 digest of a file.
flatten(list: list): list - The list with the elements of lists inside it in their place.
floor(num: number): number - The next whole number downward.
format(format: string, ...args: any): string - The text with a value for each verb such as \`%s\` and \`%d\`.
formatdate(format: string, time: string): string - A time in another format, such as \`YYYY-MM-DD\`.
formatlist(format: string, ...args: any): list of string - \`format\` for each element of lists.
indent(spaces: number, str: string): string - The text with each line but the first indented.
index(list: list, value: any): number - The index of the first element that equals the value.
issensitive(value: any): bool - True for a value that is marked as sensitive.
join(separator: string, ...lists: list of string): string - The elements as one text.
jsondecode(str: string): any - The value that JSON text spells.
jsonencode(val: any): string - The value as JSON text: the way to write a policy.
keys(inputMap: map): list of string - The keys of a map in order.
length(value: list, map or string): number - How many elements, or characters.
log(num: number, base: number): number - The logarithm.
lookup(inputMap: map, key: string, ...default: any): any - The element of that key, or the default.
lower(str: string): string - The text in small letters: names of repositories have no others.
matchkeys(values: list, keys: list, searchset: list): list - The values whose keys are in another list.
max(...numbers: number): number - The largest number.
md5(str: string): string - The MD5 digest.
merge(...maps: map): map - The maps as one; a later one wins.
min(...numbers: number): number - The smallest number.
nonsensitive(value: any): any - The value without its mark as sensitive.
one(list: list or set): any - The only element, or null when there is none.
parseint(number: string, base: number): number - The whole number that a text spells.
pathexpand(path: string): string - A path with the home directory for \`~\`.
plantimestamp(): string - The time of the plan.
pow(num: number, power: number): number - The number raised to a power.
range(...params: number): list of number - The numbers from a start up to a limit: \`range(limit)\`, \`range(start, limit, step)\`.
regex(pattern: string, string: string): any - What the first match captures; an error without one.
regexall(pattern: string, string: string): list - All matches.
replace(str: string, substr: string, replace: string): string - The text with each occurrence replaced; \`/…/\` is a pattern.
reverse(list: list): list - The list from its end.
rsadecrypt(ciphertext: string, privatekey: string): string - The text that an RSA key decrypts.
sensitive(value: any): any - The value, hidden from output.
setintersection(first_set: set, ...other_sets: set): set - What all sets have.
setproduct(...sets: list or set): list or set - All combinations of elements.
setsubtract(a: set, b: set): set - The first set without what the second has.
setunion(first_set: set, ...other_sets: set): set - What any of the sets has.
sha1(str: string): string - The SHA-1 digest.
sha256(str: string): string - The SHA-256 digest.
sha512(str: string): string - The SHA-512 digest.
signum(num: number): number - -1, 0 or 1, as the sign of the number.
slice(list: list, start_index: number, end_index: number): list - The elements from one index up to another, that one excluded.
sort(list: list of string): list of string - The texts in order.
split(separator: string, str: string): list of string - The text cut at each separator.
startswith(str: string, prefix: string): bool - True when the text begins with the other.
strcontains(str: string, substr: string): bool - True when the text holds the other.
strrev(str: string): string - The text from its end.
substr(str: string, offset: number, length: number): string - A part of the text; a length of -1 goes to its end.
sum(list: list of number): number - The sum of the numbers.
templatefile(path: string, vars: map): string - A template file filled in.
templatestring(template: string, vars: map): string - A template from elsewhere filled in.
textdecodebase64(source: string, encoding: string): string - The text that Base64 of an encoding spells.
textencodebase64(string: string, encoding: string): string - The text in an encoding, in Base64.
timeadd(timestamp: string, duration: string): string - A time some duration later, such as \`10m\`.
timecmp(timestamp_a: string, timestamp_b: string): number - -1, 0 or 1, as the first time is earlier, the same or later.
timestamp(): string - The time of the apply, so that each plan differs.
title(str: string): string - The text with a capital at the beginning of each word.
tobool(v: any): bool - The value as a bool.
tolist(v: any): list - The value as a list.
tomap(v: any): map - The value as a map.
tonumber(v: any): number - The value as a number.
toset(v: any): set - The value as a set, which \`for_each\` takes.
tostring(v: any): string - The value as text.
transpose(values: map of lists): map of lists - The map with keys and values exchanged.
trim(str: string, cutset: string): string - The text without those characters at both ends.
trimprefix(str: string, prefix: string): string - The text without a beginning.
trimspace(str: string): string - The text without white space at both ends.
trimsuffix(str: string, suffix: string): string - The text without an end.
try(...expressions: any): any - The first expression that gives no error.
upper(str: string): string - The text in capitals.
urlencode(str: string): string - The text for use in a URL.
uuid(): string - A random UUID, another one in each run.
uuidv5(namespace: string, name: string): string - The UUID of a name.
values(mapping: map): list - The values of a map, in the order of their keys.
yamldecode(src: string): any - The value that YAML text spells.
yamlencode(value: any): string - The value as YAML text.
zipmap(keys: list of string, values: list): map - A map of keys and their values.
`;

const LINE = /^(\w+)\((.*?)\): (.+?) - (.+)$/;

export const FUNCTIONS: readonly FunctionFact[] = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [, name = '', parameters = '', result = '', documentation = ''] = LINE.exec(line) ?? [];
    const list = parameters === '' ? [] : parameters.split(/, (?=(?:\.\.\.)?\w+: )/);
    return name === '' ? [] : [{ name, parameters: list, result, documentation }];
  });

const BY_NAME: ReadonlyMap<string, FunctionFact> = new Map(FUNCTIONS.map((fact) => [fact.name, fact]));

/** The facts about a function, or undefined. */
export function functionFact(name: string): FunctionFact | undefined {
  return BY_NAME.get(name);
}
