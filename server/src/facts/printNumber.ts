/**
 * A number as every English text writes it: "30,720". Whole numbers are grouped here, because `toLocaleString` loads
 * language tables that no other part of a check needs.
 */
export function printNumber(number: number): string {
  if (!Number.isSafeInteger(number)) return number.toLocaleString('en-US');
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
