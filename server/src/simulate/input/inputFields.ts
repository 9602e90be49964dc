import { isCalendarDay } from '../time/clock.ts';
import type { InputProblem } from './inputProblem.ts';

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Later moments, in seconds, are milliseconds by mistake. */
const LAST_SECOND = 1e11;

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)$/;

/** Reads the fields of one record and reports unreadable ones. */
export class RecordFields {
  readonly #record: JsonRecord;
  readonly #number: number;
  readonly #problems: InputProblem[];

  constructor(record: JsonRecord, number: number, problems: InputProblem[]) {
    this.#record = record;
    this.#number = number;
    this.#problems = problems;
  }

  /** The field's text, null when missing, undefined when it is something else. */
  text(field: string): string | null | undefined {
    const value = this.#value(field);
    if (value === null || typeof value === 'string') return value;
    return this.#refuse(field, 'is not a string');
  }

  /** The texts of a list; null and undefined as for `text`. */
  texts(field: string): readonly string[] | null | undefined {
    const value = this.#value(field);
    if (value === null) return null;
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    return this.#refuse(field, 'is not a list of strings');
  }

  /** A number, 0 or more, or null when there is none. */
  amount(field: string): number | null {
    const value = this.#value(field);
    if (value === null || (typeof value === 'number' && value >= 0)) return value;
    this.#refuse(field, 'is not a number of 0 or more; it is left out');
    return null;
  }

  /** A time in milliseconds, from an ISO date with its zone or from seconds; null when there is none to read. */
  moment(field: string): number | null {
    const value = this.#value(field);
    if (value === null) return null;
    const moment = typeof value === 'number' ? fromSeconds(value) : fromIso(String(value));
    if (moment === null)
      this.#refuse(
        field,
        isImpossible(value)
          ? '{0} is not a day of the calendar; it is left out'
          : '{0} is not a date with a time zone; it is left out',
        JSON.stringify(value),
      );
    return moment;
  }

  #value(field: string): unknown {
    return this.#record[field] ?? null;
  }

  #refuse(field: string, message: string, ...values: readonly string[]): undefined {
    this.#problems.push({ record: this.#number, field, message, values });
  }
}

/** True for a text with the form of a date but a day that does not exist. */
function isImpossible(value: unknown): boolean {
  const day = typeof value === 'string' ? ISO.exec(value.trim())?.[1] : undefined;
  return day !== undefined && !isCalendarDay(day);
}

function fromSeconds(value: number): number | null {
  return value >= 0 && value <= LAST_SECOND ? Math.round(value * 1000) : null;
}

function fromIso(text: string): number | null {
  const [, day, time, zone = ''] = ISO.exec(text.trim()) ?? [];
  if (day === undefined || time === undefined || !isCalendarDay(day)) return null;
  const offset = zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  const moment = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(moment) ? null : moment;
}
