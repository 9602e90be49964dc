/** An open bracket at a place of a text, and its value or block. */
export interface OpenFrame {
  readonly bracket: '{' | '[' | '(';
  /** The key before it, or the type of the block that it opens; null for an item of a list. */
  readonly key: string | null;
  /** The labels of a block. */
  readonly labels: readonly string[];
  /** Where its content begins. */
  readonly start: number;
}

/** The position of a place in a text that may be incomplete. */
export interface OpenText {
  /** The outermost first. */
  readonly frames: readonly OpenFrame[];
  /** The key in the innermost braces whose value the place is at; null at a key. */
  readonly key: string | null;
  /** The start of the string around the place, after its quote; null outside strings. */
  readonly string: number | null;
  readonly spelling: 'hcl' | 'heredoc' | 'quoted';
  /** The sign between the last key and its value in the innermost braces; null when there is none. */
  readonly operator: '=' | ':' | null;
}

interface Frame extends OpenFrame {
  readonly outerKey: string | null;
  readonly outerOperator: '=' | ':' | null;
}

/**
 * Reads a text up to an offset, in Terraform's language and in the JSON that its strings and heredocs hold. `isJson`: all
 * of the text is JSON. Null inside a comment or an interpolation.
 */
export function openTextAt(text: string, offset: number, isJson: boolean): OpenText | null {
  return new Reader(text.slice(0, offset), isJson).read();
}

class Reader {
  readonly #text: string;
  readonly #frames: Frame[] = [];
  #at = 0;
  #spelling: OpenText['spelling'];
  /** The line that ends the heredoc. */
  #marker: string | null = null;
  #key: string | null = null;
  #operator: OpenText['operator'] = null;
  /** True once something follows the key. */
  #hasValue = false;
  #words: string[] = [];

  constructor(text: string, isJson: boolean) {
    this.#text = text;
    this.#spelling = isJson ? 'heredoc' : 'hcl';
  }

  read(): OpenText | null {
    while (this.#at < this.#text.length) {
      const start = this.#at;
      const stopped = this.#next();
      if (stopped !== null) return stopped === 'inside' ? null : this.#result(stopped.string);
      if (this.#at === start) this.#at += 1;
    }
    return this.#result(null);
  }

  #result(string: number | null): OpenText {
    return { frames: this.#frames, key: this.#key, string, spelling: this.#spelling, operator: this.#operator };
  }

  /** Reads one token; returns the string in which the text ends. */
  #next(): { readonly string: number } | 'inside' | null {
    const rest = (pattern: RegExp) => {
      pattern.lastIndex = this.#at;
      return pattern.exec(this.#text)?.[0] ?? '';
    };
    const character = this.#text.charAt(this.#at);
    if (this.#spelling === 'quoted' && character === '"') return this.#leaveQuoted();
    if (character === '"' || (this.#spelling === 'quoted' && rest(/\\"/y) !== '')) return this.#string();
    if (character === '\n') return this.#newline();
    if (this.#spelling === 'hcl') {
      const comment = rest(/(?:#|\/\/)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y);
      if (comment !== '') return this.#skip(comment, this.#at + comment.length >= this.#text.length);
      const heredoc = /^<<-?([\w-]+)[^\n]*\n/.exec(rest(/<<-?[\w-]+[^\n]*\n/y));
      if (heredoc !== null) return this.#enterHeredoc(heredoc[0], heredoc[1] ?? '');
      const comparison = rest(/[=!<>]=|=>/y);
      if (comparison !== '') return this.#skip(comparison, false);
    }
    const word = rest(/[\w.*-]+/y);
    if (word !== '') return this.#word(word);
    return this.#sign(character);
  }

  #skip(token: string, isEnd: boolean): 'inside' | null {
    this.#at += token.length;
    return isEnd && !token.endsWith('*/') ? 'inside' : null;
  }

  #word(word: string): null {
    this.#at += word.length;
    this.#words.push(word);
    if (this.#key !== null) this.#hasValue = true;
    return null;
  }

  #sign(character: string): 'inside' | null {
    this.#at += 1;
    if (character === '{' || character === '[' || character === '(') this.#open(character);
    else if (character === '}' || character === ']' || character === ')') this.#close();
    else if (character === ',') this.#endMember();
    else if ((character === '=' || character === ':') && this.#key === null && this.#takesKeys()) {
      this.#key = this.#words.at(-1) ?? '';
      this.#operator = character;
      this.#words = [];
    }
    return null;
  }

  #takesKeys(): boolean {
    return this.#innermost() === undefined || this.#innermost() === '{';
  }

  #innermost(): string | undefined {
    return this.#frames.at(-1)?.bracket;
  }

  #open(bracket: OpenFrame['bracket']): void {
    const [first = null, ...labels] = this.#words;
    const isBlock = bracket === '{' && this.#key === null && this.#innermost() !== '[' && this.#innermost() !== '(';
    const outer = { outerKey: this.#key, outerOperator: this.#operator };
    const key = this.#key ?? (isBlock ? first : null);
    this.#frames.push({ bracket, key, labels: isBlock ? labels : [], start: this.#at, ...outer });
    this.#key = null;
    this.#operator = null;
    this.#hasValue = false;
    this.#words = [];
  }

  #close(): void {
    const frame = this.#frames.pop();
    this.#key = frame?.outerKey ?? null;
    this.#operator = frame?.outerOperator ?? null;
    this.#hasValue = true;
    this.#words = [];
  }

  #endMember(): void {
    if (this.#innermost() !== '(') this.#key = null;
    this.#hasValue = false;
    this.#words = [];
  }

  /**
   * A line break ends a member in Terraform's language; in JSON it does so when the value is there and only the comma
   * is missing.
   */
  #newline(): null {
    if (this.#marker !== null) {
      const line = /\n[ \t]*([^\n]*)/y;
      line.lastIndex = this.#at;
      if (line.exec(this.#text)?.[1]?.trim() === this.#marker) return this.#leaveHeredoc();
    }
    this.#at += 1;
    if (this.#innermost() === '{' && (this.#spelling === 'hcl' || this.#hasValue)) this.#endMember();
    return null;
  }

  #enterHeredoc(token: string, marker: string): null {
    this.#at += token.length;
    this.#spelling = 'heredoc';
    this.#marker = marker;
    return null;
  }

  #leaveHeredoc(): null {
    this.#at += 1;
    this.#at = this.#text.indexOf('\n', this.#at) === -1 ? this.#text.length : this.#text.indexOf('\n', this.#at);
    this.#spelling = 'hcl';
    this.#marker = null;
    this.#hasValue = true;
    return null;
  }

  #leaveQuoted(): null {
    this.#at += 1;
    this.#spelling = 'hcl';
    this.#hasValue = true;
    return null;
  }

  /** A string with its closing quote; a line end ends one without. JSON inside an HCL string is read on. */
  #string(): { readonly string: number } | 'inside' | null {
    const quote = this.#spelling === 'quoted' ? '\\"' : '"';
    const start = this.#at + quote.length;
    if (this.#spelling === 'hcl' && /^\s*[{[]/.test(this.#text.slice(start, start + 80))) {
      this.#at = start;
      this.#spelling = 'quoted';
      return null;
    }
    for (let at = start; at < this.#text.length; at += 1) {
      if (this.#text.startsWith(quote, at)) {
        this.#at = at + quote.length;
        return this.#take(this.#text.slice(start, at));
      }
      if (this.#text.startsWith('${', at) && this.#text.charAt(at - 1) !== '$') {
        const end = this.#text.indexOf('}', at);
        if (end === -1) return 'inside';
        at = end;
      } else if (this.#text.charAt(at) === '\n' || (this.#spelling === 'quoted' && this.#text.charAt(at) === '"')) {
        this.#at = at;
        return this.#take(this.#text.slice(start, at));
      } else if (this.#text.charAt(at) === '\\') at += 1;
    }
    return { string: start };
  }

  #take(content: string): null {
    this.#words.push(content);
    if (this.#key !== null) this.#hasValue = true;
    return null;
  }
}
