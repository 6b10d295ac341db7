/** The parts of a line between its gaps, as places and values; a single point becomes a short line so that it is seen. */
export function runs(values: readonly (number | null)[]): [number, number][][] {
  const found: [number, number][][] = [];
  let run: [number, number][] = [];
  values.forEach((value, place) => {
    if (value === null) {
      if (run.length > 0) found.push(run);
      run = [];
    } else run.push([place, value]);
  });
  if (run.length > 0) found.push(run);
  return found.map((one) => (one.length === 1 ? [one[0]!, one[0]!] : one));
}
