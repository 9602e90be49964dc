/** The label of a name in the common style: letters, digits and single underscores. */
function plainLabel(name: string): string {
  const label = name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  if (label === '') return 'unnamed';
  return /^\d/.test(label) ? `repo_${label}` : label;
}

/**
 * A label for each name, in the order given. Names that would share a label get `_2`, `_3` … in that order, so that the
 * same names always get the same labels. Labels in `taken` are not used.
 */
export function labelsFor(names: readonly string[], taken: ReadonlySet<string> = new Set()): readonly string[] {
  const used = new Set(taken);
  const plainLabels = names.map(plainLabel);
  const wanted = new Set(plainLabels);
  const numbers = new Map<string, number>();
  return plainLabels.map((plain) => {
    let label = plain;
    let number = numbers.get(plain) ?? 2;
    while (used.has(label) || (label !== plain && wanted.has(label))) {
      label = `${plain}_${number}`;
      number += 1;
    }
    numbers.set(plain, number);
    used.add(label);
    return label;
  });
}
