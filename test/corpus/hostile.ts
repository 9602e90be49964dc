/** A text that is meant to hurt a parser; about 150 KB at scale 1, twice that at scale 2. */
export interface HostileText {
  readonly name: string;
  make(scale: number): string;
}

const baseSize = 150_000;

/** The unit as often as it takes to fill the scale. */
function filled(unit: string): (scale: number) => string {
  return (scale) => unit.repeat(Math.ceil((baseSize * scale) / unit.length));
}

/** Deep nesting: openers in the first half, closers in the second. */
function nested(prefix: string, open: string, middle: string, close: string): (scale: number) => string {
  return (scale) => {
    const depth = Math.ceil((baseSize * scale) / (open.length + close.length));
    return `${prefix}${open.repeat(depth)}${middle}${close.repeat(depth)}\n`;
  };
}

/** Deep nesting that is never closed. */
function unclosed(prefix: string, open: string): (scale: number) => string {
  return (scale) => `${prefix}${filled(open)(scale)}`;
}

/** A different heredoc marker on every line. */
function heredocOpeners(scale: number): string {
  const lines: string[] = [];
  for (let index = 0, size = 0; size < baseSize * scale; index += 1) {
    const line = `<<A${index}\n`;
    lines.push(line);
    size += line.length;
  }
  return `a = ${lines.join('')}`;
}

const ordinary = 'resource "aws_ecr_repository" "r" {\n  name = "r"\n  tags = { a = 1 }\n}\n';

/** Texts that must be read without an exception, with nested ranges, in time proportional to their length. */
export const hostileTexts: readonly HostileText[] = [
  { name: 'brackets, nested', make: nested('a = ', '[', '1', ']') },
  { name: 'brackets, unclosed', make: unclosed('a = ', '[') },
  { name: 'braces, nested', make: nested('a = ', '{ b = ', '1', ' }') },
  { name: 'braces, unclosed', make: unclosed('a = ', '{') },
  { name: 'parentheses, nested', make: nested('a = ', '(', '1', ')') },
  { name: 'parentheses, unclosed', make: unclosed('a = ', '(') },
  { name: 'calls, nested', make: nested('a = ', 'f(', '1', ')') },
  { name: 'indexes, nested', make: nested('a = b', '[b', '[0]', ']') },
  { name: 'interpolations, nested', make: nested('a = ', '"${', '1', '}"') },
  { name: 'interpolations, unclosed', make: unclosed('a = ', '"${') },
  { name: 'directives, nested', make: nested('a = "', '%{ if a }', '1', '%{ endif }') },
  { name: 'directives, unclosed', make: unclosed('a = "', '%{ if a }') },
  { name: 'directives, nested in quotes', make: unclosed('a = ', '"%{ for a in ') },
  { name: 'blocks, nested', make: nested('', 'a {\n', '', '}\n') },
  { name: 'blocks, unclosed', make: unclosed('', 'a {\n') },
  { name: 'blocks on one line, unclosed', make: unclosed('', 'a { ') },
  { name: 'closers without openers', make: filled('} ] ) ') },
  { name: 'closing braces on lines', make: filled('}\n') },
  { name: 'closers of the wrong kind', make: nested('a = ', '([{', '', ')]}') },
  { name: 'signs', make: unclosed('a = ', '-') },
  { name: 'negations', make: (scale) => `${unclosed('a = ', '!')(scale)}a\n` },
  { name: 'conditionals to the right', make: (scale) => `a = ${filled('b ? c : ')(scale)}d\n` },
  { name: 'conditionals in the middle', make: nested('a = ', 'b ? ', 'c', ' : d') },
  { name: 'conditionals without else', make: unclosed('a = ', 'b ? ') },
  { name: 'operators', make: (scale) => `a = ${filled('1 + ')(scale)}1\n` },
  { name: 'operators of rising precedence', make: unclosed('a = ', 'a || b && c == d < e + f * ') },
  { name: 'names behind names', make: (scale) => `a = b${filled('.c')(scale)}\n` },
  { name: 'indexes behind indexes', make: (scale) => `a = b${filled('[0]')(scale)}\n` },
  { name: 'splats behind splats', make: (scale) => `a = b${filled('[*]')(scale)}\n` },
  { name: 'attribute splats', make: (scale) => `a = b${filled('.*')(scale)}\n` },
  { name: 'for expressions, nested', make: nested('a = ', '[for a in b : ', 'c', ']') },
  { name: 'for expressions, unclosed', make: unclosed('a = ', '{ for a, b in ') },
  { name: 'heredocs in one line of openers', make: unclosed('a = ', '<<A ') },
  { name: 'heredoc openers of other markers', make: heredocOpeners },
  { name: 'heredoc openers of one marker', make: filled('a = <<EOT\n') },
  { name: 'heredocs nested in interpolations', make: unclosed('a = ', '<<A\n${') },
  { name: 'indented heredoc, unclosed', make: (scale) => `a = <<-EOT\n${filled('  text ${b}\n')(scale)}` },
  { name: 'heredoc markers that are too long', make: (scale) => `a = <<E\n${filled(' EE\n')(scale)}` },
  { name: 'quotes', make: filled('"') },
  { name: 'quotes on lines', make: filled('"\n') },
  { name: 'attributes with open quotes', make: filled('a = "b\n') },
  { name: 'backslashes', make: (scale) => `a = "${filled('\\')(scale)}\n` },
  { name: 'dollar signs', make: (scale) => `a = "${filled('$')(scale)}{b}"\n` },
  { name: 'tildes', make: (scale) => `a = "\${~${filled(' ~')(scale)}}"\n` },
  { name: 'one line of text', make: (scale) => `a = "${filled('x')(scale)}"\n` },
  { name: 'one line of items', make: (scale) => `a = [${filled('1, ')(scale)}]\n` },
  { name: 'one line of words', make: filled('word ') },
  { name: 'one word', make: filled('w') },
  { name: 'digits', make: (scale) => `a = ${filled('9')(scale)}\n` },
  { name: 'numbers and dots', make: (scale) => `a = ${filled('1.')(scale)}\n` },
  { name: 'blank lines', make: filled('\n') },
  { name: 'spaces', make: filled(' ') },
  { name: 'deepening indentation', make: deepening },
  { name: 'comments, unclosed', make: filled('/* ') },
  { name: 'comment lines', make: filled('#\n') },
  { name: 'comments between tokens', make: (scale) => `a = ${filled('/* b */')(scale)}1\n` },
  { name: 'labels', make: (scale) => `a ${filled('"b" ')(scale)}{\n}\n` },
  { name: 'labels, unclosed', make: (scale) => `a ${filled('"b ')(scale)}` },
  { name: 'names with equals', make: filled('a =\n') },
  { name: 'names alone', make: filled('a\n') },
  { name: 'object keys alone', make: (scale) => `a = {\n${filled('b\n')(scale)}` },
  { name: 'commas', make: (scale) => `a = [${filled(',')(scale)}]\n` },
  { name: 'characters that mean nothing', make: filled("'`;^\\@") },
  { name: 'NULs', make: filled('\0') },
  { name: 'NULs in a string', make: (scale) => `a = "${filled('\0')(scale)}"\n` },
  { name: 'lone surrogates', make: filled('\ud800a\udc00 ') },
  { name: 'lone surrogates in a string', make: (scale) => `a = "${filled('\udc00\ud800')(scale)}"\n` },
  { name: 'byte order marks', make: filled('\ufeff') },
  { name: 'carriage returns alone', make: filled('a = 1\r') },
  { name: 'CRLF', make: (scale) => filled(ordinary)(scale).replaceAll('\n', '\r\n') },
  { name: 'byte order mark and ordinary text', make: (scale) => `\ufeff${filled(ordinary)(scale)}` },
  { name: 'ordinary text behind an open brace', make: (scale) => `a {\n  b = {\n${filled(ordinary)(scale)}` },
  { name: 'ordinary text behind an open quote', make: (scale) => `a = "\${b\n${filled(ordinary)(scale)}` },
  { name: 'ordinary text behind an open heredoc', make: (scale) => `a = <<EOT\n${filled(ordinary)(scale)}` },
  { name: 'ordinary text, no closers', make: filled(ordinary.replaceAll('}', '')) },
];

/** Blocks that each begin further to the right. */
function deepening(scale: number): string {
  const lines: string[] = [];
  for (let depth = 0, size = 0; size < baseSize * scale; depth += 1) {
    const line = `${' '.repeat(depth)}a {\n`;
    lines.push(line);
    size += line.length;
  }
  return lines.join('');
}
