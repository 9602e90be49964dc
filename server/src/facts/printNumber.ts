/** A whole number as every text writes it: "30,720". */
export function printNumber(number: number): string {
  return number.toLocaleString('en-US');
}
