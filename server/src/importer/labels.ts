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
  const wanted = new Set(names.map(plainLabel));
  return names.map((name) => {
    const plain = plainLabel(name);
    let label = plain;
    for (let number = 2; used.has(label) || (label !== plain && wanted.has(label)); number += 1) {
      label = `${plain}_${number}`;
    }
    used.add(label);
    return label;
  });
}
