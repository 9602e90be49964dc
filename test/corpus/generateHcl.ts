import { below, pick } from './random.ts';

/**
 * Makes random valid HCL: nested and one-line blocks, every kind of expression, quoted templates and heredocs with
 * directives, comments wherever they are allowed, odd spacing, unicode names, CRLF and byte order marks.
 */
export function generateHcl(random: () => number): string {
  const text = new Generator(random).file();
  const ends = random();
  if (ends < 0.15) return text.replaceAll('\n', '\r\n');
  return ends < 0.2 ? `\ufeff${text}` : text;
}

const names = [
  'a',
  'local',
  'var',
  'foo-bar',
  'x_1',
  'ünï',
  '日本',
  'in',
  'if',
  'else',
  'true1',
  'each',
  'endif',
  'A9-',
];
const numbers = ['0', '1', '42', '1.5', '1e3', '2E-2', '3.25e+4', '007', '123456789012345678901234567890', '0.1'];
const operators = ['||', '&&', '==', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%'];
/** No text ends in `$` or `%`, which would change what follows. */
const texts = [
  'a',
  'b c',
  'é',
  '😀',
  '$a',
  '%b',
  '$$ ',
  '{',
  '}',
  '#',
  '//',
  '/*',
  '~',
  '[',
  '=',
  ':',
  ',',
  "'",
  'e\u0301',
];
const quotedTexts = [...texts, '\\n', '\\t', '\\r', '\\"', '\\\\', '\\u00e9', '\\U0001F600', '$${', '%%{', '$${x}'];
const heredocTexts = [
  ...texts,
  '\n',
  '\n  ',
  '\n    ',
  '\n\t',
  '\n\n',
  '"',
  '\\',
  '\\n',
  '$${',
  '%%{',
  ' EOTX',
  '\nEOTX',
];
const markers = ['EOT', 'E-1', 'POLICY_x', '日'];
const labels = ['"x"', '""', '"a b"', 'label', '"é\\n"', '"a\\"b"', 'for'];

class Generator {
  readonly #random: () => number;
  #count = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  file(): string {
    const text = this.#body(3);
    return this.#chance(0.2) ? text.replace(/\n+$/, (ends) => (text.includes('<<') ? ends : '')) : text;
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<Choice>(...choices: readonly Choice[]): Choice {
    return pick(this.#random, choices);
  }

  #name(): string {
    return pick(this.#random, names);
  }

  /** Space between tokens of one line. */
  #space(): string {
    return this.#pick('', ' ', ' ', '  ', '\t', '/* c */', ' /* { " */ ');
  }

  /** Space between tokens where newlines do not matter. */
  #room(): string {
    return this.#pick('', '', '', ' ', '\n', '\n  ', ' # c "{\n', '// c\n', '/*\n*/');
  }

  #lineEnd(): string {
    return this.#pick('\n', '\n', '\n', ' # c\n', ' // "${\n', ' /* c */\n', '\n\n', ' /* x\n y */\n');
  }

  #body(depth: number): string {
    let text = '';
    for (let count = 1 + below(this.#random, 3); count > 0; count -= 1) {
      text += this.#pick('', '  ', '\t');
      text += depth <= 0 || this.#chance(0.6) ? this.#attribute() : this.#block(depth);
      if (this.#chance(0.15)) text += this.#pick('# c\n', '\n\n', '// x\n', '/* x */\n', '/* a */ /* b\n*/\n');
    }
    return text;
  }

  #attribute(): string {
    this.#count += 1;
    const start = `${this.#pick('a', 'name', 'ünï', 'for', 'if', 'foo-bar', 'true')}_${this.#count}${this.#space()}=`;
    if (this.#chance(0.2)) return `${start}${this.#space()}${this.#heredoc()}\n`;
    return `${start}${this.#space()}${this.#expression(3, false)}${this.#lineEnd()}`;
  }

  #block(depth: number): string {
    const type = this.#pick('resource', 'dynamic', 'a-b', '日本', 'for');
    // Blocks with and without labels never share a type, because the reference JSON cannot express that.
    const count = type === 'resource' || type === 'a-b' ? 2 : type === '日本' ? 1 : 0;
    const header = [type, ...Array.from({ length: count }, () => pick(this.#random, labels))].join(' ');
    const open = `${header}${this.#pick(' ', '')}{`;
    const shape = this.#random();
    if (shape < 0.15) return `${open}${this.#pick('', ' ')}}${this.#lineEnd()}`;
    if (shape < 0.3) return `${open} x = ${this.#expression(2, false)} }${this.#lineEnd()}`;
    return `${open}${this.#lineEnd()}${this.#body(depth - 1)}${this.#pick('', '  ')}}${this.#lineEnd()}`;
  }

  /** An expression; `free` where newlines do not matter. */
  #expression(depth: number, free: boolean): string {
    const room = (): string => (free ? this.#room() : this.#space());
    const shape = depth > 0 ? this.#random() : 1;
    if (shape < 0.2) {
      const operator = pick(this.#random, operators);
      return `${this.#term(depth, free)}${room()} ${operator} ${room()}${this.#expression(depth - 1, free)}`;
    }
    if (shape < 0.26) {
      const [then, otherwise] = [this.#expression(depth - 1, free), this.#expression(depth - 1, free)];
      return `${this.#term(depth, free)}${room()} ?${room()} ${then}${room()} :${room()} ${otherwise}`;
    }
    return this.#term(depth, free);
  }

  #inner(depth: number): string {
    return `${this.#room()}${this.#expression(depth - 1, true)}${this.#room()}`;
  }

  #term(depth: number, free: boolean): string {
    if (depth <= 0) return this.#pick(...numbers, 'true', 'false', 'null', this.#name(), '"s"', '""', 'local.a');
    const shapes = [
      () => pick(this.#random, numbers),
      () => this.#pick('true', 'false', 'null'),
      () => this.#name(),
      () => this.#accesses(depth),
      () => this.#accesses(depth),
      () => this.#quoted(depth),
      () => this.#quoted(depth),
      () => this.#call(depth),
      () => `(${this.#inner(depth)})`,
      () => `[${this.#items(depth)}]`,
      () => this.#object(depth),
      () => this.#forTuple(depth),
      () => this.#forObject(depth),
      () => `${this.#pick('!', '-')}${this.#space()}${this.#term(depth - 1, free)}`,
      () => `(${this.#room()}${this.#heredoc()}\n)`,
    ];
    return this.#pick(...shapes)();
  }

  #items(depth: number): string {
    const items = Array.from({ length: below(this.#random, 4) }, () => this.#inner(depth));
    const last = items.length > 0 && this.#chance(0.3) ? `,${this.#room()}` : '';
    return items.length === 0 ? this.#room() : `${items.join(',')}${last}`;
  }

  #call(depth: number): string {
    const name = this.#chance(0.1) ? 'provider::aws::f' : this.#name();
    if (this.#chance(0.2)) return `${name}(${this.#inner(depth)}...${this.#room()})`;
    return `${name}(${this.#items(depth)})`;
  }

  /** At most one splat, because an attribute splat allows no other after it. */
  #accesses(depth: number): string {
    let text = this.#pick(this.#name(), this.#name(), `(${this.#inner(depth)})`, 'f(a)', '[1, 2]', '{ a = 1 }', '"s"');
    const splatAt = this.#chance(0.4) ? below(this.#random, 3) : -1;
    for (let step = 0, count = 1 + below(this.#random, 3); step < count; step += 1) {
      if (step === splatAt) text += this.#pick('[*]', '.*');
      const index = `[${this.#inner(depth)}]`;
      // Two consecutive numbers would be one with a fraction.
      const legacy = text.endsWith('0') ? '.z' : '.0';
      text += this.#pick(
        `.${this.#name()}`,
        '.for',
        '[0]',
        '["k"]',
        '["a${b}"]',
        '[-1]',
        '[true]',
        '[""]',
        legacy,
        index,
      );
    }
    return text;
  }

  #object(depth: number): string {
    let text = this.#room();
    for (let count = below(this.#random, 4); count > 0; count -= 1) {
      const computed = `(${this.#inner(depth)})`;
      const key = this.#pick(this.#name(), this.#name(), '"q"', '"p${a}"', computed, '1', 'true', 'null', 'a.b');
      const value = this.#expression(depth - 1, false);
      const separator =
        count === 1 ? this.#pick('', ',', '\n') : this.#pick(',', '\n', ',\n', ' # c\n', ', # c\n', '\n\n');
      text += `${key}${this.#space()}${this.#pick('=', ':')}${this.#space()}${value}${this.#space()}${separator}`;
      text += this.#room();
    }
    return `{${text}}`;
  }

  #forNames(): string {
    return this.#chance(0.4) ? `${this.#name()}${this.#space()}, ${this.#name()}` : this.#name();
  }

  #forTuple(depth: number): string {
    const condition = this.#chance(0.4) ? ` if ${this.#inner(depth)}` : '';
    return `[${this.#room()}for ${this.#forNames()} in ${this.#inner(depth)}:${this.#inner(depth)}${condition}]`;
  }

  #forObject(depth: number): string {
    const condition = this.#chance(0.4) ? ` if ${this.#inner(depth)}` : '';
    const value = `${this.#inner(depth)}${this.#pick('', '', '...')}${condition}`;
    return `{${this.#room()}for ${this.#forNames()} in ${this.#inner(depth)}:${this.#inner(depth)}=>${value}}`;
  }

  #quoted(depth: number): string {
    return `"${this.#template(depth - 1, quotedTexts)}"`;
  }

  #template(depth: number, choices: readonly string[]): string {
    let text = '';
    for (let count = below(this.#random, 5); count > 0; count -= 1) {
      const shape = depth <= 0 ? 0 : this.#random();
      if (shape < 0.5) text += pick(this.#random, choices);
      else if (shape < 0.8) text += this.#interpolation(depth);
      else if (shape < 0.9) text += this.#ifDirective(depth, choices);
      else text += this.#forDirective(depth, choices);
    }
    return text;
  }

  /** Never a bare null, which the reference JSON cannot express inside a directive. */
  #interpolation(depth: number): string {
    const expression = this.#expression(depth - 1, true);
    const content = expression === 'null' ? 'local.a' : expression;
    return `${this.#pick('${', '${', '${~')}${this.#room()}${content}${this.#room()}${this.#close()}`;
  }

  #close(): string {
    return this.#pick('}', '}', '~}');
  }

  #directive(content: string): string {
    return `${this.#pick('%{', '%{ ', '%{~ ')}${content}${this.#pick('', ' ')}${this.#close()}`;
  }

  #ifDirective(depth: number, choices: readonly string[]): string {
    const open = this.#directive(`if ${this.#expression(depth - 1, true)}`);
    const then = this.#template(depth - 1, choices);
    const otherwise = this.#chance(0.5) ? `${this.#directive('else')}${this.#template(depth - 1, choices)}` : '';
    return `${open}${then}${otherwise}${this.#directive('endif')}`;
  }

  #forDirective(depth: number, choices: readonly string[]): string {
    const open = this.#directive(`for ${this.#forNames()} in ${this.#expression(depth - 1, true)}`);
    return `${open}${this.#template(depth - 1, choices)}${this.#directive('endfor')}`;
  }

  /** A heredoc without the newline that must follow it. No text contains a line that is its marker. */
  #heredoc(): string {
    const marker = pick(this.#random, markers);
    const text = this.#template(2, heredocTexts);
    const newline = text === '' || text.endsWith('\n') ? '' : '\n';
    return `<<${this.#pick('', '-', '-')}${marker}\n${text}${newline}${this.#pick('', '  ', '\t', '      ')}${marker}`;
  }
}
