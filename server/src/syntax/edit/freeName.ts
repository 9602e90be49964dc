/** A valid Terraform name made of some words, with the first number from 2 on that makes it free if it is taken. */
export function freeName(words: string, isTaken: (name: string) => boolean): string {
  const plain = words.replaceAll(/[^\p{ID_Continue}-]+/gu, '_').replace(/^(?![\p{ID_Start}_])/u, '_');
  let name = plain;
  for (let number = 2; isTaken(name); number += 1) name = `${plain}_${number}`;
  return name;
}
