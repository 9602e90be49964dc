import { printNumber } from '../../facts/printNumber.ts';

/** A sentence with placeholders `{0}`, `{1}` and so on, in a reader's language. */
export type Say = (template: string, ...values: readonly (string | number)[]) => string;

/** The template itself with its values; numbers are grouped as in "3,000". */
export const inEnglish: Say = (template, ...values) => fillTemplate(template, values, 'en');

/** A template with its values, numbers in the language's form; a placeholder without a value is empty. */
export function fillTemplate(template: string, values: readonly (string | number)[], language: string): string {
  return template.replaceAll(/\{(\d)\}/g, (_, place: string) => {
    const value = values[Number(place)] ?? '';
    if (typeof value === 'string') return value;
    return language === 'en' ? printNumber(value) : value.toLocaleString(language);
  });
}
