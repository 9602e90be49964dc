/** The same function with at most `most` calls running at once; the others wait in order. */
export function limited<Parameters extends readonly unknown[], Result>(
  most: number,
  work: (...parameters: Parameters) => Promise<Result>,
): (...parameters: Parameters) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (...parameters) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work(...parameters);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
