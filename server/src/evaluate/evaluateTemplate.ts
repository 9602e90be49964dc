import { undecodedAt } from '../facts/language/undecoded.ts';
import { normalizeMapped } from '../syntax/normalizedText.ts';
import { MappedTextBuilder } from '../syntax/tree/mappedText.ts';
import { placeOf } from '../syntax/tree/place.ts';
import type { Template, TemplateFor, TemplateIf, TemplateLiteral, TemplatePart } from '../syntax/tree/tree.ts';
import { bindEntry, iterate } from './evaluateFor.ts';
import type { EvaluationFrame } from './evaluationFrame.ts';
import { doubtfulOptions, tellingOptions } from './tellingOptions.ts';
import { convert } from './values/convert.ts';
import { ALTERNATIVES_LIMIT, alternatives, failed, failedBy, unknown } from './values/makeValue.ts';
import { encodedIn } from './values/partsOfValue.ts';
import { renderString } from './values/renderValue.ts';
import { BOOL, STRING } from './values/types.ts';
import type { AlternativesValue, EncodedValue, UnknownValue, Value } from './values/value.ts';
import { SIZE_LIMIT, TOO_LARGE } from './values/valueExtent.ts';

/**
 * The value of a quoted string or heredoc. `"${x}"` alone keeps the type of `x`; otherwise known scalars are printed as
 * Terraform prints them, and an unknown part makes the whole unknown, with the known ranges kept in `mapped`.
 */
export function evaluateTemplate(frame: EvaluationFrame, template: Template): Value {
  const [only] = template.parts;
  if (template.form === 'quoted' && template.parts.length === 1 && only?.kind === 'TemplateInterpolation') {
    return frame.evaluate(only.expression);
  }
  const writer = new TemplateWriter(frame, template, null);
  const value = writer.write();
  if (writer.undecided.length === 0) return value;
  const choices = writer.undecided.flatMap((undecided) =>
    tellingOptions(undecided).map((option) => ({ undecided, option })),
  );
  if (choices.every(({ option }) => option.kind === 'unknown'))
    return withChosen(value, frame, template, writer.undecided);
  if (choices.length > ALTERNATIVES_LIMIT) return value;
  const options = choices.map((choice) => new TemplateWriter(frame, template, choice).write());
  const chosen = alternatives(options, frame.at(template));
  return chosen.kind === 'unknown' ? value : chosen;
}

/** A text with what it is for each value that a key chooses from. */
function withChosen(
  value: Value,
  frame: EvaluationFrame,
  template: Template,
  undecided: readonly AlternativesValue[],
): Value {
  if (value.kind !== 'partial-string') return value;
  const chosen = undecided.flatMap((part) => {
    const options = doubtfulOptions(part);
    if (options.length === 0 || options.length > ALTERNATIVES_LIMIT) return [];
    return [options.map((option) => new TemplateWriter(frame, template, { undecided: part, option }).write())];
  });
  return chosen.length === 0 ? value : { ...value, chosen };
}

/** Whether the template is one interpolation with nothing but white space around it. */
function isWrapper(parts: readonly TemplatePart[]): boolean {
  const others = parts.filter((part) => part.kind !== 'TemplateInterpolation');
  return (
    others.length === parts.length - 1 &&
    others.every((part) => part.kind === 'TemplateLiteral' && part.value.trim() === '')
  );
}

/** A part with several alternatives, and the one chosen. */
interface Choice {
  readonly undecided: AlternativesValue;
  readonly option: Value;
}

class TemplateWriter {
  /** Parts that have several alternatives. */
  readonly undecided: AlternativesValue[] = [];
  readonly #frame: EvaluationFrame;
  readonly #template: Template;
  readonly #choice: Choice | null;
  readonly #builder = new MappedTextBuilder();
  readonly #wrapped: EncodedValue[] = [];
  #isKnown = true;
  #failure: UnknownValue | null = null;

  constructor(frame: EvaluationFrame, template: Template, choice: Choice | null) {
    this.#frame = frame;
    this.#template = template;
    this.#choice = choice;
  }

  write(): Value {
    const { parts, form, close } = this.#template;
    this.#append(parts, this.#frame, false);
    this.#frame.evaluator.budget.spend(this.#builder.size);
    const at = this.#frame.at(this.#template);
    if (this.#builder.size > SIZE_LIMIT) return unknown(TOO_LARGE, at, STRING);
    if (this.#failure !== null) return failedBy(this.#failure, at, STRING);
    const mapped = normalizeMapped(this.#builder.build(form === 'heredoc' ? 'heredoc' : 'quoted', at.place));
    const [wraps] = isWrapper(parts) ? this.#wrapped : [];
    const text = { mapped, ...at, ...(wraps && { wraps }) };
    return this.#isKnown && close !== null
      ? { kind: 'string', value: mapped.text, ...text }
      : { kind: 'partial-string', ...text };
  }

  #append(parts: readonly TemplatePart[], frame: EvaluationFrame, isDirected: boolean): void {
    for (const part of parts) {
      if (this.#builder.size > SIZE_LIMIT) return;
      if (part.kind === 'TemplateLiteral') this.#literal(part, frame, isDirected);
      else if (part.kind === 'TemplateInterpolation') this.#interpolate(frame.evaluate(part.expression), part, frame);
      else if (part.kind === 'TemplateIf') this.#appendIf(part, frame);
      else this.#appendFor(part, frame);
    }
  }

  #literal(part: TemplateLiteral, frame: EvaluationFrame, isDirected: boolean): void {
    // What was meant cannot be known.
    if (undecodedAt(part.value) === -1) this.#builder.literal(frame.source, part, isDirected);
    else this.#hole(part, frame);
  }

  #interpolate(value: Value, part: TemplatePart, frame: EvaluationFrame): void {
    if (!frame.spend([value])) {
      this.#hole(part, frame);
      return;
    }
    const place = placeOf(frame.source, part);
    const chosen = value.kind === 'alternatives' ? this.#chosenOf(value) : value;
    const text = chosen === null ? null : convert(chosen, STRING);
    const rendered = text?.kind === 'encoded' ? renderString(text.encoded) : null;
    const wrapped = text === null ? null : encodedIn(text);
    if (wrapped !== null) this.#wrapped.push(wrapped);
    if (text?.kind === 'null') {
      this.#fail(part, frame, 'the expression result is null, which no template can include');
    } else if (text?.kind === 'string' || text?.kind === 'partial-string') {
      this.#isKnown &&= text.kind === 'string';
      this.#builder.include(text.mapped, place);
    } else if (text?.kind === 'unknown' && text.failure !== undefined) {
      this.#failBy(text, part, frame);
    } else if (rendered === null) {
      this.#hole(part, frame);
    } else {
      this.#builder.computed(rendered, place);
    }
  }

  /**
   * The option that this writer should take; null for one it leaves open. Places identify parts, because each pass
   * evaluates again.
   */
  #chosenOf(value: AlternativesValue): Value | null {
    if (this.#choice === null) {
      this.undecided.push(value);
      return null;
    }
    const { undecided, option } = this.#choice;
    const isSame = undecided.place.piece === value.place.piece && undecided.place.start === value.place.start;
    return isSame ? option : null;
  }

  #appendIf(part: TemplateIf, frame: EvaluationFrame): void {
    const condition = convert(frame.evaluate(part.condition), BOOL);
    if (condition.kind === 'boolean') {
      this.#append(condition.value ? part.then : (part.otherwise ?? []), frame, true);
    } else if (condition.kind === 'unknown' && condition.failure !== undefined) {
      this.#failBy(condition, part, frame);
    } else {
      this.#hole(part, frame);
    }
  }

  #appendFor(part: TemplateFor, frame: EvaluationFrame): void {
    const iteration = iterate(frame.evaluate(part.collection), frame.at(part.collection));
    if ('kind' in iteration) {
      if (iteration.failure !== undefined) this.#failBy(iteration, part, frame);
      else this.#hole(part, frame);
      return;
    }
    for (const entry of iteration.entries) {
      if (this.#builder.size > SIZE_LIMIT) return;
      this.#append(part.parts, frame.withBindings(bindEntry(frame.bindings, part.key, part.value, entry)), true);
    }
    if (iteration.open) this.#hole(part, frame);
  }

  #hole(part: TemplatePart, frame: EvaluationFrame): void {
    this.#isKnown = false;
    this.#builder.hole(placeOf(frame.source, part));
  }

  #fail(part: TemplatePart, frame: EvaluationFrame, failure: string): void {
    const at = { place: placeOf(frame.source, part), expression: this.#template };
    this.#failure ??= { ...failed(failure, at), mistake: 'template' };
    this.#isKnown = false;
  }

  /** A failure of the part's own expression without a kind of its own belongs to the template. */
  #failBy(inner: UnknownValue, part: TemplatePart, frame: EvaluationFrame): void {
    const cause = inner.cause ?? inner;
    if (cause.mistake === undefined) this.#fail(part, frame, inner.failure ?? inner.because);
    this.#failure ??= cause;
    this.#isKnown = false;
  }
}
